// A counterexample in the Informal Trace Format, read state by state.

import { rowOf } from "./machine.js";
import { differs } from "./judge.js";
import { texts } from "./texts.js";
import {
  constantName,
  effectNames,
  enumerationWith,
  notificationOf,
  objectOf,
  Refused,
  shortText,
  tlaText,
} from "./values.js";

const NESTED = 500;

/** Reads slices of a file. */
export function makeItf(machine) {
  const read = makeReading(machine);
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let inStates = false;
  let name = "";
  let kept = "";
  let begin = 0;
  return { add, end };

  /** Cuts a slice into the elements of the list "states", which is all that is looked at. */
  function add(text) {
    begin = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (escaped) {
          escaped = false;
        } else if (c === "\\") {
          escaped = true;
        } else if (c === '"') {
          quoted = false;
          name = depth === 1 ? kept + text.slice(begin, i) : name;
          kept = depth === 1 ? "" : kept;
        }
      } else if (c === '"') {
        quoted = true;
        begin = depth === 1 ? i + 1 : begin;
      } else if (c === "{" || c === "[") {
        inStates ||= depth === 1 && c === "[" && name === "states";
        begin = inStates && depth === 2 ? i : begin;
        depth++;
        if (depth > NESTED) {
          throw new Refused(texts.unreadable.deep(NESTED));
        }
      } else if (c === "}" || c === "]") {
        depth--;
        if (inStates && depth === 2) {
          read.state(kept + text.slice(begin, i + 1));
          kept = "";
        }
        inStates &&= depth > 1;
      }
    }
    const open = (inStates && depth > 2) || (depth === 1 && quoted);
    kept = open ? kept + text.slice(begin) : "";
  }

  function end() {
    if (depth !== 0 || quoted) {
      throw new Refused(texts.unreadable.cut());
    }
    return read.end();
  }
}

function makeReading(machine) {
  const entries = [];
  const locations = new Map();
  const effectName = effectNames(machine);
  const enumerations = machine.variables.map((each, i) =>
    enumerationWith(machine, machine.locations.map((location) => location.values[i])),
  );
  let last = null;
  let shown = [];
  return { state, end };

  function state(text) {
    const number = entries.length + 1;
    const values = objectOf(text, number);
    if (last === null) {
      begin(values);
    }
    const location = locations.get(key(values)) ?? null;
    const label = shortText(values["#meta"]?.action ?? texts.stateNumber(number));
    const from = last === null ? location : last.location;
    const entry = { number, label, from, to: location, steps: [], problem: null, values };
    entry.before = last?.values ?? null;
    if (last !== null && !isSame(last.values, values)) {
      judge(entry);
    } else if (last === null && location === null) {
      entry.problem = texts.noLocation(described(values));
    }
    entries.push(entry);
    last = { values, location };
  }

  /** The variables that the first state has must be enough to know the location. */
  function begin(values) {
    shown = machine.variables.map((each, i) => i).filter((i) => has(values, i));
    machine.locations.forEach((each) =>
      locations.set(JSON.stringify(shown.map((i) => each.values[i])), each.index),
    );
    if (locations.size < machine.locations.length || !isObject(values.out)) {
      const names = Object.keys(values).filter((each) => !each.startsWith("#"));
      throw new Refused(
        texts.unreadable.variables(machine.module, shortText(names.join(", "), 120)),
      );
    }
  }

  function has(values, i) {
    return Object.hasOwn(values, machine.variables[i].name);
  }

  function valueOf(values, i) {
    return has(values, i)
      ? constantName(machine, enumerations[i], values[machine.variables[i].name])
      : "";
  }

  function key(values) {
    return JSON.stringify(shown.map((i) => valueOf(values, i)));
  }

  function described(values) {
    return shown
      .map((i) => `${machine.variables[i].name} = ${shortText(valueOf(values, i))}`)
      .join(", ");
  }

  function isSame(before, after) {
    return (
      key(before) === key(after) && JSON.stringify(before.out) === JSON.stringify(after.out)
    );
  }

  function judge(entry) {
    const out = isObject(entry.values.out) ? entry.values.out : {};
    const said = (name, value) => (Object.hasOwn(out, name) ? value(out[name]) : undefined);
    const file = {
      outcome: said("outcome", (each) => tlaText(each).toLowerCase()),
      to: entry.to,
      code: said("code", (each) => constantName(machine, machine.codes, each)),
      notifications: said("notifications", (each) =>
        sequenceOf(each).map((notification) => notificationOf(machine, notification)),
      ),
      effects: said("effects", (each) => sequenceOf(each).map(effectName)),
    };
    entry.file = file;
    const name = said("event", (each) => tlaText(each)) ?? "";
    const events = machine.events.filter(
      (each) => each.text === name || each.text.startsWith(`${name}(`),
    );
    if (events.length === 0) {
      entry.problem = texts.noEvent(shortText(name), machine.module);
    } else if (entry.from === null) {
      entry.problem = texts.fromNowhere;
    } else {
      const exact = events.filter((each) => each.text === entry.label);
      const rows = [...exact, ...events].map((each) => rowOf(machine, entry.from, each.index));
      const row = rows.find((each) => differs(machine, each, file) === null) ?? rows[0];
      entry.label = row.event.text;
      entry.steps = [{ from: entry.from, event: row.event.index }];
      entry.row = row;
      entry.problem =
        entry.to === null ? texts.noLocation(described(entry.values)) : differs(machine, row, file);
    }
  }

  function end() {
    if (entries.length === 0) {
      throw new Refused(texts.unreadable.states());
    }
    entries[0].label = "";
    return { form: "itf", walks: [{ name: "", entries }], changesOf };
  }

  /** Every variable of the specification that the step changed, not only the machine's. */
  function changesOf({ before, values }) {
    return before === null
      ? []
      : Object.keys(values)
          .filter((each) => !each.startsWith("#") && each !== "out")
          .map((each) => [each, variableText(before, each), variableText(values, each)])
          .filter(([, was, is]) => was !== is);
  }

  function variableText(values, name) {
    const i = machine.variables.findIndex((each) => each.name === name);
    const value = Object.hasOwn(values, name) ? values[name] : "";
    return shortText(constantName(machine, i < 0 ? "" : enumerations[i], value), 200);
  }
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function sequenceOf(value) {
  return Array.isArray(value) ? value : Array.isArray(value?.["#tup"]) ? value["#tup"] : [];
}
