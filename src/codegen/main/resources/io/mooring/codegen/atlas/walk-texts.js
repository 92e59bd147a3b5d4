// The texts of the view of what happened.

const MEGABYTE = 2 ** 20;

export const walkTexts = {
  openFile: "Open a file…",
  orDrop: "or drop one anywhere on the page",
  walkDoc:
    "A counterexample (ITF), a trace (one JSON object a line), or a list of a fuzz run. " +
    "The file stays on this computer.",
  walksHere: "In this page…",
  counterexamples: "Counterexamples",
  traces: "Traces",
  reading: "Reading",
  cancel: "Cancel",
  entryNumber: "Entry",
  entryCard: "The entry",
  entryList: "Entries of the file",
  session: "Session",
  sessionNamed: (name) => (name === "" ? "no session" : `session ${name}`),
  forms: {
    itf: (name) => `Counterexample ${name}`,
    steps: (name) => `Trace ${name}`,
    callbacks: (name) => `Callbacks ${name}`,
    list: (name) => `List ${name}`,
  },
  formDocs: {
    itf: "Each change of the machine's variables is compared with its table.",
    steps: "Each step is compared with its row, and must begin where the one before it ended.",
    callbacks:
      "Each callback is compared with what the machine can notify of after those before it; " +
      "one event that explains it is shown. Times are not judged: mooring validate does that.",
    list: "A list says what came in; what is shown is what the table answers.",
  },
  fileBegins: "begin",
  entryOf: (entry, all) => `${entry.toLocaleString("en")} of ${all.toLocaleString("en")}`,
  leftFile: "The path has left the file.",
  backToFile: "Back to the file",
  deviations: (number) =>
    `${number.toLocaleString("en")} not allowed: show ${number === 1 ? "it" : "the next"}`,
  noDeviation: {
    itf: "All steps are allowed by the table",
    steps: "All steps are allowed by the table",
    callbacks: "All callbacks are possible",
    list: "",
  },
  notAllowed: "not allowed",
  entryLine: {
    itf: (number) => `State ${number}`,
    steps: (number) => `Line ${number}`,
    callbacks: (number) => `Line ${number}`,
    list: (number) => `Line ${number}`,
  },
  stateNumber: (number) => `state ${number}`,
  problem: (problem) => `Not allowed: ${problem}`,
  difference: "What changed",
  variable: "Variable",
  valueBefore: "Was",
  valueAfter: "Is",
  nothingChanged: "No variable changed.",
  explainedBy: "Explained by",
  possible: (where) => `Possible in ${where}`,
  parts: {
    outcome: "outcome",
    to: "next location",
    code: "code",
    notifications: "notifications",
    effects: "effects",
  },
  otherwise: (event, where, part, is, must) =>
    `${event} in ${where} has as its ${part} ${must}, not ${is}`,
  torn: (from, at) => `it begins in ${from}, but the step before it ended in ${at}`,
  noLocation: (values) => `no location of the machine has ${values}`,
  fromNowhere: "the state before it is no location of the machine",
  noEvent: (name, module) => `${name} is no event of ${module}`,
  noCallback: (notification, where) => `no event notifies of ${notification} in ${where}`,
  notYet: (event) => `${event} comes before all notifications of the event before it`,
  restored: (location) => `restored in ${location}`,
  stale: (event) => `stale ${event}`,
  staleDoc: "A fact about something that had ended: it was dropped.",
  repeated: "A callback that an earlier process may have received: it changes nothing.",
  undecided: "This depends on the run or on time, which the table does not decide.",
  sequence: "Sequence diagram",
  sequenceDoc: (first, last) =>
    `Sequence diagram of the entries ${first} to ${last}. The list of entries has the same.`,
  participants: { User: "User", World: "World" },
  timeLine: "Time",
  stateRow: "state",
  strip: (span, states) => `Time, ${span}: ${states.join(", ")}`,
  stripState: (state, time) => `${state || "unknown"} at ${time}`,
  time: (milliseconds) =>
    `${(milliseconds / 1000).toLocaleString("en", { maximumFractionDigits: 3 })}\u00a0s`,

  unreadable: {
    empty: () => "it is empty.",
    binary: () => "it is binary or compressed, and no text in UTF-8.",
    encoding: () => "it is not encoded in UTF-8.",
    large: (size, most) =>
      `it has ${Math.ceil(size / MEGABYTE)} MB; at most ${most / MEGABYTE} MB can be shown.`,
    counts: () => "it has counts or a report; drop counts onto the view Coverage.",
    array: () => "it is a JSON array; a trace has one JSON object a line.",
    line: (number, most) => `line ${number} is longer than ${most / MEGABYTE} MB.`,
    json: (number, text) => `entry ${number} is no JSON object: ${text}`,
    deep: (most) => `its values are nested more than ${most} times.`,
    cut: () => "it is no JSON object, or was cut off: its last brace is missing.",
    states: () => 'it has no list "states", as a counterexample has.',
    members: (number, names) => `line ${number} is no entry of a trace; its members are: ${names}`,
    variables: (module, names) =>
      `state 1 has not the variables of ${module} and its record out; it has: ${names}`,
    location: (number, name, module) => `line ${number} names no location of ${module}: ${name}`,
    event: (number, name, module) => `line ${number} names no event of ${module}: ${name}`,
    word: (number, text, module) =>
      `line ${number} is neither JSON nor a line of a list for ${module}: ${text}`,
    other: (module) => `none of its callbacks is one of ${module}.`,
    failed: () => "it cannot be read.",
  },
};
