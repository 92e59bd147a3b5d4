// A call as a picture: network, states, timers and attempts of A, how long the server waits, and
// what B sees, one below the other.

import { CALL_BOUNDS } from "./call-settings.js";
import { callOutcome, callSeconds, callTitle } from "./call-text.js";
import { seenByB } from "./call-moment.js";
import { contract } from "./contract.js";
import { put, svg } from "./dom.js";
import { texts } from "./texts.js";

const PICTURE = { width: 900, left: 118, right: 886, top: 24, row: 34, bar: 22, tick: 10_000 };
const STYLES = { CONNECTED: "good", RECONNECTING: "trying", FAILED: "bad" };

/** The picture, and its update; it calls back with a time that is clicked. */
export function makeCallPicture(machine, goTo) {
  const element = svg("svg", { role: "img", onclick: clicked });
  const now = svg("line", { class: "now-line", y1: PICTURE.top - 6 });
  const [begin, end] = CALL_BOUNDS.at;
  const x = (time) =>
    PICTURE.left + ((PICTURE.right - PICTURE.left) * (time - begin)) / (end - begin);
  return { element, draw, move };

  function clicked(event) {
    const box = element.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * PICTURE.width;
    const part = (at - PICTURE.left) / (PICTURE.right - PICTURE.left);
    goTo(begin + part * (end - begin));
  }

  function move(time) {
    now.setAttribute("x1", x(time));
    now.setAttribute("x2", x(time));
  }

  function draw(call) {
    const { durations } = contract;
    const lanes = lanesOf(call);
    const bottom = PICTURE.top + lanes.length * PICTURE.row;
    element.setAttribute("viewBox", `0 0 ${PICTURE.width} ${bottom + 22}`);
    element.setAttribute("aria-label", texts.call.picture(callTitle(call), callOutcome(call)));
    now.setAttribute("y2", bottom);
    put(
      element,
      band("band a", durations.GIVE_UP_AT_LEAST, durations.GIVE_UP_AT_MOST, 1, 3),
      band("band b", durations.SESSION_AT_LEAST, durations.SESSION_AT_MOST, 3, 5),
      axis(bottom),
      lanes.map(({ name, bars }, lane) => [
        svg("text", { class: "lane", x: 0, y: top(lane) + 15 }, name),
        bars.map((each) => bar(each, lane)),
      ]),
      call.A.attempts.map(({ from }) => attempt(x(from), top(2) + PICTURE.bar)),
      now,
    );
  }

  function top(lane) {
    return PICTURE.top + lane * PICTURE.row;
  }

  function lanesOf({ schedule, A, ...call }) {
    const { lost, back } = schedule;
    const away = back ?? end;
    const states = A.steps.map(({ at, to }, i) => ({
      text: machine.locations[machine.locationOf.get(to)].state,
      from: at,
      to: A.steps[i + 1]?.at ?? end,
    }));
    return [
      {
        name: texts.call.lanes.network,
        bars: [
          { style: "good", text: texts.call.up, from: begin, to: lost },
          { style: "bad", text: texts.call.down, from: lost, to: away },
          { style: "good", text: texts.call.up, from: away, to: end },
        ],
      },
      {
        name: texts.call.lanes.state,
        bars: states.map((each) => ({ ...each, style: STYLES[each.text] ?? "plain" })),
      },
      {
        name: texts.call.lanes.timers,
        bars: A.timers.map(({ timer, from, to }) => ({ style: "plain", text: timer, from, to })),
      },
      {
        name: texts.call.lanes.server,
        bars: call.silences.map(({ from, to }) => ({
          style: "plain",
          text: texts.call.waits,
          from,
          to,
        })),
      },
      {
        name: texts.call.lanes.other,
        bars: seenByB({ schedule, ...call }).map(({ presence, from, to }) => ({
          style: presence === "JOINED" ? "good" : "gone",
          text: presence === "JOINED" ? texts.call.present : texts.call.presence[presence],
          from,
          to,
        })),
      },
    ];
  }

  function bar({ style, text, from, to }, lane) {
    const width = x(to ?? end) - x(from);
    return (
      width > 0 && [
        svg(
          "rect",
          { class: `span ${style}`, x: x(from), y: top(lane), width, height: PICTURE.bar, rx: 3 },
          svg("title", {}, `${text}, ${callSeconds(from)}`),
        ),
        width > 7 * text.length + 10 &&
          svg("text", { class: "on-span", x: x(from) + 6, y: top(lane) + 15 }, text),
      ]
    );
  }

  function attempt(at, foot) {
    return svg("line", { class: "attempt", x1: at, x2: at, y1: foot - 4, y2: foot + 5 });
  }

  function band(style, from, to, first, last) {
    return svg("rect", {
      class: style,
      x: x(from),
      y: top(first) - 6,
      width: x(to) - x(from),
      height: (last - first) * PICTURE.row,
    });
  }

  function axis(bottom) {
    const ticks = [];
    for (let time = 0; time <= end; time += PICTURE.tick) {
      ticks.push(
        svg("line", { class: "grid", x1: x(time), x2: x(time), y1: PICTURE.top - 6, y2: bottom }),
        svg(
          "text",
          { class: "tick", x: x(time), y: bottom + 16 },
          time === 0 ? texts.call.theLoss : callSeconds(time),
        ),
      );
    }
    return ticks;
  }
}
