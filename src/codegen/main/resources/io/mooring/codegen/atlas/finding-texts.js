// The texts of the page of findings.

export const findingTexts = {
  run: "The run",
  results: "Results",
  status: { passed: "passed", failed: "failed", error: "error", skipped: "not judged" },
  allStatuses: "All results",
  words: "Filter the results",
  wordsHint: "words of a result",
  shown: (shown, all) =>
    shown === all ? numberText(all) : `${numberText(shown)} of ${numberText(all)}`,
  more: (count) => `Show ${numberText(count)} more`,
  none: "No result has these words.",
  counts: (counts) => counts.map(([count, status]) => `${numberText(count)} ${status}`).join(", "),
  at: "At",
  warnings: "Warnings",
  rejected: "Not explained",
  noBehaviour: "There is no behaviour to walk.",
  dropped: (steps) =>
    `Its ${numberText(steps)} steps are left out, so that the page stays small. ` +
    "The files of the call have them.",
  stepOf: (step, all) => `${numberText(step)} of ${numberText(all)}`,
  step: "Step",
  steps: "Steps",
  stepCard: "The step",
  unknownAction: "step",
  changes: "What changes",
  everything: "It begins with",
  nothing: "Nothing changes.",
  nothingShown: "Nothing of what is shown changes.",
  why: "The action",
  state: "The state",
  variable: "Variable",
  value: "Value",
  before: "Before",
  noValue: "no value",
  backTo: (step) => `Back to step ${numberText(step)}, and so on for ever`,
  loops: (step) => `The steps from ${numberText(step)} on repeat for ever.`,
  stutters: "Here nothing happens any more.",
  repeats: "repeats",
  figures: "Figures",
  figureNames: {
    distinctStates: "distinct states",
    edges: "steps between states",
    depth: "longest shortest path",
    workers: "threads",
    failedSeed: "seed of what failed",
    detectedByFigures: "detected by a figure",
  },
  textNames: {
    expected: "Expected",
    differences: "Differs",
    within: "Says something within",
    endedBy: "Ended by",
  },
  models: "Models",
  name: "Name",
  result: "Result",
  files: "Files",
  printed: "Printed by the specification",
  coverage: "What was evaluated",
  action: "Action",
  times: "Steps",
  newStates: "New states",
  never: "never happened",
  unevaluated: "Never evaluated",
  made: (found) =>
    `Written by Mooring (${found.tool}).` + (found.checker === "" ? "" : ` ${found.checker}.`),
  badLink: (name, value) => `The link has no "${name}" that this page has: ${value}`,
  keys: [
    ["← →", "step back and forward; of a behaviour that repeats, forward goes around"],
    ["Home", "the first step"],
    ["j k", "the next and the previous result"],
    ["r s", "Result, TLA+"],
    ["/", "filter the results"],
    ["?", "this help; Esc closes it"],
  ],
};

/** A number with its groups of digits. */
export function numberText(value) {
  return value.toLocaleString("en");
}
