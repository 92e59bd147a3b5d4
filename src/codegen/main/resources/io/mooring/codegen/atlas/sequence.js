// The entries around the chosen one as a sequence diagram, with the participants of the diagrams
// that a failed run prints: the user, the machine, and the world around it.

import { h, put, svg } from "./dom.js";
import { codeText, notificationText, rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { shortText } from "./values.js";

const AROUND = { before: 5, after: 6 };
const LINES = { User: 110, Machine: 450, World: 790 };
const SEQUENCE = { width: 900, head: 36, row: 26, gap: 8, label: 48 };

/** The diagram, and its update; a click on an entry is called back. */
export function makeSequence(machine, goTo) {
  const picture = svg("svg", { class: "sequence", role: "img" });
  const title = h("h4", { id: "sequence" }, texts.sequence);
  const element = h(
    "section",
    { class: "sequence-part", "aria-labelledby": "sequence" },
    title,
    h(
      "div",
      { class: "time-line", tabindex: "0", role: "group", "aria-label": texts.sequence },
      picture,
    ),
  );
  return { element, update };

  function update(entries, chosen) {
    const first = Math.max(0, chosen - AROUND.before);
    const shown = entries.slice(first, chosen + AROUND.after + 1);
    let y = SEQUENCE.head;
    const groups = shown.map((entry, i) => {
      const rows = messages(entry);
      const top = y;
      y += rows.length * SEQUENCE.row + SEQUENCE.gap;
      return svg(
        "g",
        {
          class: first + i === chosen ? "entry-part chosen" : "entry-part",
          onclick: () => goTo(first + i),
        },
        svg("rect", { x: 0, y: top, width: SEQUENCE.width, height: y - top, rx: 6 }),
        rows.map((each, row) => message(each, top + (row + 1) * SEQUENCE.row)),
      );
    });
    picture.setAttribute("viewBox", `0 0 ${SEQUENCE.width} ${y}`);
    picture.setAttribute("aria-label", texts.sequenceDoc(first, first + shown.length - 1));
    put(picture, Object.entries(LINES).map(([name, x]) => lifeline(name, x, y)), groups);
  }

  function lifeline(name, x, bottom) {
    const text = name === "Machine" ? machine.module : texts.participants[name];
    return [
      svg("text", { class: "participant", x, y: 16 }, text),
      svg("line", { class: "life", x1: x, x2: x, y1: 24, y2: bottom }),
    ];
  }

  /** What went to and fro at an entry: an event, what the machine did, and its outputs. */
  function messages(entry) {
    const steps = entry.steps.flatMap(({ from, event }) =>
      ofRow({ ...rowOf(machine, from, event), ...seenIn(entry) }),
    );
    const own = steps.length === 0 ? [{ over: entry.label || texts.fileBegins }] : steps;
    return entry.problem === null ? own : [...own, { over: texts.notAllowed, bad: true }];
  }

  /** What a file has of its entry, which need not be what the table has. */
  function seenIn({ file, to }) {
    return file === undefined
      ? {}
      : { to, effects: file.effects ?? [], notifications: file.notifications ?? [] };
  }

  function ofRow(row) {
    const giver = row.event.command ? "User" : "World";
    const name = machine.locations[row.to]?.name;
    const where = row.to === row.from ? texts.staysIn(name) : texts.goes(name);
    return [
      { from: giver, to: "Machine", text: row.event.text },
      ...(name === undefined ? [] : [{ over: `${where} (${texts.outcomes[row.outcome]})` }]),
      ...row.effects.map((each) => ({ from: "Machine", to: "World", text: each })),
      ...row.notifications.map((each) => ({
        from: "Machine",
        to: "User",
        text: notificationText(machine, each),
        answer: true,
      })),
      ...(row.outcome === 2
        ? [{ from: "Machine", to: "User", text: codeText(machine, row) || where, answer: true }]
        : []),
    ];
  }

  function message({ over, bad, from, to, text, answer }, y) {
    if (over !== undefined) {
      return svg("text", { class: bad ? "over bad" : "over", x: LINES.Machine, y: y - 6 }, over);
    }
    const [begin, end] = [LINES[from], LINES[to]];
    const back = end < begin ? 1 : -1;
    return [
      svg("title", {}, shortText(text, 200)),
      svg("line", { class: answer ? "arrow answer" : "arrow", x1: begin, x2: end, y1: y, y2: y }),
      svg("path", { class: "head", d: `M${end},${y}l${9 * back},-4v8z` }),
      svg(
        "text",
        { class: "message", x: (begin + end) / 2, y: y - 6 },
        shortText(text, SEQUENCE.label),
      ),
    ];
  }
}
