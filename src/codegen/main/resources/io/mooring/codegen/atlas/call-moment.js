// A call at one moment: where both users and the server are.

/** What is the case at a time: of A, of B, and of the server. */
export function momentOf(call, at) {
  const { schedule, A, B } = call;
  const down = schedule.lost <= at && (schedule.back === null || at < schedule.back);
  const running = A.timers.filter((each) => spans(each, at));
  const tried = A.attempts.filter((each) => each.from <= at);
  const window = running.find((each) => each.timer === "RECONNECT_WINDOW");
  return {
    down,
    A: {
      location: lastOf(A.steps, at)?.to ?? call.initial,
      change: lastOf(A.changes, at),
      steps: A.steps.filter((each) => each.at <= at).length,
      timers: running.map(({ timer, due }) => ({ timer, left: due - at })),
      attempt: window && { number: tried.length, waits: !spans(tried.at(-1), at) },
    },
    B: {
      location: lastOf(B.steps, at)?.to ?? call.initial,
      change: lastOf(B.changes, at),
      sees: lastOf(call.notifications.filter((each) => each.to === "B"), at)?.presence ?? null,
    },
    silence: call.silences.find((each) => spans(each, at)) ?? null,
  };
}

/** From when to when B sees what of A. */
export function seenByB({ notifications, schedule }) {
  const own = notifications.filter((each) => each.to === "B");
  return own.map(({ at, presence }, i) => ({
    presence,
    from: at,
    to: own[i + 1]?.at ?? schedule.end,
  }));
}

function spans({ from, to }, at) {
  return from <= at && (to === null || at < to);
}

function lastOf(list, at) {
  return list.filter((each) => each.at <= at).at(-1) ?? null;
}
