// The path: the steps so far, each a way back to where it led.

import { h, put } from "./dom.js";
import { texts } from "./texts.js";

const SHOWN = 60;

/** The list of steps, and its update. */
export function makePath({ machine, store }) {
  const list = h("ol", {});
  const element = h(
    "section",
    { class: "path", "aria-labelledby": "path" },
    h("h3", { id: "path" }, texts.path),
    list,
  );
  return { element, update };

  function update(position, places) {
    const first = Math.max(1, Math.min(position.at, places.length - 1) - SHOWN + 1);
    const last = Math.min(places.length, first + SHOWN);
    put(
      list,
      item(0, texts.pathStart(machine.locations[position.start].name), "", position),
      first > 1 && h("li", { class: "gap" }, texts.earlier(first - 1)),
      places
        .slice(first, last)
        .map(({ row }, i) => {
          const at = first + i;
          return item(at, name(row, places[at - 1]), where(row), position);
        }),
    );
  }

  /** The event, after the location that it is taken in if that is another one. */
  function name(row, before) {
    const from = machine.locations[row.from].name;
    return row.from === before.location ? row.event.text : `${from}: ${row.event.text}`;
  }

  function where(row) {
    return row.outcome === 0 && row.to !== row.from
      ? texts.goes(machine.locations[row.to].name)
      : texts.outcomes[row.outcome];
  }

  function item(at, name, where, position) {
    return h(
      "li",
      { class: at > position.at ? "ahead" : null },
      h(
        "button",
        {
          type: "button",
          "aria-current": at === position.at ? "step" : null,
          onclick: () => store.goTo(at),
        },
        h("span", { class: "number" }, String(at)),
        h("span", { class: "name" }, name),
        h("span", { class: "where" }, where),
      ),
    );
  }
}
