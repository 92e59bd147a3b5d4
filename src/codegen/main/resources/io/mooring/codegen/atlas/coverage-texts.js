// The texts of the view of coverage, and of the heat.

const grouped = (value) => value.toLocaleString("en");

export const coverageTexts = {
  openCounts: "Open counts",
  dropCounts: "or drop files of counts here. Several that are opened together are added.",
  coverageDoc:
    "Counts say how often runs of an implementation took each row, each edge and each pair of " +
    "edges. mooring fuzz --counts FILE writes them, and so can any program: the form is that of " +
    "mooring-counts.schema.json. The files stay on this computer.",
  countsFrom: (name, source) => (source === "" ? name : `${name}: ${source}`),
  embedded: "in this page",
  coverageSummary: "Coverage",
  coverageKind: "Kind",
  taken: "Taken",
  neverTaken: "Never taken",
  share: "Share",
  counted: { rows: "Rows", edges: "Edges", pairs: "Edge pairs" },
  countedItems: { rows: "Times", edges: "Edges of the row", pairs: "Pairs of the row" },
  countedDocs: {
    rows: "A row is an event in a location.",
    edges: "An edge is an event in a state; the event before it is the row that led to the state.",
    pairs: "A pair is an edge and the event that follows it.",
  },
  percent: (some, all) =>
    all === 0 ? "–" : `${(Math.floor((1000 * some) / all) / 10).toFixed(1)}\u00a0%`,
  coverageList: "What was taken, never first",
  takenFilter: "Which",
  takenChoices: {
    "": "never taken first",
    never: "never taken",
    taken: "taken",
    impossible: "not possible in these runs",
  },
  takenEvents: "Events",
  beginning: "(begin)",
  itemsShown: (shown, all, more) =>
    `${grouped(shown)}${more ? " or more" : ""} of ${grouped(all)}`,
  endsIn: (name, outcome) => `${name}${["", ", ignored", ", refused"][outcome]}`,
  never: "never",
  absentInRuns: {
    words: "not possible",
    head: "Not possible",
    others: "Can be taken",
    choice: "not possible in these runs",
    rowsAlone: "These counts have rows alone: edges and pairs were not counted.",
  },
  absentInTraces: {
    words: "not visible in traces",
    head: "Not visible in traces",
    others: "Visible in traces",
    choice: "not visible in traces",
    rowsAlone:
      "A line shows the row that it was: where the client was, and the event. It does not show " +
      "what was ignored or refused before it, so edges and pairs, which differ in that, are not " +
      "counted.",
  },
  times: (count) => (count === 0 ? "never" : count === 1 ? "once" : `${grouped(count)} times`),
  someOf: {
    edges: (some, all) => `${grouped(some)} of ${grouped(all)} edges taken`,
    pairs: (some, all) => `${grouped(some)} of ${grouped(all)} pairs taken`,
  },
  shareScale: ["up to a quarter", "to a half", "to three quarters", "more", "all"],
  fromTo: (least, next) =>
    next === undefined
      ? `${grouped(least)} or more`
      : next - 1 === least
        ? grouped(least)
        : `${grouped(least)} to ${grouped(next - 1)}`,
  heat: "Heat",
  allTaken: "Everything that can be taken was.",
  countProblem: (name, problem) => `${name} is not shown: ${problem}`,
  countProblems: {
    json: () => "it is no JSON.",
    form: () => 'it is JSON without counts; these have a "formatVersion" and a "fingerprint".',
    version: (is, can) => `its "formatVersion" is ${is}, and ${can} can be read.`,
    machine: (is, here) => `it counts ${is}, and this machine is ${here}.`,
    fingerprint: (is, here) =>
      "it was counted with another version of the specification: the fingerprint of its table " +
      `is ${is}, here it is ${here}. Count again.`,
    names: (what, names) => `this machine has none of its ${what} ${names}.`,
    list: (name) => `its "${name}" are no list, or have a name twice.`,
    entry: (kind, text) => `its "${kind}" have ${text}.`,
    large: (size, limit) => `it has ${size} MB, and ${limit} MB is the limit.`,
    unreadable: () => "it cannot be read; is it a folder?",
  },
};
