// Callbacks that a client saw. Which event caused one is not in the file, so each line is followed
// by every place that the machine may be in; in the end one way through them is shown.

import { notificationText, rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { memberNames, notificationOf, Refused, shortText } from "./values.js";

/**
 * Reads the lines of callbacks; those of several connections may be mixed, unless there is a single
 * one. They begin in the initial location, or anywhere if earlier lines are missing.
 */
export function makeCallbacks(machine, { anywhere = false, single = false } = {}) {
  const sessions = new Map();
  const spoken = new Map();
  let understood = 0;
  return { add, end };

  function add(object, number) {
    const name = single ? "" : shortText(object.session ?? "");
    if (!sessions.has(name)) {
      sessions.set(name, { name, entries: [], nodes: beginnings() });
    }
    const session = sessions.get(name);
    const entry = { number, label: "", steps: [], problem: null, time: timeOf(object.time) };
    const isNotification = machine.fields.every((each) => Object.hasOwn(object, each.name));
    const named = machine.textOf.get(object.event) ?? machine.eventOf.get(object.event);
    entry.before = session.nodes;
    if (Object.hasOwn(object, "restored")) {
      restored(entry, object, number);
    } else if (Object.hasOwn(object, "event") && named === undefined) {
      entry.label = shortText(object.event);
      entry.problem = texts.noEvent(entry.label, machine.module);
      entry.nodes = session.nodes;
    } else if (isNotification) {
      notified(entry, notificationOf(machine, object), named, object.repeated === true);
    } else if (named !== undefined) {
      happened(entry, named);
    } else {
      throw new Refused(texts.unreadable.members(number, memberNames(object)));
    }
    session.nodes = entry.nodes;
    session.entries.push(entry);
  }

  /** Where a connection may be before its first line: whatever led there notifies of nothing. */
  function beginnings() {
    if (anywhere) {
      return machine.locations.map(({ index }) => nodeAt(index));
    }
    const nodes = [nodeAt(machine.initial)];
    for (const node of nodes) {
      for (const row of rowsOf(node.location)) {
        if (row.notifications.length === 0 && !nodes.some((each) => each.location === row.to)) {
          nodes.push({ ...node, location: row.to, steps: [...node.steps, stepOf(row)] });
        }
      }
    }
    return nodes;
  }

  function nodeAt(location) {
    return { location, rest: [], steps: [], back: null };
  }

  /** The rows of a location that are taken. */
  function rowsOf(location) {
    if (!spoken.has(location)) {
      const rows = machine.events.map((each, i) => rowOf(machine, location, i));
      spoken.set(location, rows.filter((each) => each.outcome === 0));
    }
    return spoken.get(location);
  }

  function stepOf(row) {
    return { from: row.from, event: row.event.index };
  }

  function restored(entry, object, number) {
    const location = machine.locationOf.get(object.restored);
    if (location === undefined) {
      throw new Refused(
        texts.unreadable.location(number, shortText(object.restored), machine.module),
      );
    }
    understood++;
    entry.label = texts.restored(machine.locations[location].name);
    entry.nodes = [{ location, rest: [], steps: [], back: entry.before[0] }];
  }

  function notified(entry, notification, event, repeated) {
    const is = (other) => JSON.stringify(other) === JSON.stringify(notification);
    entry.label = `(${shortText(notificationText(machine, notification))})`;
    entry.notification = notification;
    if (repeated) {
      entry.note = texts.repeated;
      entry.nodes = entry.before;
      return;
    }
    const nodes = entry.before.flatMap((node) =>
      node.rest.length > 0
        ? is(node.rest[0])
          ? [{ location: node.location, rest: node.rest.slice(1), steps: [], back: node }]
          : []
        : speaking(node, (row) => is(row.notifications[0]) && fits(row, event)),
    );
    entry.nodes = distinct(nodes);
    if (entry.nodes.length === 0) {
      entry.problem = texts.noCallback(entry.label, placesText(entry.before));
      entry.nodes = distinct(
        machine.locations.flatMap((each) =>
          rowsOf(each.index)
            .filter((row) => row.notifications.some(is) && fits(row, event))
            .map((row) => ({ location: row.to, rest: [], steps: [], back: entry.before[0] })),
        ),
      );
      understood += entry.nodes.length > 0 ? 1 : 0;
      entry.nodes = entry.nodes.length > 0 ? entry.nodes : entry.before;
    } else {
      understood++;
    }
  }

  function fits(row, event) {
    return event === undefined || row.event.index === event;
  }

  function speaking(node, wanted) {
    return rowsOf(node.location)
      .filter((row) => row.notifications.length > 0 && wanted(row))
      .map((row) => ({ ...after(node, row), rest: row.notifications.slice(1) }));
  }

  function after(node, row) {
    return { location: row.to, rest: [], steps: [stepOf(row)], back: node };
  }

  function happened(entry, event) {
    understood++;
    entry.label = machine.events[event].text;
    entry.nodes = distinct(
      entry.before
        .filter((node) => node.rest.length === 0)
        .map((node) => {
          const row = rowOf(machine, node.location, event);
          return { ...after(node, row), rest: row.notifications };
        }),
    );
    if (entry.nodes.length === 0) {
      entry.problem = texts.notYet(entry.label);
      entry.nodes = entry.before;
    }
  }

  function distinct(nodes) {
    const known = new Map();
    nodes.forEach((each) => {
      const key = `${each.location} ${JSON.stringify(each.rest)}`;
      known.set(key, known.get(key) ?? each);
    });
    return [...known.values()];
  }

  function placesText(nodes) {
    const names = new Set(nodes.map((each) => machine.locations[each.location].name));
    return [...names].slice(0, 5).join(", ");
  }

  function end() {
    if (understood === 0) {
      throw new Refused(texts.unreadable.other(machine.module));
    }
    return {
      form: "callbacks",
      walks: [...sessions.values()].map(({ name, entries }) => ({ name, entries: ways(entries) })),
    };
  }

  /** One way through the places, found from its end. */
  function ways(entries) {
    let node = null;
    for (let i = entries.length - 1; i >= 0; i--) {
      const entry = entries[i];
      node = entry.nodes.includes(node) ? node : entry.nodes[0];
      entry.node = node;
      if (!entry.before.includes(node)) {
        node = node.back;
      }
    }
    const [{ time }] = entries;
    const before = entries[0].before.includes(node) ? node : entries[0].before[0];
    let at = anywhere ? before.location : machine.initial;
    const first = { number: 0, label: "", from: at, to: at, steps: [], problem: null, time };
    return [first, ...entries.map(way)];

    function way({ node: reached, nodes, before: earlier, ...entry }, i) {
      const own = earlier.includes(reached) ? [] : reached.steps;
      const steps = i === 0 ? [...before.steps, ...own] : own;
      const from = at;
      at = reached.location;
      const wrong = entry.problem !== null;
      const possible = wrong ? notificationsOf(earlier) : null;
      return { ...entry, steps, from: wrong ? at : from, to: at, possible };
    }
  }

  function notificationsOf(nodes) {
    const rows = nodes.flatMap((node) => (node.rest.length > 0 ? [] : rowsOf(node.location)));
    return rows.filter((row) => row.notifications.length > 0);
  }
}

/** A time in milliseconds; null if there is none. */
function timeOf(value) {
  const time = typeof value === "string" ? Date.parse(value) : value;
  return typeof time === "number" && Number.isFinite(time) ? time : null;
}
