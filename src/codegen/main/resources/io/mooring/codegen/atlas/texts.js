// Every text of the page, in one place. A text with a blank is a function of what fills it.

import { callTexts } from "./call-texts.js";
import { coverageTexts } from "./coverage-texts.js";
import { fleetTexts } from "./fleet-texts.js";
import { walkTexts } from "./walk-texts.js";

export const texts = {
  atlas: "Atlas",
  subtitle: (machine) =>
    `${count(machine.locations.length, "location")}, ${count(machine.events.length, "event")}, ` +
    `${count(machine.rows.length, "row")}`,
  help: "Help",
  skip: "Skip to the views",

  outcomes: ["taken", "ignored", "refused"],
  chooseLocation: "Start at location",
  initial: "initial",
  timers: "Running",
  noTimers: "No timer runs.",
  bounds: (least, most) =>
    least === most ? `${least}\u00a0s` : `${least}\u00a0s to ${most}\u00a0s`,
  before: (value) => `was ${value}`,
  undo: "Undo",
  back: "Step back",
  forward: "Step forward",
  reset: "Reset",

  events: "Events",
  commands: "Commands",
  facts: "Facts",
  stays: "stays",
  ignored: "ignored",
  refused: (code) => (code ? `refused ${code}` : "refused"),
  goes: (name) => `→ ${name}`,

  moreDoc: "More",

  begin: "Here it begins",
  beginDoc: "Choose an event: click it, or press its digit.",
  step: (number) => `Step ${number}`,
  enters: "Location",
  staysIn: (name) => `stays in ${name}`,
  notified: "Notified",
  notNotified: "nothing",
  effects: "Effects",
  timersChanged: "Timers",
  armed: (name, span) => `${name} starts${span ? `, ${span}` : ""}`,
  cancelled: (name) => `${name} is cancelled`,
  expired: (name) => `${name} has expired`,
  code: "Code",
  why: "Specification",
  refusedDoc: "Nothing changes. The caller gets the code.",
  ignoredDoc: "Nothing changes. This fact means nothing here.",

  path: "Path",
  pathStart: (name) => `begins in ${name}`,
  earlier: (number) => `${count(number, "earlier step")} not shown`,

  views: {
    found: "Result",
    diagram: "Diagram",
    matrix: "Matrix",
    table: "Transitions",
    names: "Names",
    source: "TLA+",
    walk: "Walk",
    coverage: "Coverage",
    compare: "Compare",
    call: "Call",
    fleet: "Fleet",
  },
  folded: "Public states",
  unfolded: "Locations",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit",
  diagram: (name, nodes) =>
    `Diagram of ${name}: ${nodes}. The views Matrix and Transitions have the same as tables.`,
  tooMany: (locations, limit) =>
    `${locations} locations are too many for a picture: above ${limit}, public states are drawn ` +
    "if there are not more of them, and otherwise the tables alone.",
  onlyFolded: (locations, limit) =>
    `The ${locations} locations are folded into their public states: ` +
    `a picture has ${limit} at most.`,
  legendKinds: "Bold: commands. Regular: facts.",
  legendCodes: "In grey: the code of the notification.",
  legendClick: "Click a state to start there, an event to take it. Drag to move.",

  matrixCaption: "Every event in every location",
  matrixLegend: "The next location; stays; · ignored; the code if refused. Arrows move.",
  columns: (from, to, all) => `Locations ${from} to ${to} of ${all}`,
  previous: "Previous",
  next: "Next",

  tableCaption: "Every row of the table",
  filter: "Filter",
  filterHint: "words, such as: reconnecting refused",
  allOutcomes: "All outcomes",
  here: "From here only",
  rows: (shown, all) => `${shown} of ${count(all, "row")}`,
  more: (number) => `Show ${number} more`,
  from: "From",
  event: "Event",
  outcome: "Outcome",
  to: "To",

  locationNames: "Locations",
  eventNames: "Events",
  timerNames: "Timers",
  durations: "Durations",
  answers: "Answers",
  answersDoc: "An accepted command waits until one of these events is taken.",
  properties: "Properties",
  name: "Name",
  value: "Value",
  doc: "What it is",
  kind: "Kind",
  command: "command",
  fact: "fact",
  raises: "Raises",
  runs: "Runs for",
  armedBy: "Started by",
  cancelledBy: "Cancelled by",
  line: "Line",
  seconds: (number) => `${number} s`,
  commandColumn: "Command",
  kinds: { INVARIANT: "invariant", ACTION: "action", TEMPORAL: "temporal" },

  ...walkTexts,
  call: callTexts,
  fleet: fleetTexts,
  ...coverageTexts,
  openModel: "Open a model…",
  dropModel: "or drop one here: the JSON that generate writes",
  swap: "Swap old and new",
  older: "Old:",
  newer: "New:",
  thisPage: "this page",
  digest: (text) => `digest ${text}`,
  otherModule: (older, newer) =>
    `These are different modules, ${older} and ${newer}: what has the same name is compared.`,
  noDifference: "No difference.",
  changes: ["added", "removed", "changed"],
  signs: { added: "+", removed: "−", changed: "≠" },
  change: "Change",
  allChanges: "All changes",
  same: "same",
  what: "What",
  inWords: "In words",
  was: "was",
  now: "now",
  differs: "differs",
  none: "none",
  formula: "Formula",
  initialState: "Initial state",
  starts: (name) => `starts ${name}`,
  cancels: (name) => `cancels ${name}`,
  summary: "What differs",
  equalKinds: "All the same:",
  amount: (noun, number) => `${noun} ${number.toLocaleString("en")}`,
  differences: "Differences",
  differencesShown: (shown, all) =>
    `${shown.toLocaleString("en")} of ${count(all, "difference")}`,
  compareLegend:
    "Locations are the same if their variables have the same values, or else the same name. " +
    "Comments and lines are not compared. The matrix marks rows that differ with ≠.",
  matrixDiffers: "≠ differs from the model that is compared.",
  compared: {
    initial: "Initial state",
    location: "Locations",
    event: "Events",
    row: "Rows",
    variable: "Variables",
    constant: "Constants",
    timer: "Timers",
    duration: "Durations",
    answer: "Answers",
    property: "Properties",
    definition: "Definitions",
  },
  comparedOne: {
    initial: "initial state",
    location: "location",
    event: "event",
    row: "row",
    variable: "variable",
    constant: "constant",
    timer: "timer",
    duration: "duration",
    answer: "answer",
    property: "property",
    definition: "definition",
  },

  lineLabel: (file, line) => `${file}, line ${line}`,

  keysTitle: "Keys",
  keys: [
    ["1 to 9, 0", "take the first ten events"],
    ["↑ ↓", "move between events; Enter takes one"],
    ["← →", "step back and forward on the path, or in the file that is walked"],
    ["u, Backspace", "undo the last step"],
    ["r", "reset to the initial location"],
    [
      "d m t n s w c v a l",
      "Diagram, Matrix, Transitions, Names, TLA+, Walk, Compare, Coverage; Call and Fleet if " +
        "the page has them",
    ],
    ["/", "filter the transitions"],
    ["+ − f", "zoom the diagram, and fit it"],
    ["?", "this help; Esc closes it"],
  ],
  keysDoc:
    "The address of the page has the whole position: copy it to share what you see. " +
    "The page makes no request to any host.",
  close: "Close",
  provenance: (machine) =>
    `Model-checked: ${machine.states.toLocaleString("en")} states, ` +
    `${machine.edges.toLocaleString("en")} edges. Digest ${machine.digest.slice(0, 12)}.`,

  problems: {
    location: (name) => `The link names a location that this machine does not have: ${name}`,
    event: (name) => `The link names an event that this machine does not have: ${name}`,
    view: (name) => `The link names a view that this page does not have: ${name}`,
    number: (name, value) => `The link has no number as "${name}": ${value}`,
    long: (limit) => `The link has more than ${limit} events; the first ${limit} are shown.`,
    file: (name, problem) => `${name} cannot be compared: ${problem}`,
    large: (size, limit) => `it has ${size} MB, and ${limit} MB is the limit.`,
    unreadable: "it cannot be read; is it a folder?",
    noJson: "it is no JSON.",
    noModel: "it is JSON, but no model; generate writes one below model/.",
    missing: (name) => `it has another format, without "${name}"; write it anew.`,
    unknown: (name) => `it has another format, with "${name}"; write it anew.`,
    member: (name, value) => `in it "${name}" cannot be ${value}.`,
    steps: (steps, locations, events) =>
      `it has ${steps} rows for ${locations} locations and ${events} events.`,
    order: (row) => `its row ${row + 1} is not in its place.`,
    twice: (name) => `two of its ${name} have the same name.`,
    deep: "it is nested too deeply.",
    call: (text) => `The link names a call that is none: ${text}`,
    unread: "The address cannot be read; the page begins at the initial location.",
  },
  dismiss: "Dismiss",

  said: (step, to, notified) =>
    `${step.event.text} ${texts.outcomes[step.outcome]}. ` +
    (step.outcome === 0 ? `Now ${to}. ` : "") +
    notified,
  saidNotified: (text) => `Notified: ${text}.`,
  saidCode: (code) => `Code ${code}.`,
  saidAt: (name) => `At ${name}.`,
};

/** A number with its noun: 1 row, 2 rows. */
export function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
