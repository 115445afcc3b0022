"use strict";
// Why not, where the board refuses.
const act = async (path, text) => {
    const answer = await tell(path, text);
    part("refused").textContent = answer?.ok === false ? await answer.text() : "";
};

document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.dataset.act) act(button.dataset.act, button.dataset.act === "kata" ? part("katas").value : "");
    if (button?.dataset.row) {
        const name = prompt("The name of this row", button.textContent);
        if (name) act(`row/${button.dataset.row}`, name);
    }
});
