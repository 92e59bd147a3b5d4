// The report of a fleet: sums of sessions by what the reader chooses, and what is in a row.

import { texts } from "./texts.js";
import { shortText } from "./values.js";

export const FLEET_DIMENSIONS = ["rule", "version", "region", "reason", "step"];
export const USUAL_BY = "rule.version.step";
const PLACES = ["version", "region"];
const OTHERS = "(others)";

/** The numbers that a row has, and how each is found. */
export const FLEET_NUMBERS = {
  rejected: (row) => row.rejected,
  rejectedShare: (row) => row.rejected / row.sessions,
  undecided: (row) => row.undecided,
  undecidedShare: (row) => row.undecided / row.sessions,
  sessions: (row) => row.sessions,
};

/** The sum of all tallies. */
export function totalsOf(fleet) {
  return fleet.tallies.reduce(plusTally, zero());
}

/** The dimensions of a text like "rule.version", in their order; null if it names another one. */
export function readBy(text) {
  const names = text.split(".");
  const known = FLEET_DIMENSIONS.filter((each) => names.includes(each));
  return known.length > 0 && known.join(".") === text ? known : null;
}

/**
 * The rows of a table by some dimensions. A row has the names of its dimensions, how many sessions
 * are rejected for its rule and reason, and all and the undecided sessions of its version and
 * region, as far as these are among the dimensions.
 */
export function rowsBy(fleet, by) {
  const places = by.filter((each) => PLACES.includes(each));
  const isByPlace = places.length === by.length;
  const totals = new Map();
  const rejected = new Map();
  for (const tally of fleet.tallies) {
    const place = keyOf(tally, places);
    totals.set(place, plusTally(totals.get(place) ?? zero(), tally));
    const decided = decidedOf(tally);
    if (decided.rejected > 0) {
      const key = keyOf(tally, by);
      const row = rejected.get(key) ?? { names: namesOf(tally, by), place, rejected: 0 };
      row.rejected += decided.rejected;
      rejected.set(key, row);
    }
  }
  const violated = new Set([...rejected.values()].map((each) => each.place));
  const others = [...totals].flatMap(([place, total]) =>
    !violated.has(place) && (isByPlace || total.undecided > 0)
      ? [{ names: by.map((each) => JSON.parse(place)[each] ?? ""), place, rejected: 0 }]
      : [],
  );
  return [...rejected.values(), ...others].map((row) => {
    const { sessions, undecided } = totals.get(row.place);
    return { ...row, sessions, undecided };
  });
}

/** Sorts rows by a dimension or a number; with "-" before it, the other way round. */
export function sorted(rows, by, order) {
  const name = order.replace(/^-/, "");
  const sign = order.startsWith("-") ? -1 : 1;
  const at = by.indexOf(name);
  const number = FLEET_NUMBERS[name];
  const compare = (a, b) =>
    number !== undefined
      ? (Number.isNaN(number(a)) ? 0 : number(b) - number(a))
      : at >= 0
        ? compareTexts(a.names[at], b.names[at])
        : 0;
  const inOrder = (a, b) =>
    b.rejected - a.rejected ||
    b.undecided - a.undecided ||
    b.sessions - a.sessions ||
    compareTexts(a.names.join("\n"), b.names.join("\n"));
  return [...rows].sort((a, b) => sign * compare(a, b) || inOrder(a, b));
}

function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows with all words in the names of their dimensions. */
export function matching(rows, text) {
  const words = text.toLowerCase().split(/\s+/).filter((each) => each !== "");
  return rows.filter(({ names }) => {
    const all = names.join(" ").toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The sessions of a row that are in the page, the newest first. */
export function sessionsOf(fleet, by, names) {
  const known = new Set(fleet.tallies.map((each) => placeOf(each[1], each[2])));
  const fits = (session, dimension, name) =>
    name === OTHERS && PLACES.includes(dimension)
      ? !known.has(placeOf(session.version, session.region))
      : session[dimension] === name;
  return fleet.sessions
    .filter((session) => by.every((dimension, i) => fits(session, dimension, names[i])))
    .sort((a, b) => (b.last ?? 0) - (a.last ?? 0));
}

function placeOf(version, region) {
  return JSON.stringify([version, region]);
}

/** A refused step as it is shown. */
export function stepText(step) {
  return step.replace(" -> ", " \u2192 ");
}

/** The name of a dimension, or what stands for an empty one. */
export function fleetName(dimension, name) {
  return name === ""
    ? texts.fleet.unnamed[dimension]
    : dimension === "step"
      ? stepText(shortText(name, 200))
      : shortText(name, 200);
}

/** The locations that a refused step begins in, as far as it names them. */
export function placesOfStep(machine, step) {
  const [places] = step.split(" -> ");
  return places
    .split(" or ")
    .map((name) => machine.locationOf.get(name))
    .filter((each) => each !== undefined);
}

/** What a session is called in the address. */
export function sessionKey(session) {
  return `${session.name}@${session.first ?? ""}`;
}

/** The session of the page that is called so. */
export function sessionOf(machine, key) {
  return machine.fleet?.sessions.find((each) => sessionKey(each) === key);
}

/** Where a rule is defined, as a file and a line; null if the page does not have it. */
export function lineOfRule(machine, rule) {
  const property = machine.properties.find((each) => each.name === rule);
  const rules = machine.fleet.rules;
  return property?.line ?? (Object.hasOwn(rules, rule) ? rules[rule] : null);
}

function keyOf(tally, dimensions) {
  const names = dimensions.map((each) => [each, tally[FLEET_DIMENSIONS.indexOf(each)]]);
  return JSON.stringify(Object.fromEntries(names));
}

function namesOf(tally, dimensions) {
  return dimensions.map((each) => tally[FLEET_DIMENSIONS.indexOf(each)]);
}

function zero() {
  return { sessions: 0, accepted: 0, rejected: 0, undecided: 0 };
}

/** The numbers of a tally, which stand behind the names of its dimensions. */
function decidedOf(tally) {
  const [accepted, rejected, undecided] = tally.slice(FLEET_DIMENSIONS.length);
  return { accepted, rejected, undecided };
}

function plusTally(sum, tally) {
  const { accepted, rejected, undecided } = decidedOf(tally);
  return {
    sessions: sum.sessions + accepted + rejected + undecided,
    accepted: sum.accepted + accepted,
    rejected: sum.rejected + rejected,
    undecided: sum.undecided + undecided,
  };
}
