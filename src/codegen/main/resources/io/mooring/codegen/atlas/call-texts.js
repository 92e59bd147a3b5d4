// The texts of the view of a call. Those of its lines are the ones of the command line.

export const callTexts = {
  never: "A's network never comes back",
  backAfter: (time) => `A's network is back after ${time}`,
  isBack: (time) => `A is back in the room at ${time}`,
  gaveUp: (time) => `A gives up at ${time}`,
  unnoticed: "A never notices",
  outcome: (own, news) =>
    news.length === 0
      ? `${own}; B is not notified.`
      : `${own}; B is notified ${news.map(([time, what]) => `at ${time}: ${what}`).join(" and ")}.`,
  head: (detection, window, patience) =>
    `the loss is noticed after ${detection}; A's window: ${window}; ` +
    `the server waits ${patience} for A's packets`,
  columns: ["time", "network", "callbacks of A", "notifications of B"],
  lost: "lost",
  back: "back",
  presence: { JOINED: "A joined", LEFT: "A left", TIMED_OUT: "A left (timeout)" },

  failedFirst: (time) => `A fails ${time} before B is notified.`,
  notifiedFirst: (time) => `B is notified ${time} before A fails.`,
  atOnce: "A fails and B is notified at the same moment.",
  backAfterNotified: (time) => `A is back ${time} after B was notified that it left.`,

  casesLabel: "Cases",
  cases: [
    "Back after 5 s",
    "29 s",
    "45 s",
    "Never",
    "B is notified first",
    "Back after B was notified",
  ],
  settings: "The call",
  parts: {
    back: "A's network is back after",
    detection: "A notices the loss after",
    window: "A's reconnect window",
    patience: "The server waits",
  },
  neverBack: "never back",
  neverShort: "never",

  overview: "The call as a picture",
  picture: (title, outcome) => `${title}. ${outcome} The table below has every moment.`,
  theLoss: "loss",
  lanes: {
    network: "A's network",
    state: "A's state",
    timers: "A's timers",
    server: "server waits",
    other: "B sees",
  },
  up: "up",
  down: "down",
  waits: "no packet of A",
  present: "A in the room",
  legend: (failed, notified) =>
    `Upper band: A fails ${failed} after the loss. Lower band: B is notified after ${notified} ` +
    "of silence. Short lines: attempts of A to get back. Click to go to a moment.",

  time: "Time after the loss",
  play: "Play",
  pause: "Pause",
  before: "Previous",
  after: "Next",

  panels: ["User A", "Server", "User B"],
  network: "Network",
  state: "State",
  callback: "Last callback",
  runs: "Runs",
  left: (timer, time) => `${timer}, ${time} left`,
  attempt: "Attempt",
  attempts: ({ number, waits }) => (waits ? `pause after attempt ${number}` : `attempt ${number}`),
  hears: "A",
  inRoom: {
    NOT_YET: "not in the room",
    JOINED: "in the room",
    LEFT: "not in the room",
    TIMED_OUT: "not in the room",
  },
  silence: (time, patience) => `silent for ${time} of ${patience}`,
  sees: "Notified",
  nothing: "none",

  lines: "Every moment of the call",
  caption: (head) => `Every moment: ${head}`,
  said: (time, network, notification) =>
    `At ${time}: ` +
    [network && `the network of A is ${network}`, notification && `B is notified: ${notification}`]
      .filter(Boolean)
      .join(", "),
  note:
    "The table of the page decides what each event does; a simulator has the rest, with the " +
    "numbers of the timing module. The drive follows A. The same lines on the command line: ",
  command: (schedule) => `./mooring simulate --schedule ${schedule}`,
};
