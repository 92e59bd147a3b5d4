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
 * What the lives of one client promise each other, by the specification's {@code RoomLives}: that
 * what is seen was stored before, that what is stored is true, and what a process that comes back
 * decides. It knows the true time, which runs on through death and sleep, and what the processes
 * were told of it.
 */
final class LivesChecker {
  private static final long NEVER = Long.MIN_VALUE;

  /** As fine as the text format is. */
  private static final Duration UNIT = Duration.ofMillis(1);

  private final VirtualTime time;
  private final RunChecker watch;
  private final JoinRequests joins;
  private final Duration window;

  private final Restarts restarts;
  private Step storedAfter = Table.initial();

  /** How long the episode of the stored snapshot had lasted. */
  private Duration storedElapsed = Duration.ZERO;

  /** When the episode that lasts began, by what the client was told. */
  private long loss = NEVER;

  /** The same for an episode that restoring begins. */
  private long restoredLoss = NEVER;

  /** The number of the latest change whose callbacks have returned, or that a release took back. */
  private long returned;

  private int life = 1;

  LivesChecker(VirtualTime time, RunChecker watch, JoinRequests joins, Duration window) {
    this.time = time;
    this.watch = watch;
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
      watch.saw(new LogEntry.Died());
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
    returned = snapshot.isOwed() ? snapshot.changes() - 1 : snapshot.changes();
    watch.saw(new LogEntry.Restored(snapshot, restart.knownSinceDeath()));
    Location location = snapshot.location();
    Duration lasted =
        location.windowArmed()
            ? restart.longestSinceCapture().plus(storedElapsed)
            : restart.longestSinceDeath();
    restoredLoss = time.nanoTime() - lasted.toNanos();
    loss = location.windowArmed() ? restoredLoss : NEVER;
    boolean isOver = lasted.compareTo(window) >= 0;
    boolean takenUp = RestoreEvents.stands(location) && !isOver && restart.wayBack();
    watch.restored(snapshot, storedAfter, takenUp);
    return new Start(restart, RestoreEvents.decides(location, isOver, restart.wayBack()));
  }

  /** How much is left of a window of this length that is armed now. */
  Duration restOf(Duration length) {
    return loss == NEVER ? length : length.minusNanos(time.nanoTime() - loss);
  }

  // What is seen.

  void decided(Step step) {
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      returned = watch.latest();
    }
    if (!step.to().windowArmed()) {
      loss = NEVER;
    } else if (!step.from().windowArmed()) {
      loss = watch.isRestoring() ? restoredLoss : time.nanoTime();
    }
  }

  /** All callbacks for a change have returned, but for the last step of the last one. */
  void returned(long number) {
    returned = Math.max(returned, number);
  }

  void stored(ConnectionSnapshot snapshot) {
    watch.saw(new LogEntry.Stored(snapshot));
    require(snapshot.location() == watch.location(), snapshot, "the client is elsewhere");
    require(snapshot.changes() == watch.latest(), snapshot, "changes: " + watch.latest());
    require(snapshot.sessionEpoch() == watch.sessions(), snapshot, "sessions: " + watch.sessions());
    require(snapshot.life().number() == life, snapshot, "life: " + life);
    require(watch.isLatest(snapshot.lastChange()), snapshot, "that is not the latest change");
    boolean owed = watch.latest() > returned;
    require(
        snapshot.isOwed() == owed,
        snapshot,
        owed ? "the latest change is owed" : "nothing is owed");
    require(
        loss == NEVER || snapshot.elapsed().toNanos() == time.nanoTime() - loss,
        snapshot,
        "the episode began at " + loss);
    restarts.store(snapshot);
    storedAfter = watch.last();
    storedElapsed = loss == NEVER ? Duration.ZERO : Duration.ofNanos(time.nanoTime() - loss);
  }

  private void require(boolean holds, ConnectionSnapshot snapshot, String why) {
    if (!holds) {
      watch.violated(ViolationKind.STORE, snapshot + " was stored, but " + why);
    }
  }

  /** What was decided is stored before anybody sees it. */
  void requireStored(String what) {
    ConnectionSnapshot stored = restarts.stored();
    boolean isStored =
        stored == null
            ? watch.location() == Table.initial().to() && watch.latest() == 0
            : stored.location() == watch.location() && stored.changes() == watch.latest();
    if (!isStored) {
      watch.violated(ViolationKind.STORE, what + " before " + watch.location() + " was stored");
    }
  }
}
