// What the reader chooses of a call, as it stands in the address: seconds, or that the network
// never comes back. What the world does besides is the same in all calls.

import { contract } from "./contract.js";

const SECOND = 1000;

/** What makes a call, beside the moment that is shown. */
export const CALL_PARTS = ["back", "detection", "window", "patience"];

/** The steps of the sliders, in milliseconds. */
export const CALL_STEP = 100;

/** When the users join, how long packets take, and how long a call is watched. */
export const WORLD = {
  join: { B: -5000, A: -4000 },
  lost: 0,
  oneWay: 40,
  betweenPackets: 500,
  end: 65_000,
};

/** The least and the most of each part, in milliseconds. */
export const CALL_BOUNDS = {
  back: [CALL_STEP, contract.durations.SESSION_AT_MOST + 10 * SECOND],
  detection: [WORLD.lost, contract.durations.DETECTION_AT_MOST],
  window: [contract.durations.WINDOW_AT_LEAST, contract.durations.WINDOW_AT_MOST],
  patience: [contract.durations.SESSION_AT_LEAST, contract.durations.SESSION_AT_MOST],
  at: [WORLD.join.B, WORLD.end],
};

const CLASSIC = { detection: 3500, window: 35_000, patience: 43_000 };

/** Calls to begin with: the four of the documentation, and the orders that surprise. */
export const CASES = [
  { back: 5 * SECOND, ...CLASSIC },
  { back: 29 * SECOND, ...CLASSIC },
  { back: 45 * SECOND, ...CLASSIC },
  { back: null, ...CLASSIC },
  { back: null, detection: 8 * SECOND, window: 38 * SECOND, patience: 41 * SECOND },
  { back: 44 * SECOND, detection: 9 * SECOND, window: 40 * SECOND, patience: 40 * SECOND },
];

/** The call that is shown first, at its beginning. */
export const FIRST_CALL = { ...CASES[2], at: WORLD.lost };

/** The choice as text: the call, and the moment that is shown. */
export function writeCall(call) {
  return partsText(call, Object.keys(CALL_BOUNDS));
}

/** The call as text, as the command line has it. */
export function scheduleText(call) {
  return partsText(call, CALL_PARTS);
}

function partsText(call, parts) {
  return parts
    .map((part) => `${part}-${call[part] === null ? "never" : call[part] / SECOND}`)
    .join("_");
}

/** The choice that a text names; null if it names none that can be. */
export function readCall(text) {
  const parts = new Map(text.split("_").map((each) => each.split(/-(.*)/s)));
  const call = {};
  for (const [part, [least, most]] of Object.entries(CALL_BOUNDS)) {
    const value = parts.get(part) ?? "";
    if (part === "back" && value === "never") {
      call.back = null;
      continue;
    }
    const time = /^-?\d{1,2}(\.\d{1,3})?$/.test(value) ? Math.round(Number(value) * SECOND) : NaN;
    if (!(time >= least && time <= most)) {
      return null;
    }
    call[part] = time;
  }
  return parts.size === Object.keys(call).length ? call : null;
}

/** Whether two choices are the same call, perhaps at other times. */
export function sameCall(one, other) {
  return CALL_PARTS.every((part) => one[part] === other[part]);
}
