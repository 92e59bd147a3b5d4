// Time as a strip: the states and the timers of a part of a file, one below the other.

import { h, put, svg } from "./dom.js";
import { walk } from "./machine.js";
import { texts } from "./texts.js";

const WIDTH = 900;
const LEFT = 150;
const ROW = 26;

/** The strip, and its update. */
export function makeStrip({ machine, store }) {
  const picture = svg("svg", { class: "strip", role: "img" });
  const element = h(
    "div",
    { class: "time-line", tabindex: "0", "aria-label": texts.timeLine },
    picture,
  );
  let drawn = null;
  let marker = null;
  let scale = () => LEFT;
  return { element, update };

  function update(way, entry, on) {
    const part = way.partOf(entry);
    if (part !== drawn) {
      drawn = part;
      draw(way, part);
    }
    const { time } = part.own[entry - part.first];
    marker?.setAttribute("visibility", typeof time === "number" && on ? "visible" : "hidden");
    marker?.setAttribute("x", scale(time ?? 0) - 1);
  }

  function draw(way, part) {
    const times = timesOf(part.own);
    const begin = times[0];
    const end = times[times.length - 1];
    element.toggleAttribute("hidden", !(end > begin));
    if (!(end > begin)) {
      marker = null;
      put(picture);
      return;
    }
    scale = (time) => LEFT + ((WIDTH - LEFT) * (time - begin)) / (end - begin);
    const places = walk(machine, part.start, part.events);
    const states = new Map([[texts.stateRow, segments((i) => stateOf(part, i))]]);
    machine.timers.forEach((timer, t) =>
      states.set(
        timer.name,
        segments((i) => (places[part.places[i]].timers.includes(t) ? timer.name : "")),
      ),
    );
    const rows = [...states].filter(([, list]) => list.some((each) => each.value !== ""));
    const height = rows.length * ROW + 22;
    marker = svg("rect", { class: "now", y: 0, width: 2, height: rows.length * ROW });
    picture.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
    picture.setAttribute(
      "aria-label",
      texts.strip(
        texts.time(end - begin),
        states
          .get(texts.stateRow)
          .slice(0, 20)
          .map((each) => texts.stripState(each.value, texts.time(each.from - begin))),
      ),
    );
    put(
      picture,
      rows.map(([name, list], row) => [
        svg("text", { x: 0, y: row * ROW + 17 }, name),
        list.filter((each) => each.value !== "").map((each) => bar(way, part, each, row)),
      ]),
      svg("text", { class: "code", x: LEFT, y: height - 6 }, texts.time(0)),
      svg(
        "text",
        { class: "code", x: WIDTH, y: height - 6, "text-anchor": "end" },
        texts.time(end - begin),
      ),
      marker,
    );

    /** Equal values that follow each other, as one segment. */
    function segments(valueOf) {
      const list = [];
      part.own.forEach((each, i) => {
        const value = valueOf(i);
        const open = list[list.length - 1];
        if (open === undefined || open.value !== value) {
          list.push({ value, from: times[i], to: times[i], entry: i });
        }
        const until = times[Math.min(i + 1, times.length - 1)];
        list[list.length - 1].to = until;
      });
      return list;
    }
  }

  function bar(way, part, { value, from, to, entry }, row) {
    const x = scale(from);
    const width = Math.max(1.5, scale(to) - x);
    const fits = width > 8 * value.length + 8 && row === 0;
    return svg(
      "g",
      {
        class: row === 0 ? "bar" : "bar timer",
        onclick: () => store.set(way.positionOf(part.first + entry)),
      },
      svg("title", {}, value),
      svg("rect", { x, y: row * ROW + 3, width, height: ROW - 6, rx: 3 }),
      fits && svg("text", { x: x + 5, y: row * ROW + 17 }, value),
    );
  }

  function stateOf(part, i) {
    const { to } = part.own[i];
    return to === null ? "" : machine.locations[to].state;
  }
}

/** The time of each entry; one without has that of the entry before it, and none goes back. */
function timesOf(entries) {
  let time = entries.find((each) => typeof each.time === "number")?.time ?? NaN;
  return entries.map((each) => {
    time = typeof each.time === "number" && each.time > time ? each.time : time;
    return time;
  });
}
