"use strict";
// Why not, where the board refuses.
const act = async (path, text) => {
    const answer = await tell(path, text);
    part("refused").textContent = answer?.ok === false ? await answer.text() : "";
    return answer?.ok === true;
};

// A row's name becomes a field. It stays the same one when the rows are drawn anew, with what was typed.
let field = null;
const nameOf = row => part("rows").querySelector(`[data-row="${row}"]`);
const showField = () => {
    const button = nameOf(field.dataset.of);
    button.hidden = true;
    button.after(field);
};
const leaveField = () => {
    const button = nameOf(field.dataset.of);
    field.remove();
    field = null;
    button.hidden = false;
    button.focus();
};
const edit = button => {
    if (field) leaveField();
    field = Object.assign(document.createElement("input"), { value: button.textContent, maxLength: 40 });
    field.dataset.of = button.dataset.row;
    field.setAttribute("aria-label", `New name of ${button.textContent}: Enter keeps it, Escape leaves it as it was`);
    showField();
    field.select();
};

document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.dataset.act) act(button.dataset.act, button.dataset.act === "kata" ? part("katas").value : "");
    if (button?.dataset.row) edit(button);
});

document.addEventListener("keydown", async event => {
    if (!field || event.target !== field || event.isComposing || event.repeat) return;
    if (event.key === "Escape") leaveField();
    else if (event.key === "Enter") {
        const kept = field;
        if (await act(`row/${kept.dataset.of}`, kept.value) && field === kept) leaveField();
    }
});

document.addEventListener("shown", ({ detail: { name, focused } }) => {
    if (name !== "rows") return;
    if (field) showField();
    if (focused) (focused === field ? field : nameOf(focused.dataset.row))?.focus();
});
