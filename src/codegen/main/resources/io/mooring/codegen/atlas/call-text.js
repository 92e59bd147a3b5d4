// What a call was, in words: the lines that the command line prints of the same schedule.

import { texts } from "./texts.js";

/** When A first reached a state after the loss, or null. */
export function reachedAt(call, state) {
  const { A, schedule } = call;
  return A.changes.find((each) => each.at >= schedule.lost && each.state === state)?.at ?? null;
}

/** When A was back in the room, or null. */
export function rejoinedAt(call) {
  return call.A.changes.find((each) => each.reason === "REJOIN_SUCCEED")?.at ?? null;
}

/** When B was first notified of something about A after the loss, or null. */
export function notifiedAt(call, presence) {
  return news(call).find((each) => each.presence === presence)?.at ?? null;
}

function news({ notifications, schedule }) {
  return notifications.filter((each) => each.to === "B" && each.at >= schedule.lost);
}

/** Which case it is. */
export function callTitle({ schedule }) {
  const { back } = schedule;
  return back === null ? texts.call.never : texts.call.backAfter(callSeconds(back));
}

/** How it ended. */
export function callOutcome(call) {
  const back = rejoinedAt(call);
  const gaveUp = reachedAt(call, "FAILED");
  const own =
    back !== null
      ? texts.call.isBack(callSeconds(back))
      : gaveUp !== null
        ? texts.call.gaveUp(callSeconds(gaveUp))
        : texts.call.unnoticed;
  return texts.call.outcome(
    own,
    news(call).map((each) => [callSeconds(each.at), texts.call.presence[each.presence]]),
  );
}

/** What the schedule is, beside the loss. */
export function callHead({ schedule }) {
  return texts.call.head(
    ...[schedule.detection, schedule.window, schedule.patience].map(callSeconds),
  );
}

/** Every moment of the call: its time, and what happened to the network, A and B. */
export function callMoments({ schedule, A, notifications }) {
  const moments = [{ at: schedule.lost, network: texts.call.lost, a: "", b: "" }];
  if (schedule.back !== null) {
    moments.push({ at: schedule.back, network: texts.call.back, a: "", b: "" });
  }
  for (const { at, state, reason } of A.changes) {
    moments.push({ at, network: "", a: `${state}, ${reason}`, b: "" });
  }
  for (const { at, to, presence } of notifications) {
    if (to === "B") {
      moments.push({ at, network: "", a: "", b: texts.call.presence[presence] });
    }
  }
  return moments.sort((one, other) => one.at - other.at);
}

/** The lines of the command line. */
export function callLines(call) {
  const row = (at, network, a, b) =>
    `${at.padStart(9)}   ${network.padEnd(8)}  ${a.padEnd(46)}  ${b}`.trimEnd();
  return [
    `${callTitle(call)}.`,
    `  ${callHead(call)}`,
    "",
    row(...texts.call.columns),
    ...callMoments(call).map(({ at, network, a, b }) => row(momentTime(at), network, a, b)),
    "",
    `  ${callOutcome(call)}`,
  ];
}

/** A time as it reads in sentences: at most one digit after the point. */
export function callSeconds(milliseconds) {
  return `${milliseconds % 1000 === 0 ? milliseconds / 1000 : decimal(milliseconds, 1)} s`;
}

/** A span of time as it reads in sentences. */
export function callSpan(least, most) {
  return texts.bounds(least / 1000, most / 1000);
}

/** A time as it reads in a table. */
export function momentTime(milliseconds) {
  return `${decimal(milliseconds, 2)} s`;
}

/** Seconds with so many digits; halves are rounded away from 0. */
function decimal(milliseconds, digits) {
  const unit = 1000 / 10 ** digits;
  const units = Math.floor((Math.abs(milliseconds) + unit / 2) / unit);
  return `${milliseconds < 0 && units > 0 ? "-" : ""}${(units / 10 ** digits).toFixed(digits)}`;
}

/** Which of the two came first, A's failure or B's notification; empty if one of them did not. */
export function callOrder(call) {
  const failed = reachedAt(call, "FAILED");
  const back = rejoinedAt(call);
  const left = notifiedAt(call, "TIMED_OUT");
  if (left === null || (failed === null && (back === null || back < left))) {
    return "";
  }
  if (failed === null) {
    return texts.call.backAfterNotified(callSeconds(back - left));
  }
  if (failed === left) {
    return texts.call.atOnce;
  }
  return failed < left
    ? texts.call.failedFirst(callSeconds(left - failed))
    : texts.call.notifiedFirst(callSeconds(failed - left));
}
