// What the last step did: the next location, notifications, effects, timers, and the line of the
// specification that says so.

import { comment, h, put } from "./dom.js";
import { branchText, lineLink } from "./lines.js";
import { codeText, constantOf, initialRow, notificationText, spanText } from "./machine.js";
import { texts } from "./texts.js";

/** The card of the last step, and its update. */
export function makeStep(context) {
  const { machine } = context;
  const element = h("section", { class: "step", "aria-labelledby": "step" });
  return { element, update };

  function update(position, places) {
    const { row, before } = places[position.at];
    put(element, row === null ? first(position) : card(row, before, position.at));
  }

  function first(position) {
    const row = position.start === machine.initial ? initialRow(machine) : null;
    return [
      h("h3", { id: "step" }, texts.begin),
      h("div", { class: "doc" }, texts.beginDoc),
      row !== null && h("dl", {}, outputs(row)),
    ];
  }

  function card(row, before, number) {
    const outcome = texts.outcomes[row.outcome];
    return [
      h(
        "h3",
        { id: "step" },
        h("span", { class: "number" }, texts.step(number)),
        h("span", { class: "name" }, row.event.text),
        h("span", { class: "badge", "data-outcome": outcome }, outcome),
      ),
      comment(row.event.doc, texts.moreDoc),
      row.outcome > 0 && h("p", {}, row.outcome === 1 ? texts.ignoredDoc : texts.refusedDoc),
      h(
        "dl",
        {},
        row.outcome === 0 && entry(texts.enters, moved(row)),
        row.outcome === 2 && row.code !== "" && entry(texts.code, coded(row)),
        row.outcome === 0 && outputs(row),
        timers(row, before),
        h(
          "div",
          { class: "whole" },
          h("dt", {}, texts.why),
          h(
            "dd",
            {},
            lineLink(context, row.line),
            h("span", { class: "quote" }, branchText(machine, row.line)),
          ),
        ),
      ),
    ];
  }

  function moved(row) {
    const from = machine.locations[row.from].name;
    const to = machine.locations[row.to].name;
    return row.to === row.from ? texts.staysIn(to) : `${from} → ${to}`;
  }

  function coded(row) {
    const doc = constantOf(machine, machine.codes, row.code)?.doc ?? "";
    return [h("strong", {}, codeText(machine, row)), doc !== "" && ` ${doc}`];
  }

  function outputs(row) {
    return [
      machine.fields.length > 0 &&
        entry(
          texts.notified,
          row.notifications.length === 0
            ? texts.notNotified
            : row.notifications.map((each) =>
                h("span", { class: "notified" }, notificationText(machine, each)),
              ),
        ),
      row.effects.length > 0 &&
        entry(texts.effects, h("ol", {}, row.effects.map((each) => h("li", {}, each)))),
    ];
  }

  function timers(row, running) {
    const words = running
      .map((each) => machine.timers[each])
      .filter((timer) => timer.fact === row.event.name && row.outcome === 0)
      .map((timer) => texts.expired(timer.name));
    row.effects.forEach((effect) =>
      machine.timers.forEach((timer, i) => {
        if (timer.arm === effect) {
          words.push(texts.armed(timer.name, spanText(texts, timer)));
        } else if (timer.cancel === effect && running.includes(i)) {
          words.push(texts.cancelled(timer.name));
        }
      }),
    );
    return words.length > 0 && entry(texts.timersChanged, words.join("; "));
  }
}

function entry(name, ...value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value));
}
