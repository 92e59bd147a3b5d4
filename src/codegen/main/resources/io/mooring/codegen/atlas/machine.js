// The machine: its names, its table, and what a path of events leads to.

/** Reads the data of the page and adds what is looked up in it. */
export function readMachine(text) {
  return indexMachine(JSON.parse(text));
}

/** Adds to a machine what is looked up in it. */
export function indexMachine(machine) {
  machine.eventOf = index(machine.events);
  machine.locationOf = index(machine.locations);
  machine.timerOf = index(machine.timers);
  machine.enumerationOf = new Map(machine.enumerations.map((each) => [each.name, each]));
  machine.textOf = new Map(machine.events.map((each, i) => [each.text, i]));
  machine.events.forEach((event, i) => (event.index = i));
  machine.locations.forEach((location, i) => {
    location.index = i;
    location.state =
      machine.publicState < 0 ? location.name : location.values[machine.publicState];
  });
  return machine;
}

function index(list) {
  return new Map(list.map((each, i) => [each.name, i]));
}

/** The row of an event in a location. */
export function rowOf(machine, location, event) {
  return step(machine, location, event, machine.rows[location * machine.events.length + event]);
}

/** The outputs of the initial state. */
export function initialRow(machine) {
  const row = step(machine, machine.initial, 0, machine.rows[machine.rows.length - 1]);
  return { ...row, event: null };
}

function step(machine, from, event, number) {
  const [outcome, to, code, notifications, effects, line] = machine.results[number];
  return { from, event: machine.events[event], outcome, to, code, notifications, effects, line };
}

/** A constant of an enumeration with its value: JOIN_CHANNEL (5). */
export function constantText(machine, enumeration, name) {
  const found = constantOf(machine, enumeration, name);
  return found && found.value !== name ? `${name} (${found.value})` : name;
}

/** A constant of an enumeration, if there is one. */
export function constantOf(machine, enumeration, name) {
  const constants = machine.enumerationOf.get(enumeration)?.constants ?? [];
  return constants.find((each) => each.name === name);
}

/** A notification in words: CONNECTING, JOIN_CHANNEL (5). */
export function notificationText(machine, notification) {
  const state = machine.publicState < 0 ? null : stateEnumeration(machine);
  return notification
    .map((value, i) => {
      const type = machine.fields[i].type;
      return type === "" || type === state ? value : constantText(machine, type, value);
    })
    .join(", ");
}

function stateEnumeration(machine) {
  const values = new Set(machine.locations.map((each) => each.state));
  const found = machine.enumerations.find((each) =>
    [...values].every((value) => each.constants.some((constant) => constant.name === value)),
  );
  return found?.name ?? null;
}

/** The code of a refused row in words: INVALID_STATE (-2). */
export function codeText(machine, row) {
  return row.code === "" ? "" : constantText(machine, machine.codes, row.code);
}

/** How long a timer runs, in words; empty if no module says so. */
export function spanText(texts, timer) {
  return timer.least === undefined ? "" : texts.bounds(timer.least, timer.most);
}

/** The timers that run after a row: those that ran, less what it ends, and what it starts. */
export function timersAfter(machine, running, row) {
  let timers = running.filter((each) => machine.timers[each].fact !== row.event?.name);
  for (const effect of row.effects) {
    machine.timers.forEach((timer, i) => {
      if (timer.arm === effect || timer.cancel === effect) {
        timers = timers.filter((each) => each !== i);
      }
      if (timer.arm === effect) {
        timers = [...timers, i];
      }
    });
  }
  return timers;
}

/**
 * The places that a path leads through: the first has no row, each later one has the row that was
 * taken to it. A step of a path is an event, or an event with the location that it is taken in,
 * which need not be that before it. Each place has the timers before its row and after it.
 */
export function walk(machine, start, steps) {
  const places = [{ location: start, timers: machine.locations[start].timers, row: null }];
  for (const step of steps) {
    const last = places[places.length - 1];
    const { from, event } = typeof step === "object" ? step : { from: last.location, event: step };
    const before = from === last.location ? last.timers : machine.locations[from].timers;
    const row = rowOf(machine, from, event);
    places.push({ location: row.to, timers: timersAfter(machine, before, row), row, before });
  }
  return places;
}

/** The variables whose values differ between two locations. */
export function changes(machine, from, to) {
  const before = machine.locations[from].values;
  const after = machine.locations[to].values;
  return machine.variables
    .map((variable, i) => ({ variable, index: i, before: before[i], after: after[i] }))
    .filter((each) => each.before !== each.after);
}
