// Where both users and the server are at a moment.

import { callSeconds } from "./call-text.js";
import { h, put } from "./dom.js";
import { constantText } from "./machine.js";
import { texts } from "./texts.js";

/** The three panels, and their update. */
export function makeCallPanels(machine) {
  const bodies = texts.call.panels.map(() => h("dl", {}));
  const element = h(
    "div",
    { class: "panels" },
    texts.call.panels.map((name, i) =>
      h("section", { "aria-label": name }, h("h4", {}, name), bodies[i]),
    ),
  );
  return { element, update };

  function update({ schedule }, moment, at) {
    const { A, B, silence } = moment;
    put(
      bodies[0],
      part(texts.call.network, moment.down ? texts.call.down : texts.call.up),
      part(texts.call.state, stateOf(A.location)),
      part(texts.call.callback, callbackText(A.change)),
      part(
        texts.call.runs,
        A.timers.map(({ timer, left }) => texts.call.left(timer, tenths(left))),
      ),
      part(texts.call.attempt, A.attempt && texts.call.attempts(A.attempt)),
    );
    put(
      bodies[1],
      part(
        texts.call.hears,
        silence === null
          ? texts.call.inRoom[B.sees ?? "NOT_YET"]
          : texts.call.silence(tenths(at - silence.from), callSeconds(schedule.patience)),
      ),
    );
    put(
      bodies[2],
      part(texts.call.state, stateOf(B.location)),
      part(texts.call.callback, callbackText(B.change)),
      part(texts.call.sees, B.sees === null ? "" : texts.call.presence[B.sees]),
    );
  }

  function part(name, value) {
    const values = [value || texts.call.nothing].flat();
    return h(
      "div",
      {},
      h("dt", {}, name),
      (values.length === 0 ? [texts.call.nothing] : values).map((each) => h("dd", {}, each)),
    );
  }

  function stateOf(location) {
    return machine.locations[machine.locationOf.get(location)].state;
  }

  /** A callback: the state, and the reason with its code. */
  function callbackText(change) {
    if (change === null) {
      return "";
    }
    const [state, reason] = machine.fields;
    return `${change[state.name]}, ${constantText(machine, reason.type, change[reason.name])}`;
  }
}

/** A time that is shown while it runs. */
function tenths(milliseconds) {
  return callSeconds(Math.round(milliseconds / 100) * 100);
}
