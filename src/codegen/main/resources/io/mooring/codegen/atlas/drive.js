// The drive: where the machine is, every event with its outcome there, and the path so far.

import { breakable, h, put } from "./dom.js";
import { codeText, notificationText, rowOf, spanText, changes } from "./machine.js";
import { makeStep } from "./step.js";
import { makePath } from "./path.js";
import { texts } from "./texts.js";

/** The drive's elements, and its update. */
export function makeDrive(context) {
  const { machine, store } = context;
  const here = makeHere(context);
  const step = makeStep(context);
  const path = makePath(context);
  const events = makeEvents(context);
  const buttons = {
    undo: button(texts.undo, "u", () => store.undo()),
    back: button(texts.back, "←", () => store.move(-1)),
    forward: button(texts.forward, "→", () => store.move(1)),
    reset: button(texts.reset, "r", () => store.startAt(machine.initial)),
  };
  here.element.append(h("div", { class: "buttons" }, Object.values(buttons)));
  return { elements: [here.element, step.element, events.element, path.element], update };

  function update(position, places) {
    here.update(position, places);
    step.update(position, places);
    events.update(position, places);
    path.update(position, places);
    buttons.undo.disabled = position.at === 0;
    buttons.back.disabled = !store.canMove(-1);
    buttons.forward.disabled = !store.canMove(1);
    buttons.reset.disabled = position.start === machine.initial && position.events.length === 0;
  }
}

function button(text, key, onclick) {
  return h("button", { type: "button", onclick }, text, " ", h("kbd", {}, key));
}

/** The location: its public state, the values of the other variables, the timers that run. */
function makeHere({ machine, store }) {
  const state = h("h2", { class: "state", id: "state" });
  const values = h("dl", { class: "values" });
  const timers = h("p", { class: "timers" });
  const select = h(
    "select",
    { id: "location", onchange: (event) => store.startAt(Number(event.target.value)) },
    machine.locations.map((each) =>
      h(
        "option",
        { value: String(each.index) },
        each.index === machine.initial ? `${each.name} (${texts.initial})` : each.name,
      ),
    ),
  );
  const element = h(
    "section",
    { class: "here", "aria-labelledby": "state" },
    state,
    values,
    machine.timers.length > 0 && timers,
    h("p", { class: "choose" }, h("label", { for: "location" }, texts.chooseLocation), select),
  );
  return { element, update };

  function update(position, places) {
    const { location, timers: running, row } = places[position.at];
    const changed = row === null ? [] : changes(machine, row.from, row.to);
    put(state, breakable(machine.locations[location].state));
    put(
      values,
      machine.variables.map((variable, i) => {
        const difference = changed.find((each) => each.index === i);
        return (
          i !== machine.publicState &&
          h(
            "div",
            { class: difference ? "changed" : null, title: variable.doc },
            h("dt", {}, variable.name),
            h("dd", {}, machine.locations[location].values[i]),
            difference && h("dd", { class: "before" }, texts.before(difference.before)),
          )
        );
      }),
    );
    put(
      timers,
      running.length === 0
        ? texts.noTimers
        : [
            `${texts.timers}: `,
            running.map((each, i) => [
              i > 0 && ", ",
              h("strong", {}, machine.timers[each].name),
              ` ${spanText(texts, machine.timers[each])}`,
            ]),
          ],
    );
    select.value = String(location);
  }
}

/** The events, each in its place wherever the machine is, so that digits and eyes find it again. */
function makeEvents({ machine, store }) {
  const items = machine.events.map((event, i) => {
    const outcome = h("span", { class: "outcome" });
    const detail = h("span", { class: "detail" });
    const key = i < 10 ? String((i + 1) % 10) : "";
    const element = h(
      "button",
      { type: "button", class: "event", title: event.doc, onclick: () => store.take(i) },
      h("kbd", { "aria-hidden": "true", class: key === "" ? "none" : null }, key),
      h("span", { class: "name" }, event.text),
      outcome,
      detail,
    );
    return { element, outcome, detail };
  });
  const groups = [
    [texts.commands, machine.events.filter((each) => each.command)],
    [texts.facts, machine.events.filter((each) => !each.command)],
  ];
  const split = groups.every(([, events]) => events.length > 0);
  const element = h(
    "section",
    { class: "events", "aria-label": texts.events, onkeydown: moveFocus },
    (split ? groups : [[texts.events, machine.events]]).map(([title, events]) => [
      h("h3", {}, title),
      h("ul", {}, events.map((each) => h("li", {}, items[each.index].element))),
    ]),
  );
  return { element, update };

  function update(position, places) {
    const { location } = places[position.at];
    machine.events.forEach((event, i) => {
      const row = rowOf(machine, location, i);
      const { element: item, outcome, detail } = items[i];
      item.dataset.outcome = texts.outcomes[row.outcome];
      put(outcome, breakable(outcomeText(machine, row)));
      detail.textContent = detailText(machine, row);
    });
  }

  function moveFocus(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined) {
      const shown = [...element.querySelectorAll(".event")];
      const at = shown.indexOf(document.activeElement);
      shown[Math.max(0, Math.min(shown.length - 1, at + by))].focus();
      event.preventDefault();
    }
  }
}

/** What an event does, in a few words. */
export function outcomeText(machine, row) {
  if (row.outcome === 1) {
    return texts.ignored;
  }
  if (row.outcome === 2) {
    return texts.refused(codeText(machine, row));
  }
  return row.to === row.from ? texts.stays : texts.goes(machine.locations[row.to].name);
}

/** What is notified or, in a machine without notifications, carried out. */
function detailText(machine, row) {
  const notified = row.notifications.map((each) => notificationText(machine, each));
  return (machine.fields.length > 0 ? notified : row.effects).join(" · ");
}
