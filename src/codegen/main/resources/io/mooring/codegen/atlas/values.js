// Values of files in the words of the machine: constants by name, all else as TLA+ writes it.

import { constantOf, initialRow, rowOf } from "./machine.js";
import { texts } from "./texts.js";

const DEEP = 60;
const LONG = 60;
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text of a file in one short line, without characters that are not seen or reorder others. */
export function shortText(text, longest = LONG) {
  const seen = String(text).slice(0, longest + 1).replace(UNSEEN, "\ufffd");
  return seen.length <= longest ? seen : `${seen.slice(0, longest)}…`;
}

/** What a file can be refused for: its message is one line. */
export class Refused extends Error {}

/** A value of the Informal Trace Format as TLA+ writes it. */
export function tlaText(value, depth = 0) {
  const inner = (each) => tlaText(each, depth + 1);
  if (depth > DEEP) {
    return "…";
  }
  if (value === true || value === false) {
    return value ? "TRUE" : "FALSE";
  }
  if (typeof value === "string") {
    return depth === 0 ? value : JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `<<${value.map(inner).join(", ")}>>`;
  }
  if (value === null || typeof value !== "object") {
    return String(value);
  }
  const special = (name) => (Object.hasOwn(value, name) ? value[name] : undefined);
  if (special("#bigint") !== undefined) {
    return String(special("#bigint"));
  }
  if (Array.isArray(special("#tup"))) {
    return inner(special("#tup"));
  }
  if (Array.isArray(special("#set"))) {
    return `{${special("#set").map(inner).join(", ")}}`;
  }
  if (Array.isArray(special("#map"))) {
    const pairs = special("#map").filter(Array.isArray);
    return `(${pairs.map(([key, each]) => `${inner(key)} :> ${inner(each)}`).join(" @@ ")})`;
  }
  const fields = Object.entries(value).map(([name, each]) => `${name} |-> ${inner(each)}`);
  return `[${fields.join(", ")}]`;
}

/** The name of the constant of an enumeration that a file gives by its name or its value. */
export function constantName(machine, enumeration, value) {
  const text = tlaText(value);
  const constants = machine.enumerationOf.get(enumeration)?.constants ?? [];
  const found =
    constantOf(machine, enumeration, text) ?? constants.find((each) => each.value === text);
  return found?.name ?? text;
}

/** The enumeration that has all of these names, or "". */
export function enumerationWith(machine, names) {
  const found = machine.enumerations.find((each) => {
    const known = new Set(each.constants.map((constant) => constant.name));
    return names.every((name) => known.has(name));
  });
  return found?.name ?? "";
}

/** How a file writes each effect: by its name, or by the value of its constant. */
export function effectNames(machine) {
  const used = new Set(initialRow(machine).effects);
  machine.locations.forEach((_, location) =>
    machine.events.forEach((_, event) =>
      rowOf(machine, location, event).effects.forEach((each) => used.add(each)),
    ),
  );
  const enumeration = enumerationWith(machine, [...used]);
  return (effect) => constantName(machine, enumeration, effect);
}

/** A notification of a file, an object with the machine's fields, as the machine has it. */
export function notificationOf(machine, object) {
  return machine.fields.map(({ name, type }) =>
    Object.hasOwn(object ?? {}, name) ? constantName(machine, type, object[name]) : "",
  );
}

/** The names of the members of an object, in one short line. */
export function memberNames(object) {
  return shortText(Object.keys(object).join(", "));
}

/** The object of a line or a state. */
export function objectOf(text, number) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused(texts.unreadable.json(number, shortText(text)));
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Refused(texts.unreadable.json(number, shortText(text)));
  }
  return value;
}
