// What is chosen of a call: a case to begin with, and each part by a slider.

import { CALL_BOUNDS, CALL_PARTS, CALL_STEP, CASES, sameCall } from "./call-settings.js";
import { callSeconds } from "./call-text.js";
import { h } from "./dom.js";
import { texts } from "./texts.js";

/** The controls, and their update. What is chosen is called back, and what a slider passes. */
export function makeCallControls(choose, preview) {
  const cases = CASES.map((each, i) =>
    h("button", { type: "button", onclick: () => choose({ ...each, at: 0 }) }, texts.call.cases[i]),
  );
  const sliders = CALL_PARTS.map(makeSlider);
  const never = h("input", {
    type: "checkbox",
    id: "call-never",
    onchange: () => choose({ back: never.checked ? null : sliders[0].value() }),
  });
  const element = h(
    "div",
    {},
    h("div", { class: "segments", role: "group", "aria-label": texts.call.casesLabel }, cases),
    h(
      "div",
      { class: "settings", role: "group", "aria-label": texts.call.settings },
      sliders.map((each) => each.element),
      h("label", { class: "check", for: "call-never" }, never, texts.call.neverBack),
    ),
  );
  return { element, update };

  function makeSlider(part) {
    const [least, most] = CALL_BOUNDS[part];
    const input = h("input", {
      type: "range",
      id: `call-${part}`,
      min: least,
      max: most,
      step: CALL_STEP,
      oninput: () => preview({ [part]: Number(input.value) }),
      onchange: () => choose({ [part]: Number(input.value) }),
    });
    const shown = h("output", { for: `call-${part}` });
    return {
      element: h(
        "div",
        { class: "setting" },
        h("label", { for: `call-${part}` }, texts.call.parts[part]),
        input,
        shown,
      ),
      value: () => Number(input.value),
      update(call) {
        const value = call[part];
        if (value !== null) {
          input.value = String(value);
        }
        const words = value === null ? texts.call.neverShort : callSeconds(value);
        shown.textContent = words;
        input.setAttribute("aria-valuetext", words);
        input.disabled = value === null;
      },
    };
  }

  function update(call) {
    cases.forEach((each, i) => each.setAttribute("aria-pressed", String(sameCall(CASES[i], call))));
    sliders.forEach((each) => each.update(call));
    never.checked = call.back === null;
  }
}
