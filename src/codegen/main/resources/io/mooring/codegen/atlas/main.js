// The page: reads the machine, holds the position, and lets drive and views follow it.

import { contract } from "./contract.js";
import { h } from "./dom.js";
import { makeDrive } from "./drive.js";
import { makeHelp } from "./help.js";
import { listenToKeys } from "./keys.js";
import { readMachine, walk } from "./machine.js";
import { makeNotice, makeSpeaker } from "./notice.js";
import { holdPosition } from "./hold.js";
import { readPosition, writePosition } from "./position.js";
import { texts } from "./texts.js";
import { makeViews, viewIds } from "./views.js";
import {} from "./diagram.js";
import {} from "./matrix.js";
import {} from "./rows.js";
import {} from "./names.js";
import {} from "./source.js";
import { listenToDrops } from "./walk.js";
import {} from "./compare.js";
import { openEmbeddedCounts } from "./coverage.js";
import {} from "./call.js";
import {} from "./fleet.js";

const machine = readMachine(document.getElementById("data").textContent, contract);
const opened = readPosition(machine, texts, viewIds({ machine }), location.hash.slice(1));
const store = holdPosition(opened.position);
const context = { machine, store, places: () => places };
openEmbeddedCounts(context);
let places = walk(machine, opened.position.start, opened.position.events);

const help = makeHelp(texts.keys);
const notice = makeNotice();
context.report = (problems) => notice.show(problems);
const speaker = makeSpeaker(machine);
const drive = makeDrive(context);
const views = makeViews(context);

document.getElementById("atlas").replaceWith(
  h("a", { href: "#view", class: "skip", onclick: skip }, texts.skip),
  h(
    "header",
    {},
    h("h1", {}, machine.module),
    h("p", { class: "subtitle" }, texts.subtitle(machine)),
    h(
      "button",
      { type: "button", id: "help", "aria-label": texts.help, onclick: () => help.showModal() },
      "?",
    ),
  ),
  notice.element,
  h("main", {}, drive.elements, views.element),
  speaker.element,
  help,
);
listenToKeys(context, help);
listenToDrops(context);
store.follow((position, before) => {
  if (position.start !== before.start || position.events !== before.events) {
    places = walk(machine, position.start, position.events);
  }
  show(position, before);
  speaker.update(position, places, before);
  history.replaceState(null, "", `#${writePosition(machine, position)}`);
});
addEventListener("hashchange", () => {
  const found = readPosition(machine, texts, viewIds({ machine }), location.hash.slice(1));
  notice.show(found.problems);
  store.set(found.position);
});
show(store.get(), undefined);
notice.show(opened.problems);

function show(position, before) {
  drive.update(position, places);
  views.update(position, before);
}

function skip(event) {
  event.preventDefault();
  document.getElementById("view").focus();
}
