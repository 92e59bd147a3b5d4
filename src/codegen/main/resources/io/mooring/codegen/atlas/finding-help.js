// The help of the page of findings.

import { h } from "./dom.js";
import { findingTexts } from "./finding-texts.js";
import { texts } from "./texts.js";

/** The dialog with the keys, and what the page was written by. */
export function makeFindingHelp(found) {
  const dialog = h(
    "dialog",
    { "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, texts.keysTitle),
    h(
      "dl",
      { class: "keys" },
      findingTexts.keys.map(([key, what]) =>
        h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)),
      ),
    ),
    h("p", { class: "doc" }, texts.keysDoc),
    h("p", { class: "note" }, findingTexts.made(found)),
    h("button", { type: "button", onclick: () => dialog.close() }, texts.close),
  );
  return dialog;
}
