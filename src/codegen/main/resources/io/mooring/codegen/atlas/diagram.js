// The diagram: laid out when the page was generated; here it is drawn, zoomed, folded and lit.

import { h, put, svg } from "./dom.js";
import { heatArrows, makeHeatBar } from "./heat.js";
import { rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

const LINE = 17;
const NOTE = 15;

/** Room for the numbers of the last labels. */
const NUMBERS = 30;

registerView("diagram", "d", (context) => {
  const { machine, store } = context;
  const drawn = Object.keys(machine.drawings);
  if (drawn.length === 0) {
    const text = texts.tooMany(machine.locations.length, machine.drawn);
    return { element: h("p", { class: "note" }, text), update() {} };
  }
  const frame = h("div", {
    class: "frame",
    tabindex: "0",
    role: "group",
    "aria-label": texts.views.diagram,
  });
  const folds = [
    ["folded", texts.folded],
    ["locations", texts.unfolded],
  ].map(([fold, text]) =>
    h("button", { type: "button", id: `fold-${fold}`, onclick: () => store.set({ fold }) }, text),
  );
  const tools = [
    ["+", texts.zoomIn, "zoom-in", () => picture.zoom(0.8)],
    ["−", texts.zoomOut, "zoom-out", () => picture.zoom(1.25)],
  ].map(([sign, label, id, onclick]) =>
    h("button", { type: "button", id, "aria-label": label, onclick }, sign),
  );
  const fit = h("button", { type: "button", id: "fit", onclick: () => picture.fit() }, texts.fit);
  const bar = makeHeatBar(context);
  const element = h(
    "div",
    { class: "diagram" },
    h(
      "div",
      { class: "tools" },
      drawn.length > 1 && h("div", { class: "segments" }, folds),
      h("div", { class: "segments" }, tools, fit),
    ),
    machine.locations.length > machine.drawn &&
      h("p", { class: "note" }, texts.onlyFolded(machine.locations.length, machine.drawn)),
    frame,
    bar.element,
    h(
      "p",
      { class: "legend" },
      [
        new Set(machine.events.map((each) => each.command)).size > 1 && texts.legendKinds,
        machine.fields.length > 0 && texts.legendCodes,
        texts.legendClick,
      ]
        .filter((each) => each !== false)
        .join(" "),
    ),
  );
  let picture = null;
  let shown = "";
  context.zoom = (by) => (by === 0 ? picture?.fit() : picture?.zoom(by));
  return { element, update };

  function update(position) {
    const fold = machine.drawings[position.fold] ? position.fold : drawn[0];
    const wanted = context.counts ? `${fold} with numbers` : fold;
    if (wanted !== shown) {
      picture = makePicture(context, machine.drawings[fold], fold === "folded");
      put(frame, picture.element);
      shown = wanted;
    }
    folds.forEach((each) =>
      each.setAttribute("aria-pressed", String(each.id === `fold-${fold}`)),
    );
    picture.light(context.places()[position.at]);
    heatArrows(context, position, picture.arrows, picture.nameOf);
    bar.update(position);
  }
});

function makePicture(context, drawing, folded) {
  const { machine, store } = context;
  const nameOf = (location) =>
    folded ? machine.locations[location].state : machine.locations[location].name;
  const indexOf = new Map(
    drawing.nodes.filter((each) => each.kind === "STATE").map((each) => [each.name, each]),
  );
  const boxes = drawing.nodes.map((each) => box(each));
  const edges = drawing.edges.map((each) => edge(each));
  const width = drawing.width + (context.counts ? NUMBERS : 0);
  const full = { x: 0, y: 0, width, height: drawing.height };
  let seen = { ...full };
  let dragged = false;
  const element = svg(
    "svg",
    {
      role: "img",
      "aria-label": texts.diagram(machine.module, [...indexOf.keys()].join(", ")),
      onwheel: wheel,
      onpointerdown: drag,
    },
    edges.map((each) => each.line),
    boxes,
    edges.map((each) => each.label),
  );
  element.style.setProperty("--natural", `${width}px`);
  look();
  return { element, light, zoom, fit, arrows: edges, nameOf };

  function box(node) {
    if (node.kind === "START") {
      const r = node.width / 2;
      return svg("circle", { class: "start", cx: node.x + r, cy: node.y + r, r });
    }
    const middle = node.x + node.width / 2;
    const top = node.y + (node.height - node.notes.length * NOTE) / 2 + 5.3;
    return svg(
      "g",
      {
        class: node.kind === "STATE" ? "node" : "node every",
        "data-name": node.name,
        onclick: () => node.kind === "STATE" && !dragged && start(node.name),
      },
      svg("rect", { x: node.x, y: node.y, width: node.width, height: node.height, rx: 9 }),
      svg("text", { x: middle, y: top }, node.name),
      node.notes.map((note, i) =>
        svg("text", { class: "note", x: middle, y: top + (i + 1) * NOTE }, note),
      ),
    );
  }

  function edge(each) {
    const [from, to] = [drawing.nodes[each.from], drawing.nodes[each.to]];
    const line = svg(
      "g",
      { class: "edge" },
      svg("path", { class: "line", d: each.line }),
      svg("path", { class: "head", d: each.head }),
    );
    const events = each.labels.map(([text]) => machine.textOf.get(text));
    const label = svg(
      "g",
      { class: "labels" },
      each.labels.map(([text, notified, width], i) => {
        const y = each.y + 2 + i * LINE;
        const x = each.x + 5;
        return svg(
          "g",
          {
            class: machine.events[events[i]].command ? "label command" : "label",
            onclick: () => !dragged && take(from, events[i], to),
          },
          notified !== "" && svg("rect", { x, y: y + 1.5, width, height: 14, rx: 4 }),
          notified !== "" &&
            svg("text", { class: "code", x: x + width / 2, y: y + 12.2 }, notified),
          svg("text", { x: notified === "" ? x : x + width + 5, y: y + 13 }, text),
        );
      }),
    );
    return { from, to, events, line, label };
  }

  function start(name) {
    const found = machine.locations.find((each) => nameOf(each.index) === name);
    if (found) {
      store.startAt(found.index);
    }
  }

  /** Takes an event from here if it leads where the arrow does, else from the first such place. */
  function take(from, event, to) {
    const fits = (location) => {
      const row = rowOf(machine, location, event);
      const leaves = from.kind === "EVERYWHERE" || nameOf(location) === from.name;
      return leaves && row.outcome === 0 && nameOf(row.to) === to.name;
    };
    if (fits(context.places()[store.get().at].location)) {
      store.take(event);
      return;
    }
    const found = machine.locations.find((each) => fits(each.index));
    if (found) {
      store.takeAt(found.index, event);
    }
  }

  function light({ location, row }) {
    const here = nameOf(location);
    const leads = (event, from, to) => {
      const next = rowOf(machine, location, event);
      const leaves = from.name === here || from.kind === "EVERYWHERE";
      return leaves && next.outcome === 0 && nameOf(next.to) === to.name;
    };
    const came = row === null ? null : nameOf(row.from);
    boxes.forEach((each) => each.classList.toggle("current", each.dataset.name === here));
    edges.forEach((each) => {
      const every = each.from.kind === "EVERYWHERE";
      const out = each.events.map((event) => leads(event, each.from, each.to));
      const last =
        row !== null &&
        row.outcome === 0 &&
        (each.from.name === came || every) &&
        each.to.name === nameOf(row.to) &&
        each.events.includes(row.event.index);
      each.line.classList.toggle("out", out.includes(true));
      each.line.classList.toggle("last", last);
      [...each.label.children].forEach((label, i) => {
        label.classList.toggle("out", out[i]);
        label.classList.toggle("last", last && each.events[i] === row.event.index);
      });
      if (last) {
        each.line.parentNode?.insertBefore(each.line, boxes[0]);
      }
    });
  }

  function look() {
    element.setAttribute("viewBox", `${seen.x} ${seen.y} ${seen.width} ${seen.height}`);
    element.dataset.zoom = (full.width / seen.width).toFixed(2);
  }

  function zoom(by, x = seen.x + seen.width / 2, y = seen.y + seen.height / 2) {
    const factor = Math.max(0.05, Math.min(4, (seen.width * by) / full.width)) * full.width;
    const share = factor / seen.width;
    seen = {
      x: x - (x - seen.x) * share,
      y: y - (y - seen.y) * share,
      width: seen.width * share,
      height: seen.height * share,
    };
    look();
  }

  function fit() {
    seen = { ...full };
    look();
  }

  function wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      const place = element.getBoundingClientRect();
      const scale = Math.max(seen.width / place.width, seen.height / place.height);
      const x = seen.x + seen.width / 2 + (event.clientX - place.left - place.width / 2) * scale;
      const y = seen.y + seen.height / 2 + (event.clientY - place.top - place.height / 2) * scale;
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, x, y);
      event.preventDefault();
    }
  }

  function drag(down) {
    const place = element.getBoundingClientRect();
    const scale = Math.max(seen.width / place.width, seen.height / place.height);
    const first = { ...seen };
    dragged = false;
    const move = (event) => {
      dragged ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
      seen.x = first.x - (event.clientX - down.clientX) * scale;
      seen.y = first.y - (event.clientY - down.clientY) * scale;
      look();
    };
    const up = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
    };
    if (down.pointerType === "mouse" && down.button === 0) {
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", up);
    }
  }
}
