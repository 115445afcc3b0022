"use strict";
const katas = part("katas");

// What is new keeps the focus.
document.addEventListener("shown", event => {
    const { name, place, focused, titles } = event.detail;
    const same = !focused ? null : focused.dataset.kata ? choices().find(one => one.dataset.kata === focused.dataset.kata)
        : focused.matches("summary") ? titles().find(title => title.textContent === focused.textContent)
        : focused.matches("figure input") ? place.querySelector("figure input") : null;
    same?.focus();
    // What is too wide can be scrolled by keys once it can have the focus.
    for (const wide of place.querySelectorAll("math[display]")) if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    if (name === "kata") document.title = `${place.textContent} - Etudes`;
    if (name === "asked" && place.innerHTML) place.scrollIntoView({ block: "nearest" });
    if (name === "hints" && place.innerHTML) place.querySelector("h2:last-of-type").scrollIntoView({ block: "start" });
});

const press = key => {
    if (key !== "l") tell(`press/${key}`);
    else if (katas.open) katas.close();
    else {
        katas.showModal();
        katas.querySelector("[aria-current]")?.focus();
    }
};

document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.dataset.key) press(button.dataset.key);
    if (button?.dataset.kata) {
        tell(`kata/${button.dataset.kata}`);
        katas.close();
    }
});

document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (katas.open) {
        if (event.key === "l") press("l");
        else if (move(event.key)) event.preventDefault();
        return;
    }
    if (!event.repeat && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) press(event.key);
    const slider = part("verdict").querySelector("figure input");
    if (slider && slider !== document.activeElement && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
        event.key === "ArrowLeft" ? slider.stepDown() : slider.stepUp();
        show(slider);
    }
});

// The arrows go from kata to kata as they lie on the screen.
const choices = () => [...katas.querySelectorAll("[data-kata]")];
const move = key => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
    if (!step) return false;
    const all = choices(), at = all.indexOf(document.activeElement), column = all[at]?.offsetLeft;
    const isThere = one => at < 0 || key === "ArrowLeft" || key === "ArrowRight" || one.offsetLeft === column;
    (step < 0 ? all.slice(0, Math.max(at, 0)).reverse() : all.slice(at + 1)).find(isThere)?.focus();
    return true;
};

// The frame of a step.
const show = slider => slider.parentElement.querySelectorAll(".frame").forEach((frame, i) => { frame.hidden = i !== slider.value - 1; });
document.addEventListener("input", event => { if (event.target.matches("figure input")) show(event.target); });
