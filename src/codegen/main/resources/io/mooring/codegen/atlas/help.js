// The help: the keys, and what the address is.

import { h } from "./dom.js";
import { texts } from "./texts.js";

/** The dialog with the keys. */
export function makeHelp() {
  const dialog = h(
    "dialog",
    { "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, texts.keysTitle),
    h(
      "dl",
      { class: "keys" },
      texts.keys.map(([key, what]) =>
        h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)),
      ),
    ),
    h("div", { class: "doc" }, texts.keysDoc),
    h("button", { type: "button", onclick: () => dialog.close() }, texts.close),
  );
  return dialog;
}
