// What is said aside: each step for a screen reader, and a line when something of the reader's is
// not what it must be.

import { h, put } from "./dom.js";
import { codeText, notificationText } from "./machine.js";
import { texts } from "./texts.js";

/** The live region, and its update. */
export function makeSpeaker(machine) {
  const element = h("p", { class: "spoken", "aria-live": "polite" });
  return { element, update };

  function update(position, places, before) {
    const { location, row } = places[position.at];
    if (before.events !== position.events || before.at !== position.at) {
      const to = machine.locations[location].name;
      element.textContent =
        row === null ? texts.saidAt(to) : texts.said(row, to, outputs(row));
    }
  }

  function outputs(row) {
    if (row.outcome === 2) {
      return row.code === "" ? "" : texts.saidCode(codeText(machine, row));
    }
    const notified = row.notifications.map((each) => notificationText(machine, each));
    return notified.length === 0 ? "" : texts.saidNotified(notified.join("; "));
  }
}

/** The line for problems: it shows the first one, until it is dismissed. */
export function makeNotice() {
  const element = h("div", { class: "notice", role: "alert", hidden: true });
  return {
    element,
    show(problems) {
      element.hidden = problems.length === 0;
      put(
        element,
        problems.length > 0 && h("span", {}, problems[0]),
        problems.length > 0 &&
          h("button", { type: "button", onclick: () => this.show([]) }, texts.dismiss),
      );
    },
  };
}
