// The texts of the report of a fleet.

const fleetNumber = (value) => value.toLocaleString("en");
const fleetSessions = (number) => `${fleetNumber(number)} session${number === 1 ? "" : "s"}`;

export const fleetTexts = {
  title: (name) => `Sessions of ${name}`,
  dimensions: {
    rule: "Rule",
    version: "Version",
    region: "Region",
    reason: "Reason",
    step: "Refused step",
  },
  unnamed: {
    rule: "no rule is violated",
    version: "no version",
    region: "no region",
    reason: "no reason",
    step: "no step",
  },
  columns: {
    rejected: "Rejected",
    rejectedShare: "Share",
    undecided: "Undecided",
    undecidedShare: "Share",
    sessions: "Sessions",
  },
  shareOf: { rejectedShare: "Share of rejected", undecidedShare: "Share of undecided" },
  totals: {
    sessions: "Sessions",
    accepted: "Accepted",
    rejected: "Rejected",
    undecided: "Undecided",
  },
  share: (some, all) =>
    all === 0
      ? "–"
      : some > 0 && some / all < 0.0001
        ? "< 0.01\u00a0%"
        : `${(Math.floor((10000 * some) / all) / 100).toFixed(2)}\u00a0%`,
  state: {
    none: "No session is decided: this says nothing of the fleet.",
    nothing: "Nothing is decided: all sessions are undecided, and this says nothing of the fleet.",
    most: "Most sessions are undecided: what is decided says little of the fleet.",
    rejected: "Some sessions do what the specification does not allow.",
    undecided: "No session is rejected, but some are undecided.",
    accepted: "The specification explains every session.",
  },
  countsLink:
    "How often each transition was taken is below, and in the views Coverage, Diagram and Matrix.",
  uncertain: (lines) =>
    `The counts do not have the ${fleetNumber(lines)} lines that more than one row explains.`,
  otherTotals: (verdicts, tallies) =>
    `The folder has ${fleetNumber(verdicts)} verdicts and counts ${fleetSessions(tallies)}: ` +
    "the job goes on, or files are missing. The numbers are those of the counts.",
  foreign: (records) =>
    "Records of counts of another machine, or of another version of the specification, which are " +
    `left out: ${fleetNumber(records)}.`,
  others: (places) =>
    `${fleetNumber(places)} pairs of a version and a region are counted together as (others).`,
  noLines:
    "No lines are in this page: the job keeps none, or hides names. With --keep it keeps them.",
  groups: "By",
  filter: "Filter",
  filterHint: "words, such as: B7 4.2",
  rows: (shown, all) => `${fleetNumber(shown)} of ${fleetNumber(all)}`,
  table: "Rejected and undecided",
  line: "Line",
  legend:
    "The share is that of all sessions of the same version and region, as far as a row names " +
    "them. Undecided are the sessions of which too little was delivered, whatever their rule. " +
    "A refused step says where the client could be, and what its line says that cannot be there. " +
    "Choose a row to see its sessions.",
  showSessions: (names) => `Sessions: ${names}`,
  more: (number) => `Show ${fleetNumber(number)} more`,

  overTime: "Over time",
  rowNames: { sessions: "sessions", rejected: "rejected", undecided: "undecided" },
  chart: (from, to, parts) => `From ${from} to ${to} UTC, at most: ${parts.join(", ")}`,
  chartPart: (name, most) => `${fleetNumber(most)} ${name}`,
  bar: (name, count, end) => `${fleetNumber(count)} ${name}, window that ends ${end} UTC`,
  atMost: (most) => `≤ ${fleetNumber(most)}`,
  windows: (width) => `Windows of ${width}. A session is in the window of its last line.`,
  outside: (number) =>
    `Not in the picture, with times far from all others or without one: ${fleetSessions(number)}.`,
  noWindows: "No session has a time.",
  asTable: "As a table",
  windowEnd: "Window until (UTC)",
  widths: [
    [86_400_000, "day"],
    [3_600_000, "hour"],
    [60_000, "minute"],
  ],

  transitions: "Transitions that the lines show",
  transitionsDoc:
    "A transition is an edge of the diagram: a location, an event, and the location after it. " +
    "Counted are the lines that it alone explains; what no line shows of itself is left out. ",
  transitionsLeft: (number) => `The rarest ${fleetNumber(number)} are in Coverage alone.`,
  times: "Times",
  stepFrom: "Show in the drive what is possible in",

  unjudged: (lines) =>
    `Lines that were not judged: ${fleetNumber(lines)}`,
  why: "Why: the line",
  lines: "Lines",

  backToReport: "Back to the report",
  backToList: "Back to the sessions",
  rejectedSessions: "Rejected sessions",
  listed: (listed, all) => `${fleetNumber(listed)} of ${fleetSessions(all)}`,
  kept: (most) =>
    `The page has at most the newest ${fleetNumber(most)} of each rule, version and step.`,
  none: "The page has no rejected session of this row.",
  session: "Session",
  last: "Last line (UTC)",
  message: "What is wrong",
  kept1: "Lines kept",
  noTime: "–",

  sessionTitle: (name) => `Session ${name}`,
  sessionDoc:
    "The lines that the job kept, up to the rejected one. That one is marked for the reason that " +
    "the job gives; one event that explains each line before it is shown.",
  definedIn: "Rule",
  from: "First line",
  to: "Last line",
  judged: (number) => `${fleetNumber(number)} lines were judged`,
  cut: "Earlier lines of the session were not kept: where it was then is not known.",
  ends: "end of the session",
  hidden: "There are no lines of this session: the job keeps none, or hides names.",
  raw: "The lines cannot be walked:",
  unexplained: (problem) => `The page does not explain this line: ${problem}`,
  badSession: (name) => `The link names a session that is not in this page: ${name}`,
  badRow: (name) => `The link names a row that the report does not have: ${name}`,
};
