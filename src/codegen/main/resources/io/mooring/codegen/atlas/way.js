// The way of a file's entries through the machine, as positions of the page. A path has a part of a
// long file only, so that each step is quick and the address stays short.

import { rowOf } from "./machine.js";

const PART = 200;

/** Leads the position along the entries. */
export function makeWay(machine, entries) {
  const parts = new Map();
  const wrong = entries.filter((each) => each.problem !== null).length;
  return { length: () => entries.length, wrong: () => wrong, positionOf, entryAt, partOf };

  /** The position of an entry. */
  function positionOf(entry) {
    const part = partOf(entry);
    return {
      start: part.start,
      events: part.events,
      at: part.places[entry - part.first],
      entry,
    };
  }

  /** The last entry of the part that has this place. */
  function entryAt(entry, at) {
    const part = partOf(entry);
    const before = part.places.findIndex((each) => each >= at);
    return part.first + (before < 0 ? part.places.length - 1 : before);
  }

  /** A part: its first entry, where it begins, its entries and steps, and each entry's place. */
  function partOf(entry) {
    const number = Math.max(0, Math.ceil(entry / PART) - 1);
    if (!parts.has(number)) {
      parts.set(number, make(number * PART));
    }
    return parts.get(number);
  }

  function make(first) {
    const own = entries.slice(first, first + PART + 1);
    const start = own[0].to ?? machine.initial;
    const events = [];
    const places = [0];
    let at = start;
    for (const { steps } of own.slice(1)) {
      for (const step of steps) {
        events.push(step.from === at ? step.event : step);
        at = rowOf(machine, step.from, step.event).to;
      }
      places.push(events.length);
    }
    return { first, start, own, events, places };
  }
}
