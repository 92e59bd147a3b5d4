// The rejected sessions of a row of the report, each of which can be walked.

import { h, put, table } from "./dom.js";
import { makeFleetChart, timeText } from "./fleet-chart.js";
import {
  FLEET_DIMENSIONS,
  fleetName,
  lineOfRule,
  placesOfStep,
  readBy,
  rowsBy,
  sessionKey,
  sessionsOf,
  stepText,
} from "./fleet-report.js";
import { linesOfSession } from "./fleet-walk.js";
import { lineLink } from "./lines.js";
import { texts } from "./texts.js";
import { shortText } from "./values.js";

/** Beyond any entry of a session: its last one, which is the rejected one. */
const LAST_ENTRY = 1_000_000;

/** The rejected sessions of a row. */
export function makeFleetSessions(context) {
  const { machine, store } = context;
  const { fleet } = machine;
  const words = texts.fleet;
  const element = h("div", { class: "sessions" });
  let title = null;
  let last = null;
  return { element, update, focus: () => title.focus() };

  function update({ by, row }) {
    if (last === `${by} ${row}`) {
      return;
    }
    last = `${by} ${row}`;
    const chosen = readBy(by);
    const names = JSON.parse(row);
    const { rejected } = rowsBy(fleet, chosen).find((each) => JSON.stringify(each.names) === row);
    const sessions = sessionsOf(fleet, chosen, names);
    const rule = chosen.includes("rule") ? names[chosen.indexOf("rule")] : "";
    const line = rule === "" ? null : lineOfRule(machine, rule);
    title = h(
      "h3",
      { class: "what", tabindex: "-1" },
      names.map((each, i) => fleetName(chosen[i], each)).join(", "),
    );
    put(
      element,
      h(
        "button",
        { type: "button", class: "link back", onclick: () => store.set({ row: "" }) },
        words.backToReport,
      ),
      title,
      line !== null && h("p", {}, words.definedIn, " ", lineLink(context, line)),
      chosen.includes("step") && placeLinks(names[chosen.indexOf("step")]),
      h(
        "p",
        { class: "note", role: "status" },
        words.listed(sessions.length, rejected),
        sessions.length < rejected && `. ${words.kept(fleet.kept)}`,
      ),
      makeFleetChart(fleet, rule),
      sessions.length === 0
        ? h("p", { class: "note" }, words.none)
        : h(
            "div",
            {
              class: "scroll",
              tabindex: "0",
              role: "group",
              "aria-label": words.rejectedSessions,
            },
            sessionTable(sessions, chosen),
          ),
    );
  }

  /** The locations that a step was refused in: what is possible there, the drive shows. */
  function placeLinks(step) {
    const places = placesOfStep(machine, step);
    const link = (start) =>
      h(
        "button",
        {
          type: "button",
          class: "link",
          onclick: () => store.set({ start, events: [], at: 0 }),
        },
        machine.locations[start].name,
      );
    return (
      places.length > 0 &&
      h("p", { class: "places" }, words.stepFrom, places.flatMap((each) => [" ", link(each)]))
    );
  }

  function sessionTable(sessions, by) {
    const dimensions = FLEET_DIMENSIONS.filter((each) => !by.includes(each));
    return table(
      words.rejectedSessions,
      [
        words.session,
        words.last,
        ...dimensions.map((each) => words.dimensions[each]),
        words.message,
        words.kept1,
      ],
      sessions.map((session) => [
        h(
          "button",
          {
            type: "button",
            class: "link",
            onclick: () =>
              store.set({ view: "walk", session: sessionKey(session), wanted: LAST_ENTRY }),
          },
          shortText(session.name, 200) || words.session,
        ),
        timeText(session.last),
        ...dimensions.map((each) => stepText(shortText(session[each], 200))),
        shortText(session.message, 300),
        linesOfSession(session).length.toLocaleString("en"),
      ]),
    );
  }
}
