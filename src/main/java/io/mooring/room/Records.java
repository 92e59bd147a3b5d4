package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Step;

/** Calls the recorder for each decision, with no lock held. */
final class Records {

  private final StepRecorder recorder;
  private final Failures failures;

  Records(StepRecorder recorder, Failures failures) {
    this.recorder = recorder;
    this.failures = failures;
  }

  /** Records what a connection was restored from, before it is used. */
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

  void record(Delivery delivery) {
    Step step = delivery.step;
    if (step == null || delivery.sequence == Delivery.AGAIN) {
      // An attempt has no step, and an earlier life has recorded its own.
      return;
    }
    try {
      if (delivery.isStale()) {
        recorder.stale(delivery.nanoTime, delivery.sessionEpoch, step.event(), step.effects());
      } else {
        recorder.recorded(delivery.nanoTime, delivery.sessionEpoch, step);
      }
    } catch (Throwable thrown) {
      failures.report(Callee.RECORDER, step.event().action(), delivery.sessionEpoch, thrown);
    }
  }
}
