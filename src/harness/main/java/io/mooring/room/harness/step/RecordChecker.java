package io.mooring.room.harness.step;

import io.mooring.mbt.run.Violation;
import io.mooring.room.harness.log.RoomText;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Checks that every decision is recorded, in order. */
final class RecordChecker {
  private final Deque<Decided> unrecorded = new ArrayDeque<>();

  private record Decided(long nanoTime, long epoch, Step step) {}

  void decided(long nanoTime, long epoch, Step step) {
    unrecorded.add(new Decided(nanoTime, epoch, step));
  }

  /** The process died: pending records are lost. */
  void clear() {
    unrecorded.clear();
  }

  /** What is wrong with a record, or empty. */
  Optional<Violation> recorded(long nanoTime, long epoch, Step step) {
    Decided due = unrecorded.poll();
    if (due == null || !due.step().equals(step)) {
      return violation(
          RoomText.step(step)
              + " was recorded, expected is "
              + (due == null ? "none" : due.step()));
    }
    if (nanoTime != due.nanoTime()) {
      return violation("recorded for " + RoomText.seconds(nanoTime));
    }
    return epoch == due.epoch()
        ? Optional.empty()
        : violation("recorded for session " + epoch + ", but the session is " + due.epoch());
  }

  /** Requires that no record is pending. */
  Optional<Violation> settled() {
    return unrecorded.isEmpty()
        ? Optional.empty()
        : violation(RoomText.step(unrecorded.getFirst().step()) + " was not recorded");
  }

  private static Optional<Violation> violation(String message) {
    return Optional.of(new Violation(ViolationKind.DECISION, message));
  }
}
