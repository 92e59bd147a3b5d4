// The names: locations, events, timers, enumerations and properties, with their documentation.

import { comment, h, paragraphs, table } from "./dom.js";
import { lineLink } from "./lines.js";
import { spanText } from "./machine.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

registerView("names", "n", (context) => {
  const { machine, store } = context;
  const parts = [
    [texts.locationNames, locations],
    [texts.eventNames, events],
    ...machine.enumerations.map((each) => [each.name, () => constants(each)]),
    machine.timers.length > 0 && [texts.timerNames, timers],
    machine.durations.length > 0 && [texts.durations, durations],
    machine.answers.length > 0 && [texts.answers, answers],
    machine.properties.length > 0 && [texts.properties, properties],
  ].filter((each) => each !== false);
  const sections = parts.map(([title, make]) => h("section", {}, make(title)));
  const element = h(
    "div",
    { class: "names" },
    h(
      "nav",
      { "aria-label": texts.views.names },
      parts.map(([title], i) =>
        h(
          "button",
          { type: "button", class: "link", onclick: () => sections[i].scrollIntoView() },
          title,
        ),
      ),
    ),
    h("div", { class: "doc" }, paragraphs(machine.doc)),
    sections,
    h("p", { class: "legend" }, texts.provenance(machine)),
  );
  return { element, update() {} };

  function locations(title) {
    const variables = machine.variables.map((each) => each.name);
    return wide(
      table(
        title,
        [texts.name, ...variables],
        machine.locations.map((each) => [
          h(
            "button",
            { type: "button", class: "link", onclick: () => store.startAt(each.index) },
            each.name,
          ),
          ...each.values,
        ]),
      ),
    );
  }

  function events(title) {
    return list(title, [texts.kind], machine.events, (each) => [
      each.text,
      each.command ? texts.command : texts.fact,
    ]);
  }

  function constants(enumeration) {
    return [
      comment(enumeration.doc, texts.moreDoc),
      list(enumeration.name, [texts.value], enumeration.constants, (each) => [
        each.name,
        each.value,
      ]),
    ];
  }

  function timers(title) {
    return wide(
      table(
        title,
        [texts.name, texts.runs, texts.raises, texts.armedBy, texts.cancelledBy],
        machine.timers.map((each) => [
          each.name,
          spanText(texts, each),
          each.fact,
          each.arm,
          each.cancel,
        ]),
      ),
    );
  }

  function durations(title) {
    return list(title, [texts.value], machine.durations, (each) => [
      each.name,
      texts.seconds(each.seconds),
    ]);
  }

  function answers(title) {
    return [
      h("div", { class: "doc" }, texts.answersDoc),
      wide(table(title, [texts.commandColumn, texts.event, texts.code], machine.answers)),
    ];
  }

  function properties(title) {
    return list(title, [texts.kind], machine.properties, (each) => [
      each.name,
      texts.kinds[each.kind],
    ]);
  }

  /** A table of what has a documentation and a line. */
  function list(title, head, entries, cells) {
    return wide(
      table(
        title,
        [texts.name, ...head, texts.doc, texts.line],
        entries.map((each) => [
          ...cells(each),
          comment(each.doc, texts.moreDoc),
          lineLink(context, each.line, true),
        ]),
      ),
    );
  }
});

function wide(element) {
  const label = element.caption.textContent;
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, element);
}
