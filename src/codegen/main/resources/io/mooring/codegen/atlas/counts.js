// The counts of a file, or of several: read, checked against the machine, and added.

import { makeGraph, rowOfEdge } from "./graph.js";
import { texts } from "./texts.js";
import { Refused, shortText } from "./values.js";

export const COUNTED = ["rows", "edges", "pairs"];
const VERSION = 1;

/** The counts of a text, by the numbers of the machine; one of another machine is refused. */
export function readCounts(machine, text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    refuse("json");
  }
  return checkCounts(machine, json);
}

/** The same of what was parsed. */
export function checkCounts(machine, json) {
  const isObject = json !== null && typeof json === "object" && !Array.isArray(json);
  if (!isObject || json.formatVersion === undefined || json.fingerprint === undefined) {
    refuse("form");
  }
  if (json.formatVersion !== VERSION) {
    refuse("version", shortText(json.formatVersion), VERSION);
  }
  if (json.machine !== machine.module) {
    refuse("machine", shortText(json.machine), machine.module);
  }
  if (json.fingerprint !== machine.fingerprint) {
    refuse("fingerprint", shortText(json.fingerprint), machine.fingerprint);
  }
  const locations = numbers(json.locations, machine.locationOf, "locations");
  const events = numbers(json.events, machine.eventOf, "events");
  const lists = (from, counted) =>
    COUNTED.map((kind, i) => {
      const list = from[kind] ?? [];
      if (!Array.isArray(list)) {
        refuse("list", kind);
      }
      return list.map((each) => entry(each, kind, i + 2, counted));
    });
  const { impossible = {} } = json;
  if (impossible === null || typeof impossible !== "object") {
    refuse("list", "impossible");
  }
  return {
    source: typeof json.source === "string" ? json.source : "",
    taken: lists(json, true),
    impossible: lists(impossible, false),
  };

  function entry(each, kind, length, counted) {
    const fits = Array.isArray(each) && each.length === length + (counted ? 1 : 0);
    const count = fits && counted ? each[length] : 0;
    if (!fits || !Number.isSafeInteger(count) || count < 0) {
      refuse("entry", kind, shortText(JSON.stringify(each)));
    }
    const [location, first, ...later] = each.slice(0, length);
    const begins = length > 2 && location === -1 && first === -1;
    const at = (list, index) => (Number.isInteger(index) ? list[index] : undefined);
    const passage = [
      begins ? -1 : at(locations, location),
      begins ? -1 : at(events, first),
      ...later.map((event) => at(events, event)),
    ];
    if (passage.includes(undefined)) {
      refuse("entry", kind, shortText(JSON.stringify(each)));
    }
    return { passage, count };
  }
}

function numbers(names, known, what) {
  if (!Array.isArray(names) || names.length === 0 || new Set(names).size < names.length) {
    refuse("list", what);
  }
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    refuse("names", what, unknown.slice(0, 5).map((name) => shortText(name)).join(", "));
  }
  return names.map((name) => known.get(name));
}

function refuse(problem, ...what) {
  throw new Refused(texts.countProblems[problem](...what));
}

/**
 * The sum of counts. For each kind it has how often each number was taken, what is impossible in
 * all of them, how many there are that can be taken, and whether it was counted at all.
 */
export function sumCounts(machine, list) {
  const graph = makeGraph(machine);
  const { size, edges, stateOfRow } = graph;
  const all = [machine.locations.length * size, edges, edges * size];
  const state = ([location, event]) => (location < 0 ? 0 : stateOfRow[location * size + event]);
  const numberOf = [
    ([location, event]) => location * size + event,
    (passage) => state(passage) * size + passage[2],
    (passage) => (state(passage) * size + passage[2]) * size + passage[3],
  ];
  const kinds = {};
  COUNTED.forEach((kind, i) => {
    const taken = new Map();
    for (const counts of list) {
      for (const { passage, count } of counts.taken[i]) {
        const number = numberOf[i](passage);
        count > 0 && taken.set(number, (taken.get(number) ?? 0) + count);
      }
    }
    const [first, ...others] = list.map(
      (counts) => new Set(counts.impossible[i].map(({ passage }) => numberOf[i](passage))),
    );
    const impossible = new Set(
      [...first].filter((each) => !taken.has(each) && others.every((other) => other.has(each))),
    );
    const possible = all[i] - impossible.size;
    const most = [...taken.values()].reduce((most, count) => Math.max(most, count), 0);
    kinds[kind] = { all: all[i], possible, taken, impossible, most };
  });
  // What took a row took an edge, too: where there are rows alone, nothing else was counted.
  const { rows, edges: passed } = kinds;
  const isWhole = passed.taken.size > 0 || (rows.taken.size === 0 && machine.fleet === undefined);
  COUNTED.forEach((kind) => (kinds[kind].counted = isWhole || kind === "rows"));
  return { graph, kinds };
}

/** The kinds that were counted. */
export function countedKinds({ kinds }) {
  return COUNTED.filter((kind) => kinds[kind].counted);
}

/** A kind, or that of the rows if it was not counted. */
export function shownKind({ kinds }, kind) {
  return kinds[kind].counted ? kind : "rows";
}

/** How much of a kind was taken at each row: of edges and pairs, those whose first row it is. */
export function sharesOfRows(machine, { graph, kinds }, kind) {
  const { size } = graph;
  const got = new Float64Array(machine.locations.length * size);
  const possible = new Float64Array(machine.locations.length * size);
  const times = kind === "pairs" ? size : 1;
  const rowOf = (number) => rowOfEdge(graph, kind === "pairs" ? Math.floor(number / size) : number);
  for (let edge = 0; edge < graph.edges; edge++) {
    possible[rowOfEdge(graph, edge)] += times;
  }
  kinds[kind].impossible.forEach((number) => possible[rowOf(number)]--);
  for (const number of kinds[kind].taken.keys()) {
    got[rowOf(number)]++;
  }
  return { got, possible };
}
