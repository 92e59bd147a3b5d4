// The views beside the drive. A view is made when it is opened first, and updated when the position
// changes while it is open.

import { h, put } from "./dom.js";
import { texts } from "./texts.js";

const registered = [];

/**
 * Registers a view: its id, its key, a function that makes its element and its update, and whether
 * a page has it.
 */
export function registerView(id, key, make, has = () => true) {
  registered.push({ id, key, make, has });
}

/** The ids of the views that a page has, in the order of their registration. */
export function viewIds(context) {
  return registered.filter(({ has }) => has(context)).map((each) => each.id);
}

/** The view of a key, if the page has one. */
export function viewOfKey(context, key) {
  return registered.find((each) => each.key === key && each.has(context))?.id;
}

/** The tabs and the views below them. */
export function makeViews(context) {
  const made = new Map();
  const present = registered.filter(({ has }) => has(context));
  const tabs = present.map(({ id }) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": "view",
        onclick: () => context.store.set({ view: id }),
        onkeydown: (event) => moveTab(event, context, present, id),
      },
      texts.views[id],
    ),
  );
  const panel = h("div", { role: "tabpanel", id: "view", tabindex: "-1", class: "view" });
  const element = h(
    "section",
    { class: "views" },
    h("div", { role: "tablist", class: "tabs", "aria-label": texts.atlas }, tabs),
    panel,
  );
  return { element, update };

  function update(position, before) {
    present.forEach(({ id }, i) => {
      tabs[i].setAttribute("aria-selected", String(id === position.view));
      tabs[i].setAttribute("tabindex", id === position.view ? "0" : "-1");
    });
    panel.setAttribute("aria-labelledby", `tab-${position.view}`);
    if (!made.has(position.view)) {
      const { make } = present.find((each) => each.id === position.view);
      made.set(position.view, make(context));
    }
    const view = made.get(position.view);
    if (view.element.parentNode !== panel) {
      put(panel, view.element);
    }
    view.update(position, before);
  }
}

function moveTab(event, context, present, id) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (by !== undefined) {
    const ids = present.map((each) => each.id);
    const next = ids[(ids.indexOf(id) + by + ids.length) % ids.length];
    context.store.set({ view: next });
    document.getElementById(`tab-${next}`).focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
