package io.mooring.room.benchmarks.deviation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that was looked at.
 *
 * @param what was looked at
 * @param promised what it must be
 * @param seen what it was
 * @param kept whether that is what was promised
 */
record Finding(String what, String promised, String seen, boolean kept) {

  /** Something that must be exactly this. */
  static Finding same(String what, Object promised, Object seen) {
    return new Finding(
        what, promised.toString(), seen.toString(), promised.toString().equals(seen.toString()));
  }

  /** The answer to an event that must be taken: nothing that says otherwise. */
  static Finding accepted(String what, Answer seen) {
    return accepted(what, List.of(seen));
  }

  /** The answers to events that must be taken. */
  static Finding accepted(String what, List<Answer> seen) {
    return new Finding(
        what,
        "not refused",
        seen.stream().map(Answer::text).collect(Collectors.joining(", ")),
        seen.stream()
            .allMatch(each -> each.kind() == Answer.Kind.YES || each.kind() == Answer.Kind.SILENT));
  }

  /** For example {@code state: CONNECTED (promised: DISCONNECTED)}. */
  String deviation() {
    return what + ": " + seen + " (promised: " + promised + ")";
  }
}
