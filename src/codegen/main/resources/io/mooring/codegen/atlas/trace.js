// A trace, one JSON object a line: steps that a connection decided, or callbacks that a client saw.

import { makeCallbacks } from "./callbacks.js";
import { differs } from "./judge.js";
import { rowOf } from "./machine.js";
import { texts } from "./texts.js";
import {
  constantName,
  effectNames,
  memberNames,
  notificationOf,
  objectOf,
  Refused,
  shortText,
} from "./values.js";

/** Reads the lines of a trace. The first line that says so decides which of the two it is. */
export function makeTrace(machine, options = {}) {
  let form = null;
  return {
    add(line, number) {
      const object = objectOf(line, number);
      form ??= isStep(object)
        ? makeSteps(machine)
        : isSeen(object)
          ? makeCallbacks(machine, options)
          : null;
      if (form === null) {
        throw new Refused(texts.unreadable.members(number, memberNames(object)));
      }
      form.add(object, number);
    },
    end: () => form.end(),
  };

  function isSeen(object) {
    return (
      Object.hasOwn(object, "event") ||
      Object.hasOwn(object, "restored") ||
      (machine.fields.length > 0 && machine.fields.every(({ name }) => Object.hasOwn(object, name)))
    );
  }
}

function isStep(object) {
  return Object.hasOwn(object, "from") || Object.hasOwn(object, "stale") || "nanos" in object;
}

/** The steps of a connection: each must be the row of the table, where the one before it ended. */
function makeSteps(machine) {
  const entries = [];
  const effectName = effectNames(machine);
  let at = null;
  return { add, end };

  function add(object, number) {
    const time = typeof object.nanos === "number" ? object.nanos / 1e6 : null;
    const entry = { number, label: "", from: at, to: at, steps: [], problem: null, time };
    if (Object.hasOwn(object, "restored")) {
      at = location(object.restored, number);
      entry.label = texts.restored(machine.locations[at].name);
    } else if (object.stale === true) {
      entry.label = texts.stale(machine.events[event(object.event, number)].text);
      entry.note = texts.staleDoc;
    } else {
      step(entry, object, number);
    }
    begin(at ?? machine.initial, time);
    entries.push({ ...entry, from: entry.from ?? at, to: at ?? machine.initial });
  }

  function begin(start, time) {
    if (entries.length === 0) {
      const nothing = { label: "", steps: [], problem: null };
      entries.push({ ...nothing, number: 0, from: start, to: start, time });
    }
  }

  function step(entry, object, number) {
    const from = location(object.from, number);
    const taken = event(object.event, number);
    const row = rowOf(machine, from, taken);
    const file = {
      outcome: String(object.outcome ?? ""),
      to: location(object.to, number),
      effects: arrayOf(object.effects).map(effectName),
    };
    if (machine.fields.length > 0) {
      file.notifications = arrayOf(object.told).map((each) => notificationOf(machine, each));
    }
    if (Object.hasOwn(object, "code")) {
      file.code = constantName(machine, machine.codes, object.code);
    }
    begin(from, entry.time);
    const names = (each) => machine.locations[each].name;
    const torn = at !== null && at !== from;
    Object.assign(entry, { label: row.event.text, from, row, file });
    entry.steps = [{ from, event: taken }];
    entry.problem = torn ? texts.torn(names(from), names(at)) : differs(machine, row, file);
    entry.torn = torn ? at : null;
    at = file.to;
  }

  function location(name, number) {
    const found = machine.locationOf.get(name);
    if (found === undefined) {
      throw new Refused(texts.unreadable.location(number, shortText(name), machine.module));
    }
    return found;
  }

  function event(name, number) {
    const found = machine.textOf.get(name) ?? machine.eventOf.get(name);
    if (found === undefined) {
      throw new Refused(texts.unreadable.event(number, shortText(name), machine.module));
    }
    return found;
  }

  function end() {
    return { form: "steps", walks: [{ name: "", entries }] };
  }
}

function arrayOf(value) {
  return Array.isArray(value) ? value : [];
}
