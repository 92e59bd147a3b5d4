// The keys. What is typed into a field, or with a modifier, is left alone.

import { viewOfKey } from "./views.js";

/** Listens to the keyboard. */
export function listenToKeys(context, help) {
  const { machine, store } = context;
  const actions = {
    u: () => store.undo(),
    Backspace: () => store.undo(),
    r: () => store.startAt(machine.initial),
    ArrowLeft: () => store.move(-1),
    ArrowRight: () => store.move(1),
    ArrowUp: (event) => focusEvents(event),
    ArrowDown: (event) => focusEvents(event),
    "?": () => help.showModal(),
    "/": (event) => {
      store.set({ view: "table" });
      document.getElementById("filter").focus();
      event.preventDefault();
    },
    "+": () => context.zoom?.(0.8),
    "-": () => context.zoom?.(1.25),
    "−": () => context.zoom?.(1.25),
    f: () => context.zoom?.(0),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), select, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    const view = viewOfKey(context, event.key);
    if (/^\d$/.test(event.key)) {
      const number = (Number(event.key) + 9) % 10;
      if (number < machine.events.length) {
        store.take(number);
      }
    } else if (view !== undefined) {
      store.set({ view });
    } else {
      actions[event.key]?.(event);
    }
  });
}

/** Arrows go to the events, but where there is something to scroll they scroll. */
function focusEvents(event) {
  if (event.target.closest(".scroll, .source, .view") === null) {
    document.querySelector(".event").focus();
    event.preventDefault();
  }
}
