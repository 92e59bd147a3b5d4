// The page of what a command has found: its results, each with its behaviour to walk.

import { h } from "./dom.js";
import { readPlace, writePlace } from "./finding-place.js";
import { findingTexts } from "./finding-texts.js";
import {} from "./finding.js";
import { makeFindingList } from "./finding-list.js";
import { makeHelp } from "./help.js";
import { makeNotice } from "./notice.js";
import { holdPosition } from "./hold.js";
import {} from "./source.js";
import { stepSaid } from "./behaviour.js";
import { texts } from "./texts.js";
import { makeViews, viewOfKey } from "./views.js";

const found = JSON.parse(document.getElementById("data").textContent);
const opened = readPlace(found, location.hash.slice(1));
const store = holdPosition(opened.place);
const context = { machine: found, store, chosen, goTo, places };

const help = makeHelp(findingTexts.keys, h("p", { class: "note" }, findingTexts.made(found)));
const notice = makeNotice();
const speaker = h("p", { class: "spoken", "aria-live": "polite" });
const list = makeFindingList(context);
const views = makeViews(context);

document.getElementById("atlas").replaceWith(
  h("a", { href: "#view", class: "skip", onclick: skip }, texts.skip),
  h(
    "header",
    {},
    h("h1", {}, found.title),
    h("p", { class: "subtitle" }, found.subtitle),
    h(
      "button",
      { type: "button", id: "help", "aria-label": texts.help, onclick: () => help.showModal() },
      "?",
    ),
  ),
  notice.element,
  h("main", { class: list === null ? "single" : "found" }, list?.element, views.element),
  speaker,
  help,
);
store.follow((place, before) => {
  show(place, before);
  if (place.number !== before.number || place.step !== before.step) {
    speaker.textContent = said(place);
  }
  history.replaceState(null, "", `#${writePlace(found, place)}`);
});
addEventListener("hashchange", () => {
  const again = readPlace(found, location.hash.slice(1));
  notice.show(again.problems);
  store.set(again.place);
});
document.addEventListener("keydown", onKey);
show(store.get(), undefined);
notice.show(opened.problems);

/** The result that is chosen; undefined for the run as a whole. */
function chosen() {
  return found.cases[store.get().number];
}

/** Goes to a step of the chosen behaviour; behind the last one, to where it leads back. */
function goTo(to) {
  const { steps, loop } = chosen() ?? {};
  if (steps !== undefined) {
    const beyond = to >= steps.length ? (loop ?? steps.length - 1) : to;
    store.set({ step: Math.max(0, beyond) });
  }
}

/** The lines that the text of the modules marks: that of the step. */
function places() {
  const { number, step: at } = store.get();
  return { [at]: { row: { line: found.cases[number]?.steps?.[at]?.at ?? [-1, 0] } } };
}

function said(place) {
  const finding = chosen();
  return finding === undefined
    ? findingTexts.run
    : finding.steps === undefined
      ? `${finding.name}: ${finding.message}`
      : stepSaid(finding, place.step);
}

function show(place, before) {
  list?.update(place, before);
  views.update({ ...place, at: place.step }, before);
}

function onKey(event) {
  const typing = event.target.closest?.("input, select, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  const { step: at } = store.get();
  const actions = {
    ArrowLeft: () => goTo(at - 1),
    ArrowRight: () => goTo(at + 1),
    Home: () => goTo(0),
    j: () => list?.move(1),
    k: () => list?.move(-1),
    "/": () => list?.focus(),
    "?": () => help.showModal(),
  };
  const view = viewOfKey(context, event.key);
  if (view !== undefined) {
    store.set({ view });
  } else if (Object.hasOwn(actions, event.key)) {
    actions[event.key]();
    event.preventDefault();
  }
}

function skip(event) {
  event.preventDefault();
  document.getElementById("view").focus();
}
