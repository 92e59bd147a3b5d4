// The help: the keys, what the address is, and what else a page says of itself.

import { h } from "./dom.js";
import { texts } from "./texts.js";

/** The dialog with the keys, and with more below them. */
export function makeHelp(keys, ...more) {
  const dialog = h(
    "dialog",
    { "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, texts.keysTitle),
    h(
      "dl",
      { class: "keys" },
      keys.map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what))),
    ),
    h("div", { class: "doc" }, texts.keysDoc),
    more,
    h("button", { type: "button", onclick: () => dialog.close() }, texts.close),
  );
  return dialog;
}
