// The view of coverage: what the counts of files say was taken, and first of all what never was.

import { checkCounts, COUNTED, countedKinds, readCounts, shownKind, sumCounts } from "./counts.js";
import { h, put, table, takesFiles } from "./dom.js";
import { pathOf } from "./graph.js";
import { levelOfCount, makeKindButtons } from "./heat.js";
import { rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { Refused, shortText } from "./values.js";
import { registerView } from "./views.js";

/** About a million entries: read and added in about a second. */
const LARGEST_COUNTS = 16_000_000;
const LISTED_ITEMS = 200;

/** No more of a list is looked at: a large machine has more pairs than a list can show. */
const LOOKED_AT = 2_000_000;

/** Takes over the counts that the page was made with. */
export function openEmbeddedCounts(context) {
  const { machine } = context;
  if (machine.counts) {
    const counts = checkCounts(machine, machine.counts);
    take(context, [{ name: texts.embedded, counts }], machine.fleet !== undefined);
    context.embedded = context.counts;
  }
}

/** Counts of a fleet have only what the lines of its sessions can show. */
function take(context, files, ofFleet = false) {
  const counts = files.map((each) => each.counts);
  const absent = ofFleet ? texts.absentInTraces : texts.absentInRuns;
  context.counts = { files, sum: sumCounts(context.machine, counts), absent };
}

registerView("coverage", "v", (context) => {
  const { machine, store } = context;
  const input = h("input", {
    type: "file",
    id: "counts-files",
    hidden: true,
    multiple: true,
    accept: ".json,application/json",
    onchange: () => {
      open([...input.files]);
      input.value = "";
    },
  });
  const choose = h(
    "button",
    { type: "button", id: "open-counts", class: "action", onclick: () => input.click() },
    texts.openCounts,
  );
  const sources = h("ul", { class: "sources" });
  const summary = h("div", {});
  const kinds = makeKindButtons(context);
  const seek = h("input", {
    id: "seek",
    type: "search",
    oninput: () => store.set({ seek: seek.value.slice(0, 200) }),
  });
  const which = h(
    "select",
    {
      id: "taken",
      "aria-label": texts.takenFilter,
      onchange: () => store.set({ taken: which.value }),
    },
    Object.entries(texts.takenChoices).map(([value, text]) => h("option", { value }, text)),
  );
  const counted = h("span", { class: "count", role: "status" });
  const doc = h("p", { class: "legend" });
  const body = h("div", {
    class: "scroll",
    tabindex: "0",
    role: "group",
    "aria-label": texts.coverageList,
  });
  const more = h(
    "button",
    { type: "button", class: "more", onclick: () => list(shown + LISTED_ITEMS) },
  );
  const result = h(
    "div",
    { hidden: true },
    sources,
    summary,
    h(
      "div",
      { class: "tools" },
      kinds.element,
      h("label", { for: "seek" }, texts.filter),
      seek,
      which,
      counted,
    ),
    body,
    more,
    doc,
  );
  const note = h("p", { class: "note" }, texts.coverageDoc);
  const element = h(
    "div",
    { class: "coverage", ...takesFiles(open) },
    h("div", { class: "tools drop" }, choose, input, h("span", {}, texts.dropCounts)),
    note,
    result,
  );
  let opened = 0;
  let shown = LISTED_ITEMS;
  let last = null;
  return { element, update };

  /** Opens files in the place of those that are shown; if one cannot be, none is. */
  async function open(files) {
    const number = ++opened;
    const read = [];
    const problems = [];
    for (const file of files) {
      const name = shortText(file.name);
      try {
        read.push({ name, counts: readCounts(machine, await countsText(file)) });
      } catch (error) {
        problems.push(texts.countProblem(name, countsProblem(error)));
      }
    }
    if (number === opened && files.length > 0) {
      context.report(problems);
      if (problems.length === 0) {
        take(context, read);
        last = null;
        store.set({ view: "coverage" });
      }
    }
  }

  function update(position) {
    seek.value !== position.seek && (seek.value = position.seek);
    which.value = position.taken;
    kinds.update(position);
    result.hidden = !context.counts;
    note.hidden = !result.hidden;
    if (!context.counts) {
      return;
    }
    const wanted = [position.items, position.taken, position.seek].join("\n");
    if (last === null) {
      const { files, sum, absent } = context.counts;
      which.querySelector("[value=impossible]").textContent = absent.choice;
      put(
        sources,
        files.map(({ name, counts }) =>
          h("li", {}, texts.countsFrom(name, shortText(counts.source, 200))),
        ),
      );
      put(
        summary,
        summaryOf(sum, absent),
        countedKinds(sum).length < COUNTED.length && h("p", { class: "note" }, absent.rowsAlone),
      );
    }
    if (wanted !== last) {
      last = wanted;
      doc.textContent = texts.countedDocs[shownKind(context.counts.sum, position.items)];
      list(LISTED_ITEMS);
    }
  }

  function list(number) {
    shown = number;
    const { sum } = context.counts;
    const { taken, seek, items: wanted } = store.get();
    const items = shownKind(sum, wanted);
    const kind = sum.kinds[items];
    const fits = filterOf(machine, sum.graph, items, seek);
    const found = [];
    let fitting = 0;
    let looked = 0;
    for (const each of numbersOf(kind, taken)) {
      if (++looked > LOOKED_AT) {
        break;
      }
      if (fits(each)) {
        fitting++;
        found.length < shown && found.push(each);
      }
    }
    const all = taken === "impossible" ? kind.impossible.size : kind.possible;
    counted.textContent = texts.itemsShown(fitting, all, looked > LOOKED_AT);
    put(
      body,
      fitting === 0 && taken === "never" && seek === ""
        ? h("p", { class: "note" }, texts.allTaken)
        : table(
            texts.coverageList,
            [texts.takenEvents, texts.from, texts.to, texts.taken],
            found.map((each) => cells(sum.graph, items, kind, each)),
          ),
    );
    const left = Math.min(LISTED_ITEMS, fitting - shown);
    more.hidden = left <= 0;
    more.textContent = texts.more(left);
  }

  function cells(graph, items, kind, number) {
    const { start, events, begins } = pathOf(graph, items, number);
    const rows = [];
    events.forEach((event) => rows.push(rowOf(machine, rows.at(-1)?.to ?? start, event)));
    const { outcome, to } = rows.at(-1);
    const names = events.map((event) => machine.events[event].text);
    const count = kind.taken.get(number) ?? 0;
    const impossible = kind.impossible.has(number);
    const level = impossible ? "none" : levelOfCount(kind.most, count);
    return [
      h(
        "button",
        {
          type: "button",
          class: "link",
          onclick: () => store.set({ start, events, at: events.length }),
        },
        (begins ? [texts.beginning, ...names] : names).join(", "),
      ),
      machine.locations[start].name,
      texts.endsIn(machine.locations[to].name, outcome),
      h(
        "span",
        { class: "heat", "data-heat": level },
        impossible ? context.counts.absent.words : texts.times(count),
      ),
    ];
  }
});

async function countsText(file) {
  if (file.size > LARGEST_COUNTS) {
    const size = Math.round(file.size / 1e6);
    throw new Refused(texts.countProblems.large(size, LARGEST_COUNTS / 1e6));
  }
  return file.text();
}

function countsProblem(error) {
  if (error instanceof Refused) {
    return error.message;
  }
  if (error instanceof DOMException) {
    return texts.countProblems.unreadable();
  }
  throw error;
}

function summaryOf(sum, absent) {
  const number = (value) => value.toLocaleString("en");
  const rows = countedKinds(sum).map((kind) => {
    const { possible, taken, impossible } = sum.kinds[kind];
    const got = taken.size;
    const never = possible - got;
    return [
      texts.counted[kind],
      number(possible),
      number(got),
      never === 0 ? "0" : h("strong", { class: "never" }, number(never)),
      texts.percent(got, possible),
      number(impossible.size),
    ];
  });
  const head = [
    texts.coverageKind,
    absent.others,
    texts.taken,
    texts.neverTaken,
    texts.share,
    absent.head,
  ];
  const attributes = {
    class: "scroll",
    tabindex: "0",
    role: "group",
    "aria-label": texts.coverageSummary,
  };
  return h("div", attributes, table(texts.coverageSummary, head, rows, { class: "summary" }));
}

/** The numbers of a choice: what was never taken in order, then what was, the rarest first. */
function* numbersOf({ all, taken, impossible }, choice) {
  if (choice === "impossible") {
    yield* [...impossible].sort((a, b) => a - b);
    return;
  }
  if (choice !== "taken") {
    for (let number = 0; number < all; number++) {
      if (!taken.has(number) && !impossible.has(number)) {
        yield number;
      }
    }
  }
  if (choice !== "never") {
    const counted = [...taken].sort(([a, once], [b, twice]) => once - twice || a - b);
    yield* counted.map(([number]) => number);
  }
}

/** Whether a number has all words in the names of its events or of where it begins and ends. */
function filterOf(machine, graph, kind, text) {
  const words = text.toLowerCase().split(/\s+/).filter((each) => each !== "");
  const names = machine.events.map((each) => each.text.toLowerCase());
  const places = machine.locations.map((each) => each.name.toLowerCase());
  return (number) => {
    if (words.length === 0) {
      return true;
    }
    const { start, events } = pathOf(graph, kind, number);
    const to = events.reduce((at, event) => rowOf(machine, at, event).to, start);
    return words.every(
      (word) =>
        places[start].includes(word) ||
        places[to].includes(word) ||
        events.some((event) => names[event].includes(word)),
    );
  };
}
