// The differences of two machines: what is added, removed and changed, in words.

import { codeText, initialRow, notificationText, rowOf, spanText } from "./machine.js";
import { texts } from "./texts.js";

/** What is compared, in the order in which it is listed. */
const KINDS = {
  initial: initialEntry,
  location: locationEntries,
  event: eventEntries,
  row: rowEntries,
  variable: (machine) => machine.variables.map((each) => item(each, [])),
  constant: constantEntries,
  timer: timerEntries,
  duration: (machine) =>
    machine.durations.map((each) => item(each, [[texts.value, texts.seconds(each.seconds)]])),
  answer: (machine) =>
    machine.answers.map(([command, event, code]) =>
      item({ name: `${command}, ${event}` }, [[texts.code, code]]),
    ),
  property: (machine) =>
    machine.properties.map((each) =>
      item(each, [
        [texts.kind, texts.kinds[each.kind] ?? each.kind],
        [texts.formula, null, each.checksum],
      ]),
    ),
  definition: (machine) =>
    machine.helpers.map((each) => item(each, [[texts.formula, null, each.checksum]])),
};

/**
 * All differences, each with its kind, its change, its name, its facts and the entries of the two
 * sides; and for each kind how many there are.
 */
export function differences(older, newer) {
  const keys = matchLocations(older, newer);
  const all = [];
  const counts = Object.entries(KINDS).map(([kind, entries]) => {
    const before = keyed(entries(older, keys.older));
    const after = keyed(entries(newer, keys.newer));
    const found = compareKind(kind, before, after);
    all.push(...found);
    const number = (change) => found.filter((each) => each.change === change).length;
    const [added, removed, changed] = texts.changes.map(number);
    return { kind, added, removed, changed, same: after.size - added - changed };
  });
  return { all, counts };
}

function compareKind(kind, before, after) {
  const found = [];
  for (const [key, entry] of after) {
    const old = before.get(key);
    const facts = factsOf(old, entry);
    if (old === undefined) {
      found.push({ kind, change: "added", name: entry.name, facts, older: null, newer: entry });
    } else if (facts.length > 0) {
      found.push({ kind, change: "changed", name: entry.name, facts, older: old, newer: entry });
    }
  }
  for (const [key, old] of before) {
    if (!after.has(key)) {
      const facts = factsOf(old, undefined);
      found.push({ kind, change: "removed", name: old.name, facts, older: old, newer: null });
    }
  }
  return found;
}

/** The facts that differ: label, what was, what is; null for what there is not. */
function factsOf(older, newer) {
  const before = new Map(older?.facts.map((each) => [each[0], each]));
  const after = new Map(newer?.facts.map((each) => [each[0], each]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((label) => ({ label, was: before.get(label), is: after.get(label) }))
    .filter(({ was, is }) => idOf(was) !== idOf(is))
    .map(({ label, was, is }) => ({ label, before: was?.[1] ?? null, after: is?.[1] ?? null }));
}

function idOf(fact) {
  return fact === undefined ? undefined : (fact[2] ?? fact[1]);
}

function item({ name, line }, facts, key = name, row = null) {
  return { key, name, facts, line: line ?? null, row };
}

function keyed(entries) {
  return new Map(entries.map((each) => [each.key, each]));
}

/**
 * A key for each location of both sides: the same one for two locations whose variables have the
 * same values, as far as both sides have them, or else whose names are the same.
 */
function matchLocations(older, newer) {
  const names = (machine) => machine.variables.map((each) => each.name);
  const shared = names(newer).filter((each) => names(older).includes(each));
  const valuesOf = (machine) => {
    const places = shared.map((each) => names(machine).indexOf(each));
    return machine.locations.map(({ values }) => JSON.stringify(places.map((i) => values[i])));
  };
  const [oldValues, newValues] = [valuesOf(older), valuesOf(newer)];
  const [byOldValues, byNewValues] = [uniqueIndex(oldValues), uniqueIndex(newValues)];
  const partners = newValues.map((each) =>
    byNewValues.get(each) === null ? undefined : (byOldValues.get(each) ?? undefined),
  );
  const used = new Set(partners);
  newer.locations.forEach(({ name }, i) => {
    const found = older.locationOf.get(name);
    if (partners[i] === undefined && found !== undefined && !used.has(found)) {
      partners[i] = found;
    }
  });
  return {
    older: older.locations.map((_, i) => `old ${i}`),
    newer: partners.map((each, i) => (each === undefined ? `new ${i}` : `old ${each}`)),
  };
}

/** The index of each text, or null if it is there more than once. */
function uniqueIndex(list) {
  const index = new Map();
  list.forEach((each, i) => index.set(each, index.has(each) ? null : i));
  return index;
}

function locationEntries(machine, keys) {
  return machine.locations.map((each, i) => {
    const values = machine.variables.map(({ name }, at) => [name, each.values[at]]);
    return item(each, [[texts.name, each.name], ...values], keys[i]);
  });
}

function eventEntries(machine) {
  return machine.events.map((each) =>
    item({ name: each.text, line: each.line }, [
      [texts.name, each.text],
      [texts.kind, each.command ? texts.command : texts.fact],
    ], each.name),
  );
}

function initialEntry(machine, keys) {
  const row = initialRow(machine);
  const location = [texts.enters, machine.locations[row.to].name, keys[row.to]];
  const name = texts.initialState;
  return [item({ name, line: row.line }, [location, ...outputFacts(machine, row)])];
}

function rowEntries(machine, keys) {
  return machine.locations.flatMap(({ name }, from) =>
    machine.events.map((event, i) => {
      const row = rowOf(machine, from, i);
      const facts = [
        [texts.outcome, texts.outcomes[row.outcome]],
        [texts.code, row.outcome === 2 ? codeText(machine, row) : texts.none],
        [texts.enters, machine.locations[row.to].name, keys[row.to]],
        ...outputFacts(machine, row),
      ];
      const place = { name: `${name}, ${event.text}`, line: row.line };
      return item(place, facts, `${keys[from]} ${event.name}`, { from, event: i });
    }),
  );
}

function outputFacts(machine, row) {
  const notified = row.notifications.map((each) => notificationText(machine, each));
  const timers = row.effects.flatMap((effect) =>
    machine.timers.flatMap((timer) => [
      ...(timer.arm === effect ? [texts.starts(timer.name)] : []),
      ...(timer.cancel === effect ? [texts.cancels(timer.name)] : []),
    ]),
  );
  return [
    [texts.notified, joined(notified, "; ")],
    [texts.effects, joined(row.effects, ", ")],
    [texts.timersChanged, joined(timers, ", ")],
  ];
}

function joined(parts, between) {
  return parts.length === 0 ? texts.none : parts.join(between);
}

function constantEntries(machine) {
  return machine.enumerations.flatMap(({ name, constants }) =>
    constants.map((each) =>
      item({ name: `${name}: ${each.name}`, line: each.line }, [[texts.value, each.value]]),
    ),
  );
}

function timerEntries(machine) {
  return machine.timers.map((each) =>
    item(each, [
      [texts.runs, spanText(texts, each) || texts.none],
      [texts.raises, each.fact],
      [texts.armedBy, each.arm],
      [texts.cancelledBy, each.cancel],
    ]),
  );
}
