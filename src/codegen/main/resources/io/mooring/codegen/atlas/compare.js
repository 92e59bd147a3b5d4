// The comparison with another model: a model file is opened or dropped, and what differs is listed
// in words. The page's own machine is the new side, until the sides are swapped.

import { h, put, table, takesFiles } from "./dom.js";
import { differences } from "./differences.js";
import { lineLink } from "./lines.js";
import { machineOfModel, readModel } from "./modelfile.js";
import { brief } from "./hold.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

/** The model of a machine of 50,000 rows: read and compared in about a second. */
const LARGEST = 16_000_000;
const BATCH = 200;

registerView("compare", "c", (context) => {
  const { machine, store } = context;
  const input = h("input", {
    type: "file",
    id: "model-file",
    hidden: true,
    accept: ".json,application/json",
    onchange: () => {
      open(input.files[0]);
      input.value = "";
    },
  });
  const choose = h(
    "button",
    { type: "button", id: "open-model", class: "action", onclick: () => input.click() },
    texts.openModel,
  );
  const swap = h(
    "button",
    {
      type: "button",
      id: "swap",
      class: "action",
      onclick: () => store.set({ swap: !store.get().swap }),
    },
    texts.swap,
  );
  const filter = h("input", {
    id: "find",
    type: "search",
    oninput: () => store.set({ find: filter.value.slice(0, 200) }),
  });
  const change = h(
    "select",
    { id: "change", "aria-label": texts.change, onchange: () => set("change", change.value) },
    h("option", { value: "" }, texts.allChanges),
    texts.changes.map((each) => h("option", { value: each }, each)),
  );
  const counted = h("span", { class: "count", role: "status" });
  const sides = h("div", { class: "sides" });
  const summary = h("div", {});
  const body = h("div", {
    class: "scroll differences",
    tabindex: "0",
    role: "group",
    "aria-label": texts.differences,
  });
  const more = h("button", { type: "button", class: "more", onclick: () => list(shown + BATCH) });
  const result = h(
    "div",
    { hidden: true },
    sides,
    summary,
    h(
      "div",
      { class: "tools" },
      h("label", { for: "find" }, texts.filter),
      filter,
      change,
      counted,
    ),
    body,
    more,
    h("p", { class: "legend" }, texts.compareLegend),
  );
  const element = h(
    "div",
    { class: "compare", ...takesFiles(([file]) => open(file)) },
    h("div", { class: "tools drop" }, choose, input, swap, h("span", {}, texts.dropModel)),
    result,
  );
  const { compared: enclosed } = machine;
  let other = enclosed
    ? { name: brief(enclosed.name), machine: machineOfModel(enclosed.model) }
    : null;
  let opened = 0;
  let compared = null;
  let found = [];
  let shown = BATCH;
  let last = "";
  swap.hidden = true;
  return { element, update };

  function set(name, value) {
    store.set({ [name]: value });
  }

  async function open(file) {
    if (file === undefined) {
      return;
    }
    const number = ++opened;
    const name = brief(file.name);
    let problem = null;
    try {
      if (file.size > LARGEST) {
        problem = texts.problems.large(Math.round(file.size / 1e6), LARGEST / 1e6);
      } else {
        const read = readModel(await file.text());
        if (number !== opened) {
          return;
        }
        other = { name, machine: read };
      }
    } catch (error) {
      problem = problemOf(error);
    }
    context.report(problem === null ? [] : [texts.problems.file(name, problem)]);
    if (problem === null) {
      compared = null;
      store.set({ view: "compare" });
    }
  }

  function update(position) {
    filter.value !== position.find && (filter.value = position.find);
    change.value = position.change;
    if (other === null) {
      return;
    }
    if (compared?.swap !== position.swap) {
      compare(position.swap);
    }
    const wanted = [position.find, position.change].join("\n");
    if (wanted !== last) {
      last = wanted;
      const words = position.find.toLowerCase().split(/\s+/);
      found = compared.all.filter(
        (each) =>
          (position.change === "" || each.change === position.change) &&
          words.every((word) => each.words.includes(word)),
      );
      list(BATCH);
    }
  }

  /** Compares the two sides; the page's own is the old one if they are swapped. */
  function compare(swapped) {
    const [older, newer] = swapped ? [machine, other.machine] : [other.machine, machine];
    compared = { swap: swapped, ...differences(older, newer) };
    const ofPage = swapped ? "older" : "newer";
    const changes = new Map();
    compared.all.forEach((each) => {
      each.ofPage = each[ofPage];
      each.words = wordsOf(each);
      const row = each.ofPage?.row;
      row && changes.set(`${row.from} ${row.event}`, each.change);
    });
    context.changeOf = (location, event) => changes.get(`${location} ${event}`);
    last = null;
    result.hidden = false;
    swap.hidden = false;
    const own = side(machine, texts.thisPage);
    const file = side(other.machine, other.name);
    put(
      sides,
      h("p", {}, h("strong", {}, texts.older), " ", swapped ? own : file),
      h("p", {}, h("strong", {}, texts.newer), " ", swapped ? file : own),
      machine.module !== other.machine.module &&
        h("p", { class: "other-module" }, texts.otherModule(older.module, newer.module)),
      compared.all.length === 0 && h("p", { class: "equal" }, texts.noDifference),
    );
    const differs = ({ added, removed, changed }) => added + removed + changed > 0;
    const some = compared.counts.filter(differs);
    const equal = compared.counts.filter((each) => !differs(each) && each.same > 0);
    put(summary, some.length > 0 && countsTable(some), equal.length > 0 && equalKinds(equal));
  }

  function side(of, name) {
    return `${of.module}, ${name}, ${texts.digest(of.digest.slice(0, 12))}`;
  }

  function list(number) {
    shown = number;
    counted.textContent = texts.differencesShown(found.length, compared.all.length);
    put(
      body,
      table(
        texts.differences,
        [texts.change, texts.what, texts.name, texts.inWords, texts.line],
        found.slice(0, shown).map((each) => [
          badge(each.change),
          texts.comparedOne[each.kind],
          nameOf(each),
          inWords(each),
          lineOf(each),
        ]),
      ),
    );
    const left = Math.min(BATCH, found.length - shown);
    more.hidden = left <= 0;
    more.textContent = texts.more(left);
  }

  function nameOf({ name, ofPage }) {
    const row = ofPage?.row;
    return row
      ? h(
          "button",
          { type: "button", class: "link", onclick: () => store.takeAt(row.from, row.event) },
          name,
        )
      : name;
  }

  /** The line of the page's own text, or the place in the other's. */
  function lineOf({ ofPage, older, newer }) {
    if (ofPage !== null) {
      return ofPage.line === null ? "" : lineLink(context, ofPage.line);
    }
    const { line } = older ?? newer;
    return line === null ? "" : `${other.machine.files[line[0]].name}:${line[1]}`;
  }
});

function countsTable(counts) {
  const element = table(
    texts.summary,
    [texts.what, ...texts.changes, texts.same],
    counts.map((each) => [
      texts.compared[each.kind],
      ...texts.changes.map((change) => amount(each[change], change)),
      each.same.toLocaleString("en"),
    ]),
    { class: "summary" },
  );
  const attributes = { class: "scroll", tabindex: "0", role: "group", "aria-label": texts.summary };
  return h("div", attributes, element);
}

function equalKinds(counts) {
  const kinds = counts.map(({ kind, same }) => texts.amount(texts.compared[kind], same));
  return h("p", { class: "equal-kinds" }, `${texts.equalKinds} ${kinds.join(", ")}.`);
}

function amount(number, change) {
  const text = number.toLocaleString("en");
  return number === 0 ? text : h("span", { class: "some", "data-change": change }, text);
}

function badge(change) {
  return h(
    "span",
    { class: "change", "data-change": change },
    h("span", { "aria-hidden": "true" }, texts.signs[change]),
    ` ${change}`,
  );
}

/** What differs, or what is added or was removed, in words. */
function inWords({ change, facts }) {
  const shown = facts.filter(({ before, after }) => change === "changed" || (before ?? after));
  return h(
    "ul",
    {},
    shown.map(({ label, before, after }) =>
      h("li", {}, h("span", { class: "label" }, `${label}: `), factText(change, before, after)),
    ),
  );
}

function factText(change, before, after) {
  if (change !== "changed") {
    return before ?? after;
  }
  return before === null && after === null
    ? texts.differs
    : [
        `${texts.was} `,
        h("del", {}, before ?? texts.none),
        `, ${texts.now} `,
        h("ins", {}, after ?? texts.none),
      ];
}

function wordsOf({ kind, change, name, facts }) {
  return [
    change,
    texts.comparedOne[kind],
    name,
    ...facts.flatMap((each) => [each.label, each.before, each.after]),
  ]
    .join(" ")
    .toLowerCase();
}

/** What is wrong with a file; a mistake of the page itself is not hidden. */
function problemOf(error) {
  if (error instanceof RangeError) {
    return texts.problems.deep;
  }
  if (error instanceof DOMException) {
    return texts.problems.unreadable;
  }
  if (!error.ofFile) {
    throw error;
  }
  return error.message;
}
