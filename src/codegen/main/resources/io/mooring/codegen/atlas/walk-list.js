// What happened before the page was made: counterexamples and traces that are in it.

import { h } from "./dom.js";
import { texts } from "./texts.js";

/** A list of the walks that are in the page, each opened as a file is; null if there are none. */
export function makeWalkList({ machine }, open) {
  const { walks } = machine;
  if (walks.length === 0) {
    return null;
  }
  const list = h(
    "select",
    { id: "walks", "aria-label": texts.walksHere, onchange: choose },
    h("option", { value: "" }, texts.walksHere),
    group(texts.counterexamples, (each) => each.about !== ""),
    group(texts.traces, (each) => each.about === ""),
  );
  return list;

  function choose() {
    if (list.value !== "") {
      open(walkFile(walks[Number(list.value)]));
      list.value = "";
    }
  }

  function group(label, isIn) {
    const options = walks
      .map((each, i) => isIn(each) && h("option", { value: String(i) }, named(each)))
      .filter((each) => each !== false);
    return options.length > 0 && h("optgroup", { label }, options);
  }

  function named({ name, about }) {
    return about === "" ? name : `${name}: ${about}`;
  }
}

/** A walk of the page as the file that it was. */
export function walkFile({ name, text }) {
  return new File([text], name);
}
