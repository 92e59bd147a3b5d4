// The windows of a fleet as a small picture, and as a table: how many sessions there were, and how
// many of them were rejected and undecided. Each row of bars has a scale of its own.

import { h, svg, table } from "./dom.js";
import { texts } from "./texts.js";

const CHART_WIDTH = 900;
const CHART_LEFT = 150;
const CHART_ROW = 46;
const CHART_BAR = 34;

/** A time in milliseconds as UTC, to the minute. */
export function timeText(time) {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime())
    ? texts.fleet.noTime
    : date.toISOString().slice(0, -8).replace("T", " ");
}

/** A length of time in words: 5 minutes. */
function widthText(width) {
  const [size, noun] = texts.fleet.widths.find(([size]) => width % size === 0) ?? [1, "ms"];
  const number = width / size;
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** The picture with its table; of a rule, what it rejects is in the place of all rejections. */
export function makeFleetChart({ windows }, rule = "") {
  const { width, list, outside } = windows;
  const words = texts.fleet;
  if (list.length === 0) {
    return h("section", { class: "windows" }, h("p", { class: "note" }, words.noWindows));
  }
  const series = [
    ["sessions", ([, a, r, u]) => a + r + u],
    ["rejected", ([, , r, , rules]) => (rule === "" ? r : (own(rules, rule) ?? 0))],
    ["undecided", ([, , , u]) => u],
  ];
  const named = series.map(([name, count]) => ({
    name,
    label: name === "rejected" && rule !== "" ? `${words.rowNames[name]}: ${rule}` : name,
    count,
    most: Math.max(...list.map(count)),
  }));
  return h(
    "section",
    { class: "windows" },
    h("h3", {}, words.overTime),
    h(
      "div",
      { class: "time-line", tabindex: "0", role: "group", "aria-label": words.overTime },
      picture(list, width, named),
    ),
    h(
      "p",
      { class: "note" },
      words.windows(widthText(width)),
      outside > 0 && ` ${words.outside(outside)}`,
    ),
    h(
      "details",
      {},
      h("summary", {}, words.asTable),
      h(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-label": words.asTable },
        table(
          words.overTime,
          [words.windowEnd, ...named.map((each) => each.label)],
          list.map((each) => [
            timeText(each[0]),
            ...named.map(({ count }) => count(each).toLocaleString("en")),
          ]),
        ),
      ),
    ),
  );
}

function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function picture(list, width, named) {
  const words = texts.fleet;
  const begin = list[0][0] - width;
  const end = list[list.length - 1][0];
  const scale = (time) =>
    CHART_LEFT + ((CHART_WIDTH - CHART_LEFT) * (time - begin)) / (end - begin);
  const height = named.length * CHART_ROW + 22;
  const rows = named.map(({ name, count, most }, i) => {
    const base = i * CHART_ROW + CHART_BAR + 4;
    return svg(
      "g",
      { class: `bars ${name}` },
      svg("text", { x: 0, y: base - 14 }, words.rowNames[name]),
      svg("text", { class: "code", x: 0, y: base }, words.atMost(most)),
      svg("line", { x1: CHART_LEFT, x2: CHART_WIDTH, y1: base + 0.5, y2: base + 0.5 }),
      list.map((each) => {
        const value = count(each);
        const tall = value === 0 ? 0 : Math.max(2, (CHART_BAR * value) / most);
        return svg(
          "rect",
          {
            x: scale(each[0] - width),
            y: base - tall,
            width: Math.max(1, scale(each[0]) - scale(each[0] - width) - 1),
            height: tall,
          },
          svg("title", {}, words.bar(words.rowNames[name], value, timeText(each[0]))),
        );
      }),
    );
  });
  const label = words.chart(
    timeText(begin),
    timeText(end),
    named.map(({ label: each, most }) => words.chartPart(each, most)),
  );
  return svg(
    "svg",
    { class: "strip", role: "img", viewBox: `0 0 ${CHART_WIDTH} ${height}`, "aria-label": label },
    rows.map((each) => each),
    svg("text", { class: "code", x: CHART_LEFT, y: height - 4 }, timeText(begin)),
    svg(
      "text",
      { class: "code", x: CHART_WIDTH, y: height - 4, "text-anchor": "end" },
      timeText(end),
    ),
  );
}
