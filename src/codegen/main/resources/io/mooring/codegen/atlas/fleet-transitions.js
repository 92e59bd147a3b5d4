// How often the sessions of a fleet have taken each transition, as far as their lines show it.

import { h, table } from "./dom.js";
import { levelOfCount } from "./heat.js";
import { lineLink } from "./lines.js";
import { rowOf } from "./machine.js";
import { texts } from "./texts.js";

const LISTED_TRANSITIONS = 100;

/** The transitions, the most frequent first and those that never were last; needs counts. */
export function makeFleetTransitions(context) {
  const { machine, store, embedded } = context;
  if (embedded === undefined) {
    return false;
  }
  const words = texts.fleet;
  const { rows } = embedded.sum.kinds;
  const all = transitionsOf(machine, rows);
  const left = all.length - LISTED_TRANSITIONS;
  return h(
    "section",
    { class: "transitions" },
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": words.transitions },
      table(
        words.transitions,
        [texts.event, texts.from, texts.to, words.times, texts.line],
        all.slice(0, LISTED_TRANSITIONS).map(({ row, count }) => [
          h(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () => store.takeAt(row.from, row.event.index),
            },
            row.event.text,
          ),
          machine.locations[row.from].name,
          texts.endsIn(machine.locations[row.to].name, row.outcome),
          h(
            "span",
            { class: "heat", "data-heat": levelOfCount(rows.most, count) },
            texts.times(count),
          ),
          lineLink(context, row.line, true),
        ]),
      ),
    ),
    h("p", { class: "note" }, words.transitionsDoc, left > 0 && words.transitionsLeft(left)),
  );
}

/** What was taken, and what could have been and would have been seen. */
function transitionsOf(machine, { all, taken, impossible }) {
  const size = machine.events.length;
  const found = [];
  for (let number = 0; number < all; number++) {
    const count = taken.get(number) ?? 0;
    const row = rowOf(machine, Math.floor(number / size), number % size);
    if (count > 0 || (row.outcome === 0 && !impossible.has(number))) {
      found.push({ row, count });
    }
  }
  return found.sort((a, b) => b.count - a.count);
}
