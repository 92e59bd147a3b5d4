// The heat: how often what the diagram and the matrix show was taken, in colour and as a number.

import { COUNTED, sharesOfRows, shownKind } from "./counts.js";
import { h, put, svg } from "./dom.js";
import { rowOf } from "./machine.js";
import { texts } from "./texts.js";

const LEVELS = 5;
const compact = new Intl.NumberFormat("en", { notation: "compact" });

/** The heat of the counts that are shown, for a kind; null if none are, or it is switched off. */
export function heatOf(context, position) {
  const { counts } = context;
  if (!counts || !position.heat) {
    return null;
  }
  const items = shownKind(counts.sum, position.items);
  counts.heats ??= {};
  return (counts.heats[items] ??= makeHeat(context.machine, counts, items));
}

/**
 * The level of rows together, from 0 for never to 5, or "none" where nothing is possible, with its
 * number and its words.
 */
function makeHeat(machine, { sum, absent }, kind) {
  const none = { level: "none", text: "–", brief: "–", words: absent.words };
  const counted = sum.kinds.rows;
  const bounds = levelBounds(counted.most);
  if (kind === "rows") {
    return {
      scale: bounds.map((least, i) => [levelOf(bounds, least), texts.fromTo(least, bounds[i + 1])]),
      of(rows) {
        const count = rows.reduce((all, row) => all + (counted.taken.get(row) ?? 0), 0);
        return rows.every((row) => counted.impossible.has(row))
          ? none
          : {
              level: levelOf(bounds, count),
              text: compact.format(count),
              brief: compact.format(count),
              words: texts.times(count),
            };
      },
    };
  }
  const { got, possible } = sharesOfRows(machine, sum, kind);
  return {
    scale: texts.shareScale.map((text, i) => [i + 1, text]),
    of(rows) {
      const some = rows.reduce((all, row) => all + got[row], 0);
      const most = rows.reduce((all, row) => all + possible[row], 0);
      return most === 0
        ? none
        : {
            level: shareLevel(some, most),
            text: `${compact.format(some)}/${compact.format(most)}`,
            brief: some === 0 ? "0" : `${Math.floor((100 * some) / most) || "<1"}%`,
            words: texts.someOf[kind](some, most),
          };
    },
  };
}

/** The level of a count of items, for lists. */
export function levelOfCount(most, count) {
  return levelOf(levelBounds(most), count);
}

/** Where each level begins: equal factors from 1 to the largest count. */
function levelBounds(most) {
  const bounds = [];
  for (let i = 0; i < LEVELS; i++) {
    const least = Math.max(1, Math.round(most ** (i / LEVELS)));
    (i === 0 || least > bounds[bounds.length - 1]) && least <= most && bounds.push(least);
  }
  return bounds;
}

function levelOf(bounds, count) {
  const reached = bounds.filter((least) => count >= least).length;
  return reached === 0 ? 0 : LEVELS - bounds.length + reached;
}

function shareLevel(some, most) {
  return some === 0 ? 0 : some === most ? LEVELS : 1 + Math.min(3, Math.floor((4 * some) / most));
}

/** The buttons that choose what is counted: rows, edges or pairs. */
export function makeKindButtons(context) {
  const { store } = context;
  const buttons = COUNTED.map((kind) =>
    h(
      "button",
      { type: "button", "data-kind": kind, onclick: () => store.set({ items: kind }) },
      texts.counted[kind],
    ),
  );
  return {
    element: h("div", { class: "segments kinds" }, buttons),
    update({ items }) {
      const sum = context.counts?.sum;
      const shown = sum === undefined ? items : shownKind(sum, items);
      buttons.forEach((each) => {
        const { kind } = each.dataset;
        each.hidden = sum !== undefined && !sum.kinds[kind].counted;
        each.setAttribute("aria-pressed", String(kind === shown));
      });
    },
  };
}

/** The switch and the scale below a picture; hidden as long as there are no counts. */
export function makeHeatBar(context) {
  const { store } = context;
  const toggle = h(
    "button",
    {
      type: "button",
      class: "action",
      onclick: () => store.set({ heat: !store.get().heat }),
    },
    texts.heat,
  );
  const kinds = makeKindButtons(context);
  const scale = h("div", { class: "scale" });
  const element = h("div", { class: "heat-bar", hidden: true }, toggle, kinds.element, scale);
  return {
    element,
    update(position) {
      const heat = heatOf(context, position);
      element.hidden = !context.counts;
      toggle.setAttribute("aria-pressed", String(position.heat));
      kinds.element.hidden = heat === null;
      kinds.update(position);
      const levels = heat === null ? [] : [[0, texts.never], ...heat.scale];
      put(
        scale,
        heat !== null &&
          h("span", {}, texts.countedItems[shownKind(context.counts.sum, position.items)]),
        levels.map(([level, text]) => h("span", { class: "heat", "data-heat": level }, text)),
      );
    },
  };
}

/** Shows the heat of a cell of the matrix, which is a row. */
export function heatCell(context, position, cell) {
  const heat = heatOf(context, position);
  const button = cell.querySelector("button");
  button.querySelector(".times")?.remove();
  delete cell.dataset.heat;
  if (heat !== null) {
    const row = Number(cell.dataset.location) * context.machine.events.length;
    const { level, text, words } = heat.of([row + Number(cell.dataset.event)]);
    cell.dataset.heat = level;
    button.append(
      h(
        "span",
        { class: "times" },
        h("span", { "aria-hidden": "true" }, text),
        h("span", { class: "spoken" }, `, ${words}`),
      ),
    );
  }
}

/** Shows the heat of the arrows of a picture: each event has its number, the line their sum. */
export function heatArrows(context, position, arrows, nameOf) {
  const heat = heatOf(context, position);
  for (const arrow of arrows) {
    const rows = arrow.events.map((event) => rowsOf(context.machine, arrow, event, nameOf));
    const all = rows.flat();
    delete arrow.line.dataset.heat;
    if (heat !== null && all.length > 0) {
      arrow.line.dataset.heat = heat.of(all).level;
    }
    [...arrow.label.children].forEach((label, i) => {
      label.querySelector(".times")?.remove();
      delete label.dataset.heat;
      if (heat !== null) {
        const { level, brief, words } = heat.of(rows[i]);
        label.dataset.heat = level;
        label.lastElementChild.append(
          svg("tspan", { class: "times", dx: "5" }, brief, svg("title", {}, words)),
        );
      }
    });
  }
}

/** The rows that an arrow shows for an event. */
function rowsOf(machine, { from, to }, event, nameOf) {
  return machine.locations
    .filter(({ index }) => {
      const row = rowOf(machine, index, event);
      const leaves = from.kind === "EVERYWHERE" || nameOf(index) === from.name;
      return leaves && row.outcome === 0 && nameOf(row.to) === to.name;
    })
    .map(({ index }) => index * machine.events.length + event);
}
