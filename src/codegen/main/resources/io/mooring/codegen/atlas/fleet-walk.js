// A rejected session of a fleet as a file that is walked: the lines that the job kept, of which the
// last one is marked with what the job says of it.

import { timeText } from "./fleet-chart.js";
import { lineOfRule, stepText } from "./fleet-report.js";
import { h } from "./dom.js";
import { lineLink } from "./lines.js";
import { texts } from "./texts.js";
import { makeTrace } from "./trace.js";
import { Refused, shortText } from "./values.js";

/** The lines of a session, the rejected one last if there is one. */
export function linesOfSession({ line, lines = [] }) {
  return line === undefined || lines.at(-1) === line ? lines : [...lines, line];
}

/** The walk of a session; null if it has no lines, or if these cannot be read. */
export function readSession(machine, session) {
  const lines = linesOfSession(session);
  if (lines.length === 0) {
    return null;
  }
  try {
    const read = readLines(machine, lines, false);
    return marked(read.some(isWrong) ? readLines(machine, lines, true) : read, session);
  } catch (problem) {
    if (problem instanceof Refused) {
      return null;
    }
    throw problem;
  }
}

function readLines(machine, lines, anywhere) {
  const trace = makeTrace(machine, { anywhere, single: true });
  lines.forEach((line, i) => trace.add(line, i + 1));
  const { form, walks } = trace.end();
  const [{ entries }] = walks;
  return Object.assign(entries, { form, anywhere });
}

/** Whether an entry before the last one is not explained: lines before it are missing. */
function isWrong(entry, i, entries) {
  return entry.problem !== null && i < entries.length - 1;
}

function marked(entries, { line, message, last }) {
  const { form, anywhere } = entries;
  const shown = entries.map((entry, i) => {
    if (i === entries.length - 1 && line !== undefined) {
      return { ...entry, problem: message };
    }
    const unclear = entry.problem !== null;
    const note = i === 0 && anywhere ? texts.fleet.cut : entry.note;
    return unclear
      ? { ...entry, problem: null, note: texts.fleet.unexplained(entry.problem) }
      : { ...entry, note };
  });
  if (line === undefined) {
    const { to } = shown[shown.length - 1];
    const time = last ?? null;
    const end = { number: 0, label: texts.fleet.ends, from: to, to, steps: [], time };
    shown.push({ ...end, problem: message });
  }
  return { form, walks: [{ name: "", entries: shown }] };
}

/** What is known of a session, above its lines. */
export function sessionHead(context, session) {
  const { machine, store } = context;
  const words = texts.fleet;
  const line = lineOfRule(machine, session.rule);
  const fact = (name, ...value) =>
    value.some((each) => each !== "") && h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return h(
    "section",
    { class: "session" },
    h(
      "button",
      { type: "button", class: "link back", onclick: () => store.set({ view: "fleet" }) },
      words.backToList,
    ),
    h("h3", { class: "what" }, words.sessionTitle(shortText(session.name, 200))),
    h("p", { class: "problem" }, shortText(session.message, 2000)),
    h(
      "dl",
      {},
      fact(
        words.definedIn,
        session.rule,
        line === null ? "" : " ",
        line === null ? "" : lineLink(context, line),
      ),
      fact(words.dimensions.version, shortText(session.version, 200)),
      fact(words.dimensions.region, shortText(session.region, 200)),
      fact(words.dimensions.reason, shortText(session.reason, 200)),
      fact(words.dimensions.step, stepText(shortText(session.step, 200))),
      fact(words.from, timeText(session.first)),
      fact(words.to, timeText(session.last)),
      fact(words.lines, words.judged(session.judged)),
    ),
  );
}

/** What is shown of a session that cannot be walked. */
export function unwalked(session) {
  const lines = linesOfSession(session);
  return lines.length === 0
    ? h("p", { class: "note" }, texts.fleet.hidden)
    : h(
        "div",
        {},
        h("p", { class: "note" }, texts.fleet.raw),
        h("ol", { class: "raw" }, lines.map((each) => h("li", {}, shortText(each, 1000)))),
      );
}
