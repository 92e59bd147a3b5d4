// Time to move through: a slider, steps from moment to moment, and a play button. A reader who
// prefers less motion gets the moments one after the other, and nothing that slides.

import { CALL_BOUNDS, CALL_STEP } from "./call-settings.js";
import { momentTime } from "./call-text.js";
import { h } from "./dom.js";
import { texts } from "./texts.js";

/** How many times as fast as the clock a call is played. */
const SPEED = 5;

/** How long each moment is shown where nothing slides, in milliseconds. */
const MOMENT = 1500;

/** The player, and its update. It calls back with times, and when it comes to rest. */
export function makePlayer({ goTo, toMoment, settle }) {
  const [begin, end] = CALL_BOUNDS.at;
  let stop = null;
  let now = begin;
  const slider = h("input", {
    type: "range",
    id: "call-time",
    min: begin,
    max: end,
    step: CALL_STEP,
    "aria-label": texts.call.time,
    oninput: () => {
      pause();
      goTo(Number(slider.value));
    },
    onchange: () => settle(),
  });
  const shown = h("output", { for: "call-time" });
  const play = h("button", { type: "button", class: "action", onclick: toggle });
  const step = (by, text) =>
    h(
      "button",
      {
        type: "button",
        class: "action",
        onclick: () => {
          pause();
          toMoment(by);
          settle();
        },
      },
      text,
    );
  const element = h(
    "div",
    { class: "tools player" },
    step(-1, texts.call.before),
    play,
    step(1, texts.call.after),
    slider,
    shown,
  );
  label();
  return { element, update, pause };

  function update(time) {
    now = time;
    slider.value = String(time);
    shown.textContent = momentTime(time);
    slider.setAttribute("aria-valuetext", momentTime(time));
  }

  function toggle() {
    if (stop === null) {
      if (now >= end) {
        goTo(begin);
      }
      stop = matchMedia("(prefers-reduced-motion: reduce)").matches ? byMoments() : sliding();
    } else {
      pause();
      settle();
    }
    label();
  }

  function pause() {
    stop?.();
    stop = null;
    label();
  }

  function label() {
    play.textContent = stop === null ? texts.call.play : texts.call.pause;
  }

  function byMoments() {
    const timer = setInterval(() => toMoment(1) || finish(), MOMENT);
    return () => clearInterval(timer);
  }

  function sliding() {
    let last = performance.now();
    let frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);

    function next(time) {
      const at = now + (time - last) * SPEED;
      last = time;
      goTo(at);
      now >= end || !element.isConnected ? finish() : (frame = requestAnimationFrame(next));
    }
  }

  function finish() {
    pause();
    settle();
  }
}
