// The results of a run in a list: what is wrong first, filtered by status and words.

import { firstStep } from "./behaviour.js";
import { h, put } from "./dom.js";
import { findingTexts } from "./finding-texts.js";

const LISTED = 200;

/** The list and its update; null on a page of a single behaviour. */
export function makeFindingList({ machine: found, store, chosen }) {
  if (found.single) {
    return null;
  }
  let listed = LISTED;
  const words = h("input", {
    type: "search",
    id: "words",
    placeholder: findingTexts.wordsHint,
    "aria-label": findingTexts.words,
    oninput: () => store.set({ words: words.value.slice(0, 200) }),
  });
  const status = h(
    "select",
    { "aria-label": findingTexts.allStatuses, onchange: () => store.set({ status: status.value }) },
    h("option", { value: "" }, findingTexts.allStatuses),
    found.counts.map(([, each]) => h("option", { value: each }, findingTexts.status[each])),
  );
  const counted = h("span", { class: "count", role: "status" });
  const list = h("ol", { class: "findings" });
  const many = new Set(found.cases.map((each) => each.group)).size > 1;
  const element = h(
    "section",
    { class: "results", "aria-labelledby": "results" },
    h("h2", { id: "results" }, findingTexts.results),
    found.cases.length > 6 && h("div", { class: "tools" }, words, status, counted),
    list,
  );
  return { element, update, move, focus: () => words.focus() };

  function matching({ words, status }) {
    const wanted = words.toLowerCase().split(/\s+/).filter((each) => each !== "");
    return found.cases
      .map((each, number) => ({ each, number }))
      .filter(({ each }) => {
        const text = `${each.group} ${each.name} ${each.message}`.toLowerCase();
        return (
          (status === "" || each.status === status) && wanted.every((word) => text.includes(word))
        );
      });
  }

  function update(place, before) {
    if (before !== undefined && before.step !== place.step && before.number === place.number) {
      return;
    }
    const all = matching(place);
    words.value = place.words;
    status.value = place.status;
    counted.textContent = findingTexts.shown(all.length, found.cases.length);
    put(
      list,
      item(-1, "", findingTexts.run, countsOf(found.counts), place),
      all
        .slice(0, listed)
        .map(({ each, number }) => item(number, each.status, named(each), each.message, place)),
      all.length === 0 && h("li", { class: "note" }, findingTexts.none),
      all.length > listed &&
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "more", onclick: more },
            findingTexts.more(all.length - listed),
          ),
        ),
    );
  }

  function more() {
    listed += LISTED;
    update(store.get(), undefined);
  }

  function choose(number) {
    store.set({ number, step: firstStep(found.cases[number]), view: "found" });
  }

  function named(each) {
    return many ? `${each.group}: ${each.name}` : each.name;
  }

  function item(number, status, name, message, place) {
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: status,
          "aria-current": number === place.number ? "true" : null,
          onclick: () => choose(number),
        },
        h("span", { class: "name" }, name),
        status !== "" && h("span", { class: "status" }, findingTexts.status[status]),
        h("span", { class: "message" }, message),
      ),
    );
  }

  /** To the next result, or the one before, of those that are listed. */
  function move(by) {
    const numbers = [-1, ...matching(store.get()).map(({ number }) => number)];
    const at = numbers.indexOf(chosen() === undefined ? -1 : store.get().number);
    const number = numbers[Math.max(0, Math.min(numbers.length - 1, at + by))];
    choose(number);
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }
}

/** How many results have each status, in words. */
export function countsOf(counts) {
  return findingTexts.counts(counts.map(([count, each]) => [count, findingTexts.status[each]]));
}
