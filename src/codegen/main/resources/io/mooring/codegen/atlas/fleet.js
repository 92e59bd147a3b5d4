// The view of a fleet: how its sessions were decided, by rule, version, region, reason and refused
// step, and over time; how often each transition was taken; and the rejected sessions of a row.

import { h, put, table } from "./dom.js";
import { makeFleetChart } from "./fleet-chart.js";
import {
  FLEET_DIMENSIONS,
  fleetName,
  lineOfRule,
  matching,
  FLEET_NUMBERS,
  readBy,
  rowsBy,
  sorted,
  totalsOf,
} from "./fleet-report.js";
import { makeFleetSessions } from "./fleet-sessions.js";
import { makeFleetTransitions } from "./fleet-transitions.js";
import { linesOfSession } from "./fleet-walk.js";
import { lineLink } from "./lines.js";
import { texts } from "./texts.js";
import { shortText } from "./values.js";
import { registerView } from "./views.js";

const LISTED_ROWS = 100;

registerView(
  "fleet",
  "l",
  (context) => {
    const report = makeFleetReport(context);
    const sessions = makeFleetSessions(context);
    const element = h("div", { class: "fleet" });
    return {
      element,
      update(position, before) {
        const part = position.row === "" ? report : sessions;
        if (part.element.parentNode !== element) {
          put(element, part.element);
        }
        part.update(position);
        if (before !== undefined && before.row !== position.row && before.view === "fleet") {
          part.focus();
        }
      },
    };
  },
  ({ machine }) => machine.fleet !== undefined,
);

function makeFleetReport(context) {
  const { machine, store } = context;
  const { fleet } = machine;
  const words = texts.fleet;
  const title = h("h3", { class: "what", tabindex: "-1" }, words.title(shortText(fleet.name)));
  const groups = FLEET_DIMENSIONS.map((each) =>
    h(
      "button",
      { type: "button", "data-dimension": each, onclick: () => toggle(each) },
      words.dimensions[each],
    ),
  );
  const filter = h("input", {
    id: "fleet-filter",
    type: "search",
    placeholder: words.filterHint,
    oninput: () => store.set({ words: filter.value.slice(0, 200) }),
  });
  const counted = h("span", { class: "count", role: "status" });
  const body = h("div", {
    class: "scroll",
    tabindex: "0",
    role: "group",
    "aria-label": words.table,
  });
  const more = h("button", {
    type: "button",
    class: "more",
    onclick: () => list(shown + LISTED_ROWS),
  });
  const element = h(
    "div",
    {},
    title,
    summary(fleet),
    notes(context),
    makeFleetChart(fleet),
    h(
      "div",
      { class: "tools" },
      h("span", { id: "fleet-by" }, words.groups),
      h("div", { class: "segments", role: "group", "aria-labelledby": "fleet-by" }, groups),
      h("label", { for: "fleet-filter" }, words.filter),
      filter,
      counted,
    ),
    body,
    more,
    h("p", { class: "legend" }, words.legend),
    makeFleetTransitions(context),
    unjudged(fleet),
  );
  let shown = LISTED_ROWS;
  let last = null;
  return { element, update, focus: () => title.focus() };

  function toggle(dimension) {
    const by = readBy(store.get().by);
    const next = FLEET_DIMENSIONS.filter((each) => by.includes(each) !== (each === dimension));
    if (next.length > 0) {
      store.set({ by: next.join(".") });
    }
  }

  function update({ by, words: wanted, order }) {
    filter.value !== wanted && (filter.value = wanted);
    const chosen = readBy(by);
    FLEET_DIMENSIONS.forEach((each, i) =>
      groups[i].setAttribute("aria-pressed", String(chosen.includes(each))),
    );
    if (last !== JSON.stringify([by, wanted, order])) {
      last = JSON.stringify([by, wanted, order]);
      list(LISTED_ROWS);
    }
  }

  function list(number) {
    shown = number;
    const { by, words: wanted, order } = store.get();
    const chosen = readBy(by);
    const all = rowsBy(fleet, chosen);
    const found = sorted(matching(all, wanted), chosen, order);
    counted.textContent = words.rows(found.length, all.length);
    const focused = document.activeElement?.getAttribute("data-order");
    put(body, rowTable(chosen, order, found.slice(0, shown)));
    focused && body.querySelector(`[data-order="${focused}"]`)?.focus();
    const left = Math.min(LISTED_ROWS, found.length - shown);
    more.hidden = left <= 0;
    more.textContent = words.more(left);
  }

  function rowTable(by, order, rows) {
    const hasRule = by.includes("rule");
    const columns = [...by, ...Object.keys(FLEET_NUMBERS)];
    const made = table(
      words.table,
      [...columns.map((each) => orderButton(each, order)), ...(hasRule ? [words.line] : [])],
      rows.map((row) => cells(by, row, hasRule)),
      { class: "report" },
    );
    columns.forEach((each, i) => {
      const name = order.replace(/^-/, "") || "rejected";
      const down = (each in FLEET_NUMBERS) !== order.startsWith("-");
      each === name &&
        made.tHead.rows[0].cells[i].setAttribute("aria-sort", down ? "descending" : "ascending");
    });
    return made;
  }

  function orderButton(name, order) {
    const isNow = name === (order || "rejected");
    return h(
      "button",
      {
        type: "button",
        "data-order": name,
        "aria-label": words.shareOf[name],
        onclick: () => store.set({ order: isNow ? `-${name}` : name }),
      },
      words.dimensions[name] ?? words.columns[name],
    );
  }

  function cells(by, row, hasRule) {
    const names = by.map((each, i) => fleetName(each, row.names[i]));
    const line = hasRule ? lineOfRule(machine, row.names[by.indexOf("rule")]) : null;
    const number = (value) => value.toLocaleString("en");
    const show = () => store.set({ row: JSON.stringify(row.names) });
    const first =
      row.rejected === 0
        ? names[0]
        : h(
            "button",
            {
              type: "button",
              class: "link",
              "aria-label": words.showSessions(names.join(", ")),
              onclick: show,
            },
            names[0],
          );
    return [
      first,
      ...names.slice(1),
      row.rejected === 0 ? "0" : h("strong", { class: "never" }, number(row.rejected)),
      words.share(row.rejected, row.sessions),
      row.undecided === 0 ? "0" : h("strong", {}, number(row.undecided)),
      words.share(row.undecided, row.sessions),
      number(row.sessions),
      ...(hasRule ? [line === null ? "" : lineLink(context, line, true)] : []),
    ];
  }
}

/** The sum, and a sentence that is good news only if there is good news. */
function summary(fleet) {
  const words = texts.fleet;
  const totals = totalsOf(fleet);
  const { sessions, accepted, rejected, undecided } = totals;
  const state =
    sessions === 0
      ? "none"
      : accepted + rejected === 0
        ? "nothing"
        : undecided > accepted + rejected
          ? "most"
          : rejected > 0
            ? "rejected"
            : undecided > 0
              ? "undecided"
              : "accepted";
  return [
    h("p", { class: "state-of-fleet", "data-state": state }, words.state[state]),
    h(
      "dl",
      { class: "totals" },
      Object.entries(words.totals).map(([name, label]) =>
        h(
          "div",
          { "data-total": name },
          h("dt", {}, label),
          h(
            "dd",
            {},
            h("span", { class: "number" }, totals[name].toLocaleString("en")),
            name !== "sessions" && ` ${words.share(totals[name], sessions)}`,
          ),
        ),
      ),
    ),
  ];
}

/** What is not as a reader might think. */
function notes(context) {
  const { fleet, counts } = context.machine;
  const words = texts.fleet;
  const { sessions, rejected } = totalsOf(fleet);
  const lines = fleet.sessions.some((each) => linesOfSession(each).length > 0);
  return [
    sessions !== fleet.verdicts && words.otherTotals(fleet.verdicts, sessions),
    fleet.others > 0 && words.others(fleet.others),
    rejected > 0 && !lines && words.noLines,
    fleet.foreign > 0 && words.foreign(fleet.foreign),
    counts !== undefined && words.countsLink,
    counts !== undefined && fleet.uncertain > 0 && words.uncertain(fleet.uncertain),
  ]
    .filter((each) => each !== false)
    .map((each) => h("p", { class: "note" }, each));
}

function unjudged(fleet) {
  const words = texts.fleet;
  const all = fleet.unjudged.reduce((sum, [, count]) => sum + count, 0);
  return (
    all > 0 &&
    h(
      "details",
      { class: "unjudged" },
      h("summary", {}, words.unjudged(all)),
      table(
        words.unjudged(all),
        [words.why, words.lines],
        fleet.unjudged.map(([why, count]) => [shortText(why, 200), count.toLocaleString("en")]),
      ),
    )
  );
}
