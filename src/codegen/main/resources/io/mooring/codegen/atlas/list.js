// A list of events, as a fuzz run or a failed test writes it: one line each, and what the table
// says of them. What depends on time or on the run is shown, and changes nothing.

import { rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { Refused, shortText } from "./values.js";

const UNDECIDED = [
  /^(stale \d+|in-callback|block|unblock) \S.*$/,
  /^(throw-in-callback|attemptSucceeds|attemptFails)$/,
  /^(advance|sleep) \d+(ms|s)$/,
  /^die( \S+)*$/,
];
const ADVANCE = /^(?:advance|sleep) (\d+)(ms|s)$/;

/** Reads the lines of a list. */
export function makeList(machine) {
  const start = machine.initial;
  const entries = [
    { number: 0, label: "", from: start, to: start, steps: [], problem: null, time: 0 },
  ];
  const timers = new Map();
  machine.timers.forEach((timer) => {
    const constant = machine.enumerations
      .flatMap((each) => each.constants)
      .find((each) => each.name === timer.name);
    timers.set(constant?.value ?? timer.name, machine.eventOf.get(timer.fact));
  });
  let at = start;
  let time = 0;
  return { add, end };

  function add(line, number) {
    const text = line.replace(/#.*/, "").trim().replace(/\s+/g, " ");
    const entry = { number, label: shortText(text), from: at, to: at, steps: [], problem: null };
    const event = machine.textOf.get(text) ?? timers.get(text);
    if (text === "") {
      return;
    }
    if (event !== undefined) {
      const row = rowOf(machine, at, event);
      entry.steps = [{ from: at, event }];
      entry.row = row;
      at = row.to;
    } else if (UNDECIDED.some((each) => each.test(text))) {
      const [, amount, unit] = text.match(ADVANCE) ?? [];
      time += amount === undefined ? 0 : Number(amount) * (unit === "s" ? 1000 : 1);
      entry.note = texts.undecided;
    } else {
      throw new Refused(texts.unreadable.word(number, shortText(text), machine.module));
    }
    entries.push({ ...entry, to: at, time });
  }

  function end() {
    if (entries.length === 1) {
      throw new Refused(texts.unreadable.empty());
    }
    return { form: "list", walks: [{ name: "", entries }] };
  }
}
