"use strict";
const part = name => document.getElementById(name);

// What changes comes from the watch; what is pressed goes to it.
const events = new EventSource("events");
events.onmessage = message => {
    part("gone").hidden = true;
    for (const [name, html] of Object.entries(JSON.parse(message.data))) {
        const step = document.activeElement?.closest("figure input") ? document.activeElement.value : null;
        part(name).innerHTML = html;
        if (name === "kata") document.title = `${part(name).textContent} - Etudes`;
        if (name === "hints" && html) part("reading").scrollTop = part("hints").scrollHeight - part("reading").clientHeight / 2;
        if (step && name === "verdict") part("verdict").querySelector("figure input")?.focus();
    }
};
events.onerror = () => { part("gone").hidden = false; };

const tell = path => fetch(path, { method: "POST" }).catch(() => {});
const press = key => {
    if (key === "l") part("katas").open ? part("katas").close() : part("katas").showModal();
    else tell(`press/${key}`);
};

document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.dataset.key) press(button.dataset.key);
    if (button?.dataset.kata) {
        tell(`kata/${button.dataset.kata}`);
        part("katas").close();
    }
});

document.addEventListener("keydown", event => {
    const isTyped = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
    if (!isTyped && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) press(event.key);
    const slider = part("verdict").querySelector("figure input");
    if (slider && slider !== document.activeElement && (event.key === "ArrowLeft" || event.key === "ArrowRight") && !part("katas").open) {
        event.key === "ArrowLeft" ? slider.stepDown() : slider.stepUp();
        show(slider);
    }
});

// The frame of a step.
const show = slider => slider.parentElement.querySelectorAll(".frame").forEach((frame, i) => { frame.hidden = i !== slider.value - 1; });
document.addEventListener("input", event => { if (event.target.matches("figure input")) show(event.target); });
