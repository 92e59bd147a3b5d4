package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Step;

/** Shows a recorder what was decided. With no lock held. */
final class Records {

  private final StepRecorder recorder;
  private final Failures failures;

  Records(StepRecorder recorder, Failures failures) {
    this.recorder = recorder;
    this.failures = failures;
  }

  /** What a connection goes on from, before anybody else has it. */
  void restored(long now, Restoration restoration, Life life) {
    try {
      recorder.restored(
          now == EventClock.NOT_READ ? 0 : now,
          restoration.snapshot(),
          restoration.sinceLoss(),
          life);
    } catch (Throwable thrown) {
      failures.report(Callee.RECORDER, "restored", restoration.snapshot().sessionEpoch(), thrown);
    }
  }

  void record(Delivery entry) {
    Step step = entry.step;
    if (step == null || entry.sequence == Delivery.AGAIN) {
      // Attempts go on without a step, and an earlier life has recorded its own.
      return;
    }
    try {
      if (entry.isStale()) {
        recorder.stale(entry.nanoTime, entry.sessionEpoch, step.event(), step.effects());
      } else {
        recorder.recorded(entry.nanoTime, entry.sessionEpoch, step);
      }
    } catch (Throwable thrown) {
      failures.report(Callee.RECORDER, step.event().action(), entry.sessionEpoch, thrown);
    }
  }
}
