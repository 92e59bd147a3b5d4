package io.mooring.room.harness;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.RoomConnection;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lives of one client promise each other, by the specification's {@code RoomLives}: that
 * what is seen was stored before, that what is stored is true, and what a process that comes back
 * decides. It knows the true time, which runs on through death and sleep, and what the processes
 * were told of it.
 */
final class LivesWatch {
  private static final long NEVER = Long.MIN_VALUE;

  /** As fine as the text format is. */
  private static final Duration UNIT = Duration.ofMillis(1);

  private final VirtualTime time;
  private final Watch watch;
  private final Drive.Script script;
  private final Duration window;

  private @Nullable ConnectionSnapshot stored;
  private Step storedAfter = Table.initial();
  private long storedAt;
  private long storedLoss = NEVER;

  /** When the episode that lasts began, by what the client was told. */
  private long loss = NEVER;

  /** The same for an episode that restoring begins. */
  private long restoredLoss = NEVER;

  /** The number of the latest change whose callbacks have returned, or that a release took back. */
  private long returned;

  private int life = 1;
  private int momentsLeft;
  private Stimulus.@Nullable Die death;

  LivesWatch(VirtualTime time, Watch watch, Drive.Script script, Duration window) {
    this.time = time;
    this.watch = watch;
    this.script = script;
    this.window = window;
  }

  // Death.

  /** A process is to die; says whether it does now. */
  boolean dies(Stimulus.Die how) {
    death = how;
    momentsLeft = how.moments() + 1;
    return isDeath();
  }

  /** A moment passes; says whether the process dies in it. */
  boolean isDeath() {
    if (momentsLeft == 0 || --momentsLeft > 0) {
      return false;
    }
    watch.saw(new LogEntry.Died());
    return true;
  }

  /**
   * How a process comes back.
   *
   * @param stored what it goes on from; null if nothing was stored
   * @param sinceCapture what it is told of how long ago that was
   * @param sinceDeath what it is told of how long ago the earlier one died
   * @param wayBack whether its transport can take the session up again
   * @param decides what it has to decide
   */
  record Return(
      @Nullable ConnectionSnapshot stored,
      TimeAway sinceCapture,
      TimeAway sinceDeath,
      boolean wayBack,
      List<Event> decides) {

    RoomConnection.Builder restore(RoomConnection.Builder builder) {
      return stored == null ? builder : builder.restore(stored, sinceCapture, sinceDeath);
    }
  }

  /** Time passes without a process, and another one goes on. */
  Return goOn() {
    Stimulus.Die how = death == null ? new Stimulus.Die(Duration.ZERO) : death;
    death = null;
    long died = time.nanoTime();
    time.clear();
    time.sleep(how.away());
    TimeAway sinceDeath = how.known().of(how.away(), UNIT);
    Duration age = Duration.ofNanos(died - storedAt).plus(how.away());
    TimeAway sinceCapture = how.known().of(age, UNIT);
    ConnectionSnapshot snapshot = stored == null ? null : ConnectionSnapshot.parse(stored.text());
    script.forgetsAllAfter(snapshot == null ? 0 : (int) snapshot.sessionEpoch());
    if (snapshot == null) {
      return new Return(null, sinceCapture, sinceDeath, how.wayBack(), List.of());
    }
    life = snapshot.life().number() + 1;
    returned = snapshot.isOwed() ? snapshot.changes() - 1 : snapshot.changes();
    watch.saw(new LogEntry.Restored(snapshot, sinceDeath));
    Location location = snapshot.location();
    Duration lasted =
        location.windowArmed()
            ? how.known().longest(age, UNIT).plus(Duration.ofNanos(storedAt - storedLoss))
            : how.known().longest(how.away(), UNIT);
    restoredLoss = time.nanoTime() - lasted.toNanos();
    loss = location.windowArmed() ? restoredLoss : NEVER;
    boolean isOver = lasted.compareTo(window) >= 0;
    boolean takenUp = Homecoming.stands(location) && !isOver && how.wayBack();
    watch.restored(snapshot, storedAfter, takenUp);
    return new Return(
        snapshot,
        sinceCapture,
        sinceDeath,
        how.wayBack(),
        Homecoming.decides(location, isOver, how.wayBack()));
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
    stored = snapshot;
    storedAfter = watch.last();
    storedAt = time.nanoTime();
    storedLoss = loss;
  }

  private void require(boolean holds, ConnectionSnapshot snapshot, String why) {
    if (!holds) {
      watch.violated(ViolationKind.STORE, snapshot + " was stored, but " + why);
    }
  }

  /** What was decided is stored before anybody sees it. */
  void requireStored(String what) {
    boolean isStored =
        stored == null
            ? watch.location() == Table.initial().to() && watch.latest() == 0
            : stored.location() == watch.location() && stored.changes() == watch.latest();
    if (!isStored) {
      watch.violated(ViolationKind.STORE, what + " before " + watch.location() + " was stored");
    }
  }
}
