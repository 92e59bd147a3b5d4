// The matrix: every event in every location. A machine with many locations has it by columns.

import { breakable, h, put } from "./dom.js";
import { heatCell, makeHeatBar } from "./heat.js";
import { constantOf, rowOf } from "./machine.js";
import { texts } from "./texts.js";
import { registerView } from "./views.js";

const COLUMNS = 24;
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

registerView("matrix", "m", (context) => {
  const { machine, store } = context;
  const body = h("div", { class: "scroll", tabindex: "0", "aria-label": texts.matrixCaption });
  const where = h("span", {});
  const previous = h(
    "button",
    { type: "button", onclick: () => show(first - COLUMNS) },
    texts.previous,
  );
  const next = h("button", { type: "button", onclick: () => show(first + COLUMNS) }, texts.next);
  const many = machine.locations.length > COLUMNS;
  const differs = h("p", { class: "legend", hidden: true }, texts.matrixDiffers);
  const bar = makeHeatBar(context);
  const element = h(
    "div",
    { class: "matrix" },
    many && h("div", { class: "tools" }, h("div", { class: "segments" }, previous, next), where),
    body,
    h("p", { class: "legend" }, texts.matrixLegend),
    differs,
    bar.element,
  );
  let first = -1;
  return { element, update };

  function update(position) {
    const { location } = context.places()[position.at];
    const page = Math.floor(location / COLUMNS) * COLUMNS;
    if (first < 0 || page !== first) {
      show(page);
    } else {
      mark(position);
    }
    bar.update(position);
    differs.hidden = context.changeOf === undefined;
    reveal(body.querySelector("th.current"));
  }

  /** Marks what is current, was last, differs and was taken in the columns that are shown. */
  function mark(position) {
    const { location, row } = context.places()[position.at];
    for (const cell of body.querySelectorAll("[data-location]")) {
      const here = Number(cell.dataset.location) === location;
      cell.classList.toggle("current", here);
      const last =
        row !== null &&
        Number(cell.dataset.location) === row.from &&
        Number(cell.dataset.event) === row.event.index;
      cell.classList.toggle("last", last);
      cell.classList.toggle("differs", isDifferent(cell.dataset));
      cell.dataset.event !== undefined && heatCell(context, position, cell);
    }
  }

  function isDifferent({ location, event }) {
    return event !== undefined && context.changeOf?.(location, event) !== undefined;
  }

  /** Scrolls the column of the location into sight, beside the names of the events. */
  function reveal(head) {
    const names = body.querySelector("tbody th").offsetWidth;
    const right = head.offsetLeft + head.offsetWidth - body.clientWidth;
    if (right > body.scrollLeft || head.offsetLeft - names < body.scrollLeft) {
      body.scrollLeft = Math.max(0, right, head.offsetLeft - names - body.clientWidth / 2);
    }
  }

  function show(wanted) {
    first = Math.max(0, Math.min(wanted, machine.locations.length - 1));
    const shown = machine.locations.slice(first, first + COLUMNS);
    previous.disabled = first === 0;
    next.disabled = first + COLUMNS >= machine.locations.length;
    where.textContent = texts.columns(first + 1, first + shown.length, machine.locations.length);
    put(body, grid(shown));
    mark(store.get());
  }

  function grid(shown) {
    return h(
      "table",
      { onkeydown: moveFocus },
      h("caption", { class: "spoken" }, texts.matrixCaption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          shown.map((each) =>
            h(
              "th",
              { scope: "col", "data-location": String(each.index) },
              breakable(each.name),
            ),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        machine.events.map((event, i) =>
          h(
            "tr",
            {},
            h("th", { scope: "row", title: event.doc }, event.text),
            shown.map((each, column) => cell(each.index, i, i === 0 && column === 0)),
          ),
        ),
      ),
    );
  }

  function cell(location, event, inOrder) {
    const row = rowOf(machine, location, event);
    return h(
      "td",
      { "data-location": String(location), "data-event": String(event) },
      h(
        "button",
        {
          type: "button",
          tabindex: inOrder ? "0" : "-1",
          "data-outcome": texts.outcomes[row.outcome],
          onclick: () => store.takeAt(location, event),
        },
        content(row),
      ),
    );
  }

  function content(row) {
    if (row.outcome === 1) {
      return [h("span", { "aria-hidden": "true" }, "·"), spoken(texts.ignored)];
    }
    if (row.outcome === 2) {
      return constantOf(machine, machine.codes, row.code)?.value ?? texts.refused("");
    }
    return row.to === row.from ? texts.stays : breakable(machine.locations[row.to].name);
  }
});

function spoken(text) {
  return h("span", { class: "spoken" }, text);
}

/** Arrows move between the cells of the matrix, one of which is in the order of tabs. */
function moveFocus(event) {
  const [down, right] = ARROWS[event.key] ?? [];
  const cell = document.activeElement.closest("td");
  if (down === undefined || cell === null) {
    return;
  }
  const rows = [...cell.closest("tbody").rows];
  const row = rows[rows.indexOf(cell.parentNode) + down];
  const next = row?.cells[cell.cellIndex + right]?.querySelector("button");
  if (next) {
    document.activeElement.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}
