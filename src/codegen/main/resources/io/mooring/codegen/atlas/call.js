// The view of a call: users A and B, the network of A that is lost and comes back, and time to move
// through. The drive follows A.

import { makeCallControls } from "./call-controls.js";
import { momentOf } from "./call-moment.js";
import { makeCallPanels } from "./call-panels.js";
import { makeCallPicture } from "./call-picture.js";
import { makePlayer } from "./call-player.js";
import {
  FIRST_CALL,
  WORLD,
  readCall,
  sameCall,
  scheduleText,
  writeCall,
} from "./call-settings.js";
import {
  callHead,
  callMoments,
  callOrder,
  callOutcome,
  callSpan,
  callTitle,
  momentTime,
} from "./call-text.js";
import { contract } from "./contract.js";
import { h, put, table } from "./dom.js";
import { hasCalls, playCall } from "./simulator.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

if (hasCalls(contract)) {
  registerView("call", "a", makeCallView);
}

/** When A fails, and when B is notified. */
function legendSpans() {
  const { durations } = contract;
  return [
    callSpan(durations.GIVE_UP_AT_LEAST, durations.GIVE_UP_AT_MOST),
    callSpan(durations.SESSION_AT_LEAST, durations.SESSION_AT_MOST),
  ];
}

function makeCallView({ machine, store }) {
  let chosen = FIRST_CALL;
  let call = null;
  let path = [];
  let moments = [];
  let shown = -1;
  let last = "";

  const controls = makeCallControls(
    (change) => choose({ ...chosen, ...change }),
    (change) => {
      chosen = { ...chosen, ...change };
      show();
    },
  );
  const picture = makeCallPicture(machine, visit);
  const panels = makeCallPanels(machine);
  const player = makePlayer({ goTo, toMoment, settle: () => choose(chosen) });
  const title = h("h3", { class: "what" });
  const outcome = h("p", { class: "outcome" });
  const command = document.createTextNode("");
  const spoken = h("p", { class: "spoken", "aria-live": "polite" });
  const lines = h("div", {
    class: "scroll lines",
    tabindex: "0",
    role: "group",
    "aria-label": texts.call.lines,
  });
  const element = h(
    "div",
    { class: "call" },
    controls.element,
    title,
    outcome,
    h(
      "div",
      { class: "time-line", tabindex: "0", role: "group", "aria-label": texts.call.overview },
      picture.element,
    ),
    h("p", { class: "legend" }, texts.call.legend(...legendSpans())),
    player.element,
    panels.element,
    lines,
    h("p", { class: "note" }, texts.call.note, h("code", {}, command)),
    spoken,
  );
  show();
  return { element, update };

  /** Takes over what the address says, unless it is what this view has written there. */
  function update(position) {
    if (position.call !== last) {
      last = position.call;
      chosen = (last !== "" && readCall(last)) || FIRST_CALL;
      player.pause();
      show();
    }
  }

  /** Writes a choice into the position; the drive goes where A is. */
  function choose(choice) {
    chosen = choice;
    show();
    last = writeCall(chosen);
    store.set({
      call: last,
      start: machine.initial,
      events: path,
      at: momentOf(call, chosen.at).A.steps,
    });
  }

  function goTo(time) {
    const [least, most] = [WORLD.join.B, WORLD.end];
    const at = Math.max(least, Math.min(most, Math.round(time)));
    const before = shown;
    chosen = { ...chosen, at };
    show();
    if (shown !== before) {
      choose(chosen);
    }
  }

  /** Goes to a time that was chosen, and not only passed. */
  function visit(time) {
    goTo(time);
    choose(chosen);
  }

  /** Goes to the next moment at which something happens, or to the one before. */
  function toMoment(by) {
    const times = moments.map((each) => each.at);
    const next =
      by > 0
        ? times.find((each) => each > chosen.at)
        : times.filter((each) => each < chosen.at).at(-1);
    goTo(next ?? (by > 0 ? WORLD.end : WORLD.join.B));
    return next !== undefined;
  }

  function show() {
    if (call === null || !sameCall(chosen, call.schedule)) {
      call = playCall(contract, { ...WORLD, ...chosen });
      path = call.A.steps.map((each) => machine.eventOf.get(each.event));
      moments = callMoments(call);
      shown = -1;
      put(title, `${callTitle(call)}.`);
      put(outcome, callOutcome(call), " ", h("strong", {}, callOrder(call)));
      command.data = texts.call.command(scheduleText(chosen));
      picture.draw(call);
      put(lines, linesTable());
    }
    controls.update(chosen);
    picture.move(chosen.at);
    panels.update(call, momentOf(call, chosen.at), chosen.at);
    player.update(chosen.at);
    mark();
  }

  function linesTable() {
    return table(
      texts.call.caption(callHead(call)),
      texts.call.columns,
      moments.map(({ at, network, a, b }) => [
        h("button", { type: "button", class: "link", onclick: () => visit(at) }, momentTime(at)),
        network,
        a,
        b,
      ]),
    );
  }

  /** Marks the last line that has happened, and says it if the drive does not. */
  function mark() {
    const happened = moments.filter((each) => each.at <= chosen.at).length - 1;
    if (happened !== shown) {
      [...lines.querySelectorAll("tbody tr")].forEach((row, i) => {
        row.className = i > happened ? "ahead" : "";
        i === happened
          ? row.setAttribute("aria-current", "step")
          : row.removeAttribute("aria-current");
      });
      const { at, network, b } = moments[happened] ?? {};
      if (network || b) {
        spoken.textContent = texts.call.said(momentTime(at), network, b);
      }
      shown = happened;
    }
  }
}
