"use strict";
const part = name => document.getElementById(name);
const { lines, lights } = JSON.parse(part("sources").textContent);

// The longest common subsequence of two texts, as pairs of places; what is alike at both ends is not searched.
const alike = (from, to) => {
    let start = 0, end = 0;
    while (start < from.length && start < to.length && from[start] === to[start]) start++;
    while (end < from.length - start && end < to.length - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
    const a = from.slice(start, from.length - end), b = to.slice(start, to.length - end), pairs = [];
    for (let i = 0; i < start; i++) pairs.push([i, i]);
    if (a.length * b.length <= 4e6) {
        const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
        for (let i = a.length - 1; i >= 0; i--)
            for (let j = b.length - 1; j >= 0; j--) longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
        for (let i = 0, j = 0; i < a.length && j < b.length;) {
            if (a[i] === b[j]) pairs.push([start + i++, start + j++]);
            else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
            else j++;
        }
    }
    for (let i = end; i > 0; i--) pairs.push([from.length - i, to.length - i]);
    return pairs;
};

const cell = (text, number, kind) => {
    const made = document.createElement("td");
    if (number !== undefined) made.textContent = `${kind ? (kind === "mine" ? "- " : "+ ") : "  "}${text[number]}`;
    if (number !== undefined && kind) made.className = kind;
    return made;
};

const compare = () => {
    const from = lights[part("from").value].text, to = lights[part("to").value].text, table = part("beside");
    table.replaceChildren();
    const row = (left, right, differs) => {
        const made = table.insertRow();
        made.append(cell(lines, left, differs && "mine"), cell(lines, right, differs && "its"));
    };
    let i = 0, j = 0;
    for (const [left, right] of [...alike(from, to), [from.length, to.length]]) {
        for (; i < left || j < right; ) row(i < left ? from[i++] : undefined, j < right ? to[j++] : undefined, true);
        if (left < from.length) row(from[i++], to[j++], false);
    }
};

if (lights.length > 0) {
    for (const name of ["from", "to"]) {
        part(name).append(...lights.map(({ label }, i) => new Option(label, i)));
        part(name).addEventListener("change", compare);
    }
    part("to").value = lights.length - 1;
    part("from").value = Math.max(0, lights.length - 2);
    compare();
}

// The board keeps what is typed, or says why not; a page that is a file only shows it.
const keep = async field => {
    const answer = await fetch(`retro/${encodeURIComponent(field.dataset.heading)}`, { method: "POST", body: field.value }).catch(() => {});
    part("refused").textContent = answer?.ok ? "" : answer ? await answer.text() : "It is not kept: the board does not answer.";
};
for (const field of document.querySelectorAll("textarea")) {
    if (location.protocol === "file:") field.readOnly = true;
    let waits = 0;
    field.addEventListener("input", () => {
        clearTimeout(waits);
        waits = setTimeout(() => keep(field), 400);
    });
}
