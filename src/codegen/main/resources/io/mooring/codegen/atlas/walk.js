// The view of what happened: a file's entries, one after the other, each with what it changed, and
// where it is not what the specification allows, what was possible there.

import { sessionOf } from "./fleet-report.js";
import { readSession, sessionHead, unwalked } from "./fleet-walk.js";
import { changes, rowOf } from "./machine.js";
import { breakable, h, put, table } from "./dom.js";
import { rowText } from "./judge.js";
import { lineLink } from "./lines.js";
import { readFile } from "./reader.js";
import { makeSequence } from "./sequence.js";
import { makeStrip } from "./strip.js";
import { texts } from "./texts.js";
import { Refused, shortText } from "./values.js";
import { registerView } from "./views.js";
import { makeWalkList, walkFile } from "./walk-list.js";
import { makeWay } from "./way.js";

const LISTED = 60;
const opener = { open: null };

registerView("walk", "w", (context) => {
  const { store } = context;
  const choose = h("input", {
    type: "file",
    id: "file",
    class: "spoken",
    tabindex: "-1",
    "aria-label": texts.openFile,
    onchange: () => {
      [...choose.files].slice(0, 1).forEach(open);
      choose.value = "";
    },
  });
  const bar = h("progress", { max: "1", value: "0", "aria-label": texts.reading });
  const cancel = h("button", { type: "button", class: "link", onclick: stop }, texts.cancel);
  const reading = h("p", { class: "reading", hidden: true }, `${texts.reading} `, bar, " ", cancel);
  const shown = h("div", { class: "walked" });
  const element = h(
    "div",
    { class: "walk" },
    h(
      "div",
      { class: "tools" },
      h(
        "button",
        { type: "button", class: "open link", onclick: () => choose.click() },
        texts.openFile,
      ),
      choose,
      h("span", {}, texts.orDrop),
      makeWalkList(context, open),
    ),
    reading,
    shown,
  );
  let job = null;
  let walked = null;
  put(shown, h("p", { class: "note" }, texts.walkDoc));
  opener.open = open;
  const { walked: enclosed } = context.machine;
  enclosed && open(walkFile(enclosed));
  return { element, update };

  function update(position) {
    if (position.session !== "" && position.wanted >= 0) {
      queueMicrotask(() => openSession(position.session, position.wanted));
    } else {
      walked?.update(position);
    }
  }

  /** Opens a session of the fleet at an entry, once those who follow the position have done so. */
  function openSession(key, wanted) {
    if (store.get().session !== key || store.get().wanted !== wanted) {
      return;
    }
    stop();
    if (walked?.session !== key) {
      const session = sessionOf(context.machine, key);
      const read = readSession(context.machine, session);
      walked = read === null ? null : makeWalked(context, "", { ...read, session: key });
      put(shown, sessionHead(context, session), walked?.element ?? unwalked(session));
    }
    walked === null
      ? store.set({ start: context.machine.initial, events: [], at: 0, wanted: -1 })
      : walked.go(0, wanted);
  }

  async function open(file) {
    stop();
    const own = { cancelled: false, progress: (part) => (bar.value = part) };
    job = own;
    bar.value = 0;
    reading.hidden = false;
    context.report([]);
    try {
      const read = await readFile(context.machine, file, own);
      if (read !== undefined) {
        walked = makeWalked(context, shortText(file.name), read);
        put(shown, walked.element);
        walked.go(0, 0);
      }
    } catch (problem) {
      if (!own.cancelled) {
        const words = problem instanceof Refused ? problem.message : texts.unreadable.failed();
        context.report([`${shortText(file.name)}: ${words}`]);
      }
    } finally {
      if (job === own) {
        stop();
      }
    }
  }

  function stop() {
    if (job !== null) {
      job.cancelled = true;
      job = null;
    }
    reading.hidden = true;
  }
});

/** Files can be dropped anywhere on the page; the first is opened. */
export function listenToDrops({ store }) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) {
      store.set({ view: "walk" });
      opener.open(file);
    }
  });
}

/** A file that was read: its sessions, and the entries of the one that is chosen. */
function makeWalked(context, name, read) {
  const { store, machine } = context;
  const { form, walks } = read;
  let number = 0;
  let way = null;
  let last = 0;
  const strip = makeStrip(context);
  const sequence = makeSequence(machine, (entry) => go(number, entry));
  const counted = h("span", { class: "count", role: "status" });
  const slider = h("input", {
    type: "range",
    min: "0",
    "aria-label": texts.entryNumber,
    oninput: () => go(number, Number(slider.value)),
  });
  const bad = h("button", { type: "button", class: "link", onclick: nextBad });
  const back = h(
    "button",
    { type: "button", class: "link", onclick: () => go(number, last) },
    texts.backToFile,
  );
  const session = h(
    "select",
    { "aria-label": texts.session, onchange: () => go(Number(session.value), 0) },
    walks.map((each, i) => h("option", { value: String(i) }, texts.sessionNamed(each.name))),
  );
  const card = h("section", { class: "entry", "aria-label": texts.entryCard });
  const allowed = h("div", { class: "entry allowed" });
  const list = h("ol", { class: "entries", "aria-label": texts.entryList });
  const element = h(
    "div",
    {},
    read.session === undefined && h("h3", { class: "what" }, texts.forms[form](name)),
    h("div", { class: "tools" }, walks.length > 1 && session, slider, bad, back, counted),
    strip.element,
    h("div", { class: "pair" }, card, list, allowed),
    sequence.element,
    h(
      "p",
      { class: "note" },
      read.session === undefined ? texts.formDocs[form] : texts.fleet.sessionDoc,
    ),
  );
  return { element, update, go, session: read.session };

  function go(session, at) {
    if (way === null || session !== number) {
      number = session;
      way = makeWay(machine, walks[number].entries);
      slider.max = String(way.length() - 1);
    }
    store.lead(way);
    const entry = Math.min(at, way.length() - 1);
    const { session: key = "" } = read;
    store.set({ ...way.positionOf(entry), view: "walk", session: key, wanted: -1 });
  }

  function nextBad() {
    const { entries } = walks[number];
    const from = store.get().entry;
    const later = entries.findIndex((each, i) => i > from && each.problem !== null);
    go(number, later >= 0 ? later : entries.findIndex((each) => each.problem !== null));
  }

  function update(position) {
    const { entries } = walks[number];
    const on = position.entry >= 0;
    last = on ? position.entry : last;
    const wrong = way.wrong();
    session.value = String(number);
    slider.value = String(last);
    counted.textContent = on ? texts.entryOf(last, entries.length - 1) : texts.leftFile;
    bad.textContent = wrong > 0 ? texts.deviations(wrong) : texts.noDeviation[form];
    bad.disabled = wrong === 0;
    bad.hidden = bad.textContent === "";
    back.hidden = on;
    put(card, entryCard(entries, last));
    put(allowed, entries[last].problem !== null && possible(entries[last]));
    put(list, listed(entries, on));
    strip.update(way, last, on);
    sequence.update(entries, last);
  }

  function listed(entries, on) {
    const first = Math.max(0, Math.min(last - LISTED / 2, entries.length - LISTED));
    return entries.slice(first, first + LISTED).map((each, i) =>
      h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            class: each.problem === null ? null : "bad",
            "aria-current": on && first + i === last ? "step" : null,
            onclick: () => go(number, first + i),
          },
          h("span", { class: "number" }, each.number > 0 && String(each.number)),
          h("span", { class: "name" }, each.label || texts.fileBegins),
          h("span", { class: "where" }, each.problem === null ? where(each) : texts.notAllowed),
        ),
      ),
    );
  }

  function where(entry) {
    return entry.to === entry.from || entry.to === null
      ? ""
      : texts.goes(machine.locations[entry.to].name);
  }

  function entryCard(entries, i) {
    const entry = entries[i];
    const changed = read.changesOf?.(entry) ?? locationChanges(entry);
    const rows = entry.steps.map((each) => rowOf(machine, each.from, each.event));
    return [
      h(
        "h4",
        {},
        entry.number > 0 && h("span", { class: "number" }, texts.entryLine[form](entry.number)),
        " ",
        entry.label || texts.fileBegins,
        typeof entry.time === "number" &&
          h("span", { class: "time" }, ` ${texts.time(entry.time - (entries[0].time ?? 0))}`),
      ),
      entry.problem !== null && h("p", { class: "problem" }, texts.problem(entry.problem)),
      entry.note !== undefined && h("p", { class: "doc" }, entry.note),
      entry.to !== null &&
        i === 0 &&
        h("p", {}, texts.pathStart(machine.locations[entry.to].name)),
      changed.length > 0 &&
        table(
          texts.difference,
          [texts.variable, texts.valueBefore, texts.valueAfter],
          changed.map(([name, was, is]) => [shortText(name), was, is]),
          { class: "difference" },
        ),
      changed.length === 0 &&
        i > 0 &&
        entry.problem === null &&
        h("p", { class: "doc" }, texts.nothingChanged),
      outputs(entry, rows),
    ];
  }

  function locationChanges(entry) {
    return entry.from === null || entry.to === null
      ? []
      : changes(machine, entry.from, entry.to).map((each) => [
          each.variable.name,
          each.before,
          each.after,
        ]);
  }

  /** What the file says was notified and carried out, or else what the table says. */
  function outputs(entry, rows) {
    const said = entry.file;
    const notified = said
      ? (said.notifications ?? []).map((each) => each.join(", "))
      : rows.flatMap((row) => row.notifications.map((each) => each.join(", ")));
    const effects = said ? (said.effects ?? []) : rows.flatMap((row) => row.effects);
    const causes = form === "callbacks" && rows.map((row) => row.event.text);
    return h(
      "dl",
      { class: "outputs" },
      causes && causes.length > 0 && entryOutput(texts.explainedBy, causes),
      notified.length > 0 && entryOutput(texts.notified, notified),
      effects.length > 0 && entryOutput(texts.effects, effects),
    );
  }

  function entryOutput(name, values) {
    return h(
      "div",
      {},
      h("dt", {}, name),
      values.map((each) => h("dd", {}, shortText(each, 120))),
    );
  }

  /** The rows that were possible: those of the callbacks, or those of the location. */
  function possible(entry) {
    const from = entry.torn ?? entry.from;
    const rows =
      entry.possible ??
      (from === null ? [] : machine.events.map((each) => rowOf(machine, from, each.index)));
    const taken = rows.filter((row) => row.outcome === 0 || row.event === entry.row?.event);
    const where = new Set(rows.map((row) => machine.locations[row.from].name));
    return (
      rows.length > 0 &&
      table(
        texts.possible([...where].join(", ")),
        [texts.event, texts.to, texts.line],
        taken.map((row) => [
          row.event.text,
          breakable(rowText(machine, row)),
          lineLink(context, row.line, true),
        ]),
        { class: "possible" },
      )
    );
  }
}
