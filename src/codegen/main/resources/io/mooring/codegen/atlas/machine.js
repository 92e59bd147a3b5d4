// The machine: its names, its table, and what a path of events leads to.

/** The outcomes, in the order of their numbers in a row. */
export const OUTCOMES = ["TAKEN", "IGNORED", "REFUSED"];

/** Reads the data of the page, and what is decided from the table that was emitted for it. */
export function readMachine(text, contract) {
  const machine = indexMachine(JSON.parse(text));
  const fileOf = index(machine.files);
  machine.initial = machine.locationOf.get(contract.initial.to);
  machine.initialEvent = machine.eventOf.get(contract.initial.event);
  machine.begin = emitted(contract.initial);
  machine.decide = (location, event) =>
    emitted(contract.step(machine.locations[location].name, machine.events[event].name));
  return machine;

  function emitted({ outcome, to, code = "", notifications = [], effects, source }) {
    const [file, line] = source.split(/:(?=\d+$)/);
    return {
      outcome: OUTCOMES.indexOf(outcome),
      to: machine.locationOf.get(to),
      code,
      notifications: notifications.map((each) =>
        machine.fields.map(({ name }) => String(each[name])),
      ),
      effects,
      line: [fileOf.get(file) ?? -1, Number(line)],
    };
  }
}

/**
 * Adds to a machine what is looked up in it. Beside its names it has what decides: a function
 * "decide" of a location and an event, and "begin", the outputs of the initial state.
 */
export function indexMachine(machine) {
  machine.eventOf = index(machine.events);
  machine.locationOf = index(machine.locations);
  machine.timerOf = index(machine.timers);
  machine.enumerationOf = new Map(machine.enumerations.map((each) => [each.name, each]));
  machine.textOf = new Map(machine.events.map((each, i) => [each.text, i]));
  machine.rows = new Array(machine.locations.length * machine.events.length);
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
  const number = location * machine.events.length + event;
  machine.rows[number] ??= {
    from: location,
    event: machine.events[event],
    ...machine.decide(location, event),
  };
  return machine.rows[number];
}

/** The outputs of the initial state. */
export function initialRow(machine) {
  return { from: machine.initial, event: null, ...machine.begin };
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
