package io.mooring.room.harness.step;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.log.LogEntry;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.harness.model.Restart;
import io.mooring.room.harness.model.Restarts;
import io.mooring.room.harness.model.RestoreEvents;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;

/**
 * Checks the lives of one client against the specification {@code RoomLives}: every decision is
 * stored before its outputs can be observed, what is stored is correct, and a new process decides
 * what it must. It has the true time, which passes during death and sleep, and what the processes
 * know of it.
 */
final class LivesChecker {
  private static final long NEVER = Long.MIN_VALUE;

  /** As fine as the text format is. */
  private static final Duration UNIT = Duration.ofMillis(1);

  private final VirtualTime time;
  private final RunChecker checker;
  private final JoinRequests joins;
  private final Duration window;

  private final Restarts restarts;
  private Step storedAfter = Table.initial();

  /** How long the episode of the stored snapshot had lasted. */
  private Duration storedElapsed = Duration.ZERO;

  /** The beginning of the current episode, by what the client knows. */
  private long loss = NEVER;

  /** The same for an episode that restoring begins. */
  private long restoredLoss = NEVER;

  /** The number of the latest change whose callbacks have returned, or that a release discarded. */
  private long returned;

  private int life = 1;

  LivesChecker(VirtualTime time, RunChecker checker, JoinRequests joins, Duration window) {
    this.time = time;
    this.checker = checker;
    this.joins = joins;
    this.window = window;
    restarts = new Restarts(time, UNIT);
  }

  // Death.

  /** Sets when the process dies; returns whether it dies now. */
  boolean die(Stimulus.Die how) {
    return logged(restarts.die(how));
  }

  /** Counts a moment; returns whether the process dies in it. */
  boolean isDeath() {
    return logged(restarts.isDeath());
  }

  private boolean logged(boolean death) {
    if (death) {
      checker.log(new LogEntry.Died());
    }
    return death;
  }

  /**
   * The start of the next process.
   *
   * @param restart from what it continues
   * @param decides what it must decide
   */
  record Start(Restart restart, List<Event> decides) {}

  /** Time passes without a process, and another one starts. */
  Start restart() {
    Restart restart = restarts.restart();
    ConnectionSnapshot snapshot = restart.stored();
    joins.keep(snapshot == null ? 0 : (int) snapshot.sessionEpoch());
    if (snapshot == null) {
      return new Start(restart, List.of());
    }
    life = snapshot.life().number() + 1;
    returned = snapshot.isPending() ? snapshot.changes() - 1 : snapshot.changes();
    checker.log(new LogEntry.Restored(snapshot, restart.knownSinceDeath()));
    Location location = snapshot.location();
    Duration lasted =
        location.windowArmed()
            ? restart.longestSinceCapture().plus(storedElapsed)
            : restart.longestSinceDeath();
    restoredLoss = time.nanoTime() - lasted.toNanos();
    loss = location.windowArmed() ? restoredLoss : NEVER;
    boolean isOver = lasted.compareTo(window) >= 0;
    boolean resumed = RestoreEvents.isResumable(location) && !isOver && restart.wayBack();
    checker.restored(snapshot, storedAfter, resumed);
    return new Start(restart, RestoreEvents.of(location, isOver, restart.wayBack()));
  }

  /** The rest of a window of this length that is armed now. */
  Duration restOf(Duration length) {
    return loss == NEVER ? length : length.minusNanos(time.nanoTime() - loss);
  }

  // Observations.

  void decided(Step step) {
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      returned = checker.latest();
    }
    if (!step.to().windowArmed()) {
      loss = NEVER;
    } else if (!step.from().windowArmed()) {
      loss = checker.isRestoring() ? restoredLoss : time.nanoTime();
    }
  }

  /** All callbacks for a change have returned, or are going to return at once. */
  void returned(long number) {
    returned = Math.max(returned, number);
  }

  void stored(ConnectionSnapshot snapshot) {
    checker.log(new LogEntry.Stored(snapshot));
    require(
        snapshot.location() == checker.location(),
        snapshot,
        "the location is " + checker.location());
    require(snapshot.changes() == checker.latest(), snapshot, "changes: " + checker.latest());
    require(
        snapshot.sessionEpoch() == checker.sessions(), snapshot, "sessions: " + checker.sessions());
    require(snapshot.life().number() == life, snapshot, "life: " + life);
    require(checker.isLatest(snapshot.lastChange()), snapshot, "the latest change is another");
    boolean owed = checker.latest() > returned;
    require(
        snapshot.isPending() == owed,
        snapshot,
        owed ? "the latest change is pending" : "nothing is pending");
    require(
        loss == NEVER || snapshot.elapsed().toNanos() == time.nanoTime() - loss,
        snapshot,
        "the episode began at " + loss);
    restarts.store(snapshot);
    storedAfter = checker.last();
    storedElapsed = loss == NEVER ? Duration.ZERO : Duration.ofNanos(time.nanoTime() - loss);
  }

  private void require(boolean holds, ConnectionSnapshot snapshot, String why) {
    if (!holds) {
      checker.violated(ViolationKind.STORE, snapshot + " was stored, but " + why);
    }
  }

  /** Requires that what was decided is stored before something can be observed. */
  void requireStored(String what) {
    ConnectionSnapshot stored = restarts.stored();
    boolean isStored =
        stored == null
            ? checker.location() == Table.initial().to() && checker.latest() == 0
            : stored.location() == checker.location() && stored.changes() == checker.latest();
    if (!isStored) {
      checker.violated(ViolationKind.STORE, what + " before " + checker.location() + " was stored");
    }
  }
}
