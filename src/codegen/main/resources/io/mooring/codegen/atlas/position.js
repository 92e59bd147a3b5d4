// The position: everything that the reader has chosen. It is the state of the page, and it is the
// fragment of the page's address. What comes from there is untrusted: only names that the machine
// has are taken over.

import { readCall } from "./call-settings.js";
import { readBy, rowsBy, sessionOf, USUAL_BY } from "./fleet-report.js";
import { brief } from "./hold.js";

const LONGEST = 2000;

/** The position at the beginning. */
export function firstPosition(machine) {
  return {
    start: machine.initial,
    events: [],
    at: 0,
    entry: -1,
    view: machine.opens ?? "diagram",
    fold: machine.drawings.folded ? "folded" : "locations",
    filter: "",
    outcome: "",
    here: false,
    file: 0,
    line: 0,
    find: "",
    change: "",
    swap: false,
    items: "rows",
    taken: "",
    seek: "",
    heat: true,
    call: "",
    by: USUAL_BY,
    order: "",
    words: "",
    row: "",
    session: "",
    wanted: -1,
  };
}

/** The position as the fragment of an address, without what is as at the beginning. */
export function writePosition(machine, position) {
  const first = firstPosition(machine);
  const parts = new URLSearchParams();
  const put = (name, value, usual) => value !== usual && parts.set(name, value);
  put("start", machine.locations[position.start].name, machine.locations[first.start].name);
  put("path", position.events.map((each) => stepName(machine, each)).join("."), "");
  put("at", position.at, position.events.length);
  put("view", position.view, first.view);
  put("fold", position.fold, first.fold);
  put("filter", position.filter, "");
  put("outcome", position.outcome, "");
  put("here", position.here ? "yes" : "", "");
  put("file", machine.files[position.file]?.name ?? "", machine.files[0]?.name ?? "");
  put("line", position.line, 0);
  put("find", position.find, "");
  put("change", position.change, "");
  put("swap", position.swap ? "yes" : "", "");
  put("items", position.items, first.items);
  put("taken", position.taken, "");
  put("seek", position.seek, "");
  put("heat", position.heat ? "" : "no", "");
  put("call", position.call, "");
  put("by", position.by, first.by);
  put("order", position.order, "");
  put("words", position.words, "");
  put("row", position.row, "");
  const entry = Math.max(position.wanted, position.entry);
  const isThere = entry >= 0 || position.events.length === 0;
  put("session", isThere ? position.session : "", "");
  put("entry", position.session === "" ? -1 : entry, -1);
  return parts.toString();
}

/** The event of a step, after the location that it is taken in if the step names it. */
function stepName(machine, step) {
  return typeof step === "object"
    ? `${machine.locations[step.from].name}:${machine.events[step.event].name}`
    : machine.events[step].name;
}

/** The position that a fragment names, and what is wrong with it, in words. */
export function readPosition(machine, texts, views, fragment) {
  const position = firstPosition(machine);
  const problems = [];
  const parts = new URLSearchParams(fragment);
  const say = (problem, ...what) => problems.push(texts.problems[problem](...what.map(brief)));
  const text = (name) => parts.get(name) ?? "";

  if (text("start") !== "") {
    const start = machine.locationOf.get(text("start"));
    start === undefined ? say("location", text("start")) : (position.start = start);
  }
  const names = text("path") === "" ? [] : text("path").split(".");
  if (names.length > LONGEST) {
    say("long", LONGEST);
  }
  for (const name of names.slice(0, LONGEST)) {
    const [eventName, locationName] = name.split(":").reverse();
    const event = machine.eventOf.get(eventName);
    const from = machine.locationOf.get(locationName);
    if (event === undefined) {
      say("event", eventName);
      break;
    }
    if (locationName !== undefined && from === undefined) {
      say("location", locationName);
      break;
    }
    position.events.push(from === undefined ? event : { from, event });
  }
  position.at = number("at", position.events.length, position.events.length);
  if (text("view") !== "") {
    views.includes(text("view")) ? (position.view = text("view")) : say("view", text("view"));
  }
  if (machine.drawings[text("fold")]) {
    position.fold = text("fold");
  }
  position.filter = text("filter").slice(0, 200);
  position.outcome = texts.outcomes.includes(text("outcome")) ? text("outcome") : "";
  position.here = text("here") === "yes";
  position.file = Math.max(0, machine.files.findIndex((each) => each.name === text("file")));
  position.line = number("line", 0, 1e6);
  position.find = text("find").slice(0, 200);
  position.change = texts.changes.includes(text("change")) ? text("change") : "";
  position.swap = text("swap") === "yes";
  position.items = Object.hasOwn(texts.counted, text("items")) ? text("items") : "rows";
  position.taken = Object.hasOwn(texts.takenChoices, text("taken")) ? text("taken") : "";
  position.seek = text("seek").slice(0, 200);
  position.heat = text("heat") !== "no";
  if (text("call") !== "") {
    readCall(text("call")) === null
      ? say("call", text("call"))
      : (position.call = text("call"));
  }
  readFleet();
  return { position, problems };

  /** What is chosen in the report of a fleet: only rows and sessions that it has. */
  function readFleet() {
    const { fleet } = machine;
    position.words = text("words").slice(0, 200);
    position.order = /^-?\w{1,20}$/.test(text("order")) ? text("order") : "";
    position.by = readBy(text("by")) === null ? USUAL_BY : text("by");
    if (text("row") !== "") {
      const rows = fleet === undefined ? [] : rowsBy(fleet, readBy(position.by));
      rows.some((each) => each.rejected > 0 && JSON.stringify(each.names) === text("row"))
        ? (position.row = text("row"))
        : problems.push(texts.fleet.badRow(brief(text("row"))));
    }
    if (text("session") !== "") {
      if (sessionOf(machine, text("session")) === undefined) {
        problems.push(texts.fleet.badSession(brief(text("session"))));
      } else {
        position.session = text("session");
        position.wanted = number("entry", 1e6, 1e6);
      }
    }
  }

  function number(name, usual, most) {
    if (text(name) === "") {
      return usual;
    }
    if (!/^\d{1,7}$/.test(text(name))) {
      say("number", name, text(name));
      return usual;
    }
    return Math.min(Number(text(name)), most);
  }
}
