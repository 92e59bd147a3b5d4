// The TLA+ text, coloured, with the line that decided the last step.

import { h, put } from "./dom.js";
import { sourceLines } from "./lines.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

registerView("source", "s", (context) => {
  const { machine, store } = context;
  const tabs = machine.files.map((each, file) =>
    h(
      "button",
      { type: "button", onclick: () => store.set({ file, line: 0 }) },
      each.name,
    ),
  );
  const text = h("div", { class: "source", tabindex: "0", role: "group" });
  const element = h(
    "div",
    {},
    h("div", { class: "tools" }, h("div", { class: "segments" }, tabs)),
    text,
  );
  let shown = -1;
  let lines = [];
  return { element, update };

  function update(position, before) {
    const { file, line } = position;
    if (file !== shown) {
      lines = sourceLines(machine, file).map((code, i) =>
        h("div", { class: "line" }, h("span", { class: "no" }, String(i + 1)), code),
      );
      put(text, lines);
      text.setAttribute("aria-label", machine.files[file].name);
      tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(i === file)));
      shown = file;
    }
    const { row } = context.places()[position.at];
    lines.forEach((each, i) => {
      each.classList.toggle("chosen", i + 1 === line);
      each.classList.toggle("last", row !== null && row.line[0] === file && row.line[1] === i + 1);
    });
    const moved = before === undefined || before.line !== line || before.view !== position.view;
    if (line > 0 && moved) {
      const top = lines[line - 1]?.offsetTop ?? 0;
      text.scrollTop = top - text.clientHeight / 3;
    }
  }
}, ({ machine }) => machine.files.length > 0);
