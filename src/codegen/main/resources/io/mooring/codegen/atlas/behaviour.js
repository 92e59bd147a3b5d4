// A behaviour to walk: its steps, what each changes, the line of its action, and the whole state.

import { h, put, table } from "./dom.js";
import { findingTexts } from "./finding-texts.js";
import { branchText, lineLink } from "./lines.js";
import { texts } from "./texts.js";

const STEPS_LISTED = 80;

/** The walk of a finding, and its update. */
export function makeBehaviour(context, finding) {
  const { steps, loop, rejected } = finding;
  const isBad = (number) => rejected && number === steps.length - 1;
  const stutters = loop === steps.length - 1;
  const states = [];
  const nothing = context.machine.partly ? findingTexts.nothingShown : findingTexts.nothing;
  const slider = h("input", {
    type: "range",
    min: "1",
    max: String(steps.length),
    "aria-label": findingTexts.step,
    oninput: () => context.goTo(Number(slider.value) - 1),
  });
  const back = button(texts.back, "←", -1);
  const forward = button(texts.forward, "→", 1);
  const counted = h("span", { class: "count", role: "status" });
  const list = h("ol", { class: "entries", "aria-label": findingTexts.steps });
  const card = h("section", { class: "entry", "aria-label": findingTexts.stepCard });
  const element = h(
    "div",
    { class: "behaviour" },
    h("div", { class: "tools" }, h("div", { class: "segments" }, back, forward), slider, counted),
    loop !== null &&
      h("p", { class: "note" }, stutters ? findingTexts.stutters : findingTexts.loops(loop + 1)),
    h("div", { class: "pair" }, card, list),
  );
  return { element, update };

  function button(label, sign, by) {
    const onclick = () => context.goTo(context.store.get().step + by);
    return h("button", { type: "button", "aria-label": label, onclick }, sign);
  }

  function update({ step }) {
    slider.value = String(step + 1);
    counted.textContent = findingTexts.stepOf(step + 1, steps.length);
    back.disabled = step === 0;
    forward.disabled = step === steps.length - 1 && (loop === null || stutters);
    put(card, stepCard(step));
    put(list, listed(step));
    const current = list.querySelector("[aria-current]");
    if (current !== null) {
      const { offsetTop, offsetHeight } = current.parentNode;
      const top = offsetTop - list.offsetTop;
      if (top < list.scrollTop || top + offsetHeight > list.scrollTop + list.clientHeight) {
        list.scrollTop = top - list.clientHeight / 2;
      }
    }
  }

  /** Each variable's value after a step; a step has only those that it changes. */
  function stateOf(step) {
    for (let i = states.length; i <= step; i++) {
      states.push(new Map([...(states[i - 1] ?? []), ...steps[i].values]));
    }
    return states[step];
  }

  function stepCard(step) {
    const { action, at, changes } = steps[step];
    const state = stateOf(step);
    const before = step === 0 ? null : stateOf(step - 1);
    const code = at[1] > 0 ? branchText(context.machine, at) : [];
    return [
      h(
        "h3",
        {},
        h("span", { class: "number" }, String(step + 1)),
        " ",
        action || findingTexts.unknownAction,
        " ",
        at[1] > 0 && lineLink(context, at),
      ),
      isBad(step) && h("p", { class: "problem" }, findingTexts.rejected),
      h("h4", {}, step === 0 ? findingTexts.everything : findingTexts.changes),
      changes.length === 0
        ? h("p", { class: "doc" }, nothing)
        : h("ul", { class: "changes" }, changes.map((each) => h("li", {}, h("code", {}, each)))),
      code.length > 0 && [h("h4", {}, findingTexts.why), h("pre", { class: "branch" }, code)],
      step > 0 && stateTable(state, before),
    ];
  }

  function stateTable(state, before) {
    const value = (text) => (text === "" ? findingTexts.noValue : h("code", {}, text));
    const names = [...state.keys()].sort();
    return table(
      findingTexts.state,
      [findingTexts.variable, findingTexts.value, findingTexts.before],
      names.map((name) => {
        const changed = before.has(name) && before.get(name) !== state.get(name);
        return [
          changed ? h("strong", {}, name) : name,
          value(state.get(name)),
          changed ? value(before.get(name)) : "",
        ];
      }),
      { class: "state-table" },
    );
  }

  function listed(step) {
    const first = Math.max(0, Math.min(step - STEPS_LISTED / 2, steps.length - STEPS_LISTED));
    const last = Math.min(steps.length, first + STEPS_LISTED);
    return [
      steps.slice(first, last).map((each, i) => item(first + i, each, step)),
      last === steps.length && loop !== null && end(),
    ];
  }

  function item(number, { action, changes }, step) {
    return h(
      "li",
      { class: loop !== null && !stutters && number >= loop ? "repeats" : null },
      h(
        "button",
        {
          type: "button",
          class: isBad(number) ? "bad" : null,
          "aria-current": number === step ? "step" : null,
          onclick: () => context.goTo(number),
        },
        h("span", { class: "number" }, String(number + 1)),
        h("span", { class: "name" }, beginOf(action) || findingTexts.unknownAction),
        h("span", { class: "where" }, whereOf(number, changes)),
      ),
    );
  }

  function whereOf(number, [first = ""]) {
    return isBad(number) ? findingTexts.rejected : number === 0 ? "" : beginOf(first);
  }

  /** How the behaviour goes on for ever: the way back, or that nothing happens. */
  function end() {
    return h(
      "li",
      { class: "end" },
      stutters
        ? h("p", { class: "note" }, findingTexts.stutters)
        : h(
            "button",
            { type: "button", class: "link", onclick: () => context.goTo(loop) },
            `↩ ${findingTexts.backTo(loop + 1)}`,
          ),
    );
  }
}

/** The step that a result is shown at first: the line that is not explained, or the first. */
export function firstStep(finding) {
  return finding?.rejected ? finding.steps.length - 1 : 0;
}

/** A step in words, for a screen reader. */
export function stepSaid({ steps }, step) {
  const { action, changes } = steps[step];
  const what = changes.length === 0 ? findingTexts.nothing : changes.slice(0, 5).join(", ");
  return `${findingTexts.step} ${step + 1}: ${beginOf(action)}. ${what.slice(0, 400)}`;
}

function beginOf(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
