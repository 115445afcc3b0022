"use strict";
// What every page of the command does: it shows what the command sends, part by part, and tells what is pressed.
const part = name => document.getElementById(name);

let events = null;
const listen = () => {
    const source = events = new EventSource("events");
    source.onmessage = message => {
        part("gone").hidden = true;
        for (const [name, html] of Object.entries(JSON.parse(message.data))) put(name, html);
    };
    source.onerror = () => {
        part("gone").hidden = false;
        // After an answer that is no stream the browser itself does not try again.
        if (source.readyState === EventSource.CLOSED) setTimeout(() => { if (source === events) listen(); }, 3000);
    };
};
const leave = () => {
    events?.close();
    events = null;
};

// A browser has six connections to an address: a tab that nobody sees leaves its own to the others.
document.addEventListener("visibilitychange", () => {
    leave();
    if (!document.hidden) listen();
});
if (!document.hidden) listen();

// What is the same is left alone, and what is new keeps what was unfolded.
const shown = new Map();
const put = (name, html) => {
    if (shown.get(name) === html) return;
    shown.set(name, html);
    const place = part(name), focused = place.contains(document.activeElement) ? document.activeElement : null;
    const titles = () => [...place.querySelectorAll("details > summary")];
    const unfolded = new Set(titles().filter(title => title.parentElement.open).map(title => title.textContent));
    place.innerHTML = html;
    for (const title of titles()) title.parentElement.open = unfolded.has(title.textContent);
    document.dispatchEvent(new CustomEvent("shown", { detail: { name, place, focused, titles } }));
};

const tell = (path, text) => fetch(path, { method: "POST", body: text }).catch(() => {});
