// The transition table: every row, filtered by words, by outcome and by the location.

import { h, put, table } from "./dom.js";
import { lineLink } from "./lines.js";
import { codeText, notificationText, rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

const PAGE = 200;

registerView("table", "t", (context) => {
  const { machine, store } = context;
  const words = [];
  const filter = h("input", {
    id: "filter",
    type: "search",
    placeholder: texts.filterHint,
    oninput: () => store.set({ filter: filter.value.slice(0, 200) }),
  });
  const outcome = h(
    "select",
    {
      "aria-label": texts.outcome,
      id: "outcome",
      onchange: () => store.set({ outcome: outcome.value }),
    },
    h("option", { value: "" }, texts.allOutcomes),
    texts.outcomes.map((each) => h("option", { value: each }, each)),
  );
  const here = h("input", {
    type: "checkbox",
    id: "here",
    onchange: () => store.set({ here: here.checked }),
  });
  const counted = h("span", { class: "count", role: "status" });
  const body = h("div", { class: "scroll", tabindex: "0", "aria-label": texts.tableCaption });
  const more = h("button", { type: "button", class: "more", onclick: () => list(shown + PAGE) });
  const element = h(
    "div",
    { class: "rows" },
    h(
      "div",
      { class: "tools" },
      h("label", { for: "filter" }, texts.filter),
      filter,
      outcome,
      h("label", { class: "check" }, here, texts.here),
      counted,
    ),
    body,
    more,
  );
  let found = [];
  let shown = PAGE;
  let last = null;
  return { element, update };

  function update(position) {
    const { location } = context.places()[position.at];
    const wanted = [position.filter, position.outcome, position.here ? location : -1].join("\n");
    if (filter.value !== position.filter) {
      filter.value = position.filter;
    }
    outcome.value = position.outcome;
    here.checked = position.here;
    if (wanted !== last) {
      last = wanted;
      found = select(position, location);
      list(PAGE);
    }
  }

  function select(position, location) {
    const wanted = position.filter.toLowerCase().split(/\s+/).filter((each) => each !== "");
    const found = [];
    const number = machine.locations.length * machine.events.length;
    for (let i = 0; i < number; i++) {
      const from = Math.floor(i / machine.events.length);
      const row = rowOf(machine, from, i % machine.events.length);
      const fits =
        (position.outcome === "" || texts.outcomes[row.outcome] === position.outcome) &&
        (!position.here || from === location) &&
        wanted.every((word) => wordsOf(i, row).includes(word));
      if (fits) {
        found.push(row);
      }
    }
    return found;
  }

  function wordsOf(i, row) {
    words[i] ??= [...cells(row), texts.outcomes[row.outcome], row.event.name]
      .join(" ")
      .toLowerCase();
    return words[i];
  }

  /** From, event, outcome, to, what is notified or returned, effects. */
  function cells(row) {
    const notified = row.notifications.map((each) => notificationText(machine, each)).join("; ");
    return [
      machine.locations[row.from].name,
      row.event.text,
      texts.outcomes[row.outcome],
      row.outcome === 0 ? machine.locations[row.to].name : "",
      row.outcome === 2 ? codeText(machine, row) : notified,
      row.effects.join(", "),
    ];
  }

  function list(number) {
    shown = number;
    const all = machine.locations.length * machine.events.length;
    counted.textContent = texts.rows(found.length.toLocaleString("en"), all);
    const notified = machine.fields.length > 0 ? `${texts.notified}, ${texts.code}` : texts.code;
    const head = [texts.from, texts.event, texts.outcome, texts.to, notified, texts.effects];
    put(
      body,
      table(
        texts.tableCaption,
        [...head, texts.line],
        found.slice(0, shown).map((row) => {
          const [from, event, outcome, to, notified, effects] = cells(row);
          const take = h(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () => store.takeAt(row.from, row.event.index),
            },
            event,
          );
          const badge = h("span", { class: "badge", "data-outcome": outcome }, outcome);
          return [from, take, badge, to, notified, effects, lineLink(context, row.line, true)];
        }),
      ),
    );
    const left = Math.min(PAGE, found.length - shown);
    more.hidden = left <= 0;
    more.textContent = texts.more(left);
  }
});
