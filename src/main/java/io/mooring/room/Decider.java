package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides the commands and facts of a connection: calls the engine, writes the location, and
 * appends what follows to the {@link Outbox}.
 *
 * <p>Everything but {@link #location()} and the times is guarded by the connection's lock. Nothing
 * of the application is called but the clock.
 */
final class Decider {

  /** In place of the number of a session. */
  static final long ANY_SESSION = 0;

  private final Engine engine;
  private final EventClock clock;
  private final Outbox outbox;
  private final TimerDurations durations;

  /**
   * The index of the location in the table: unlike a reference it costs a garbage collector
   * nothing. Written by {@link #enter} alone.
   */
  private volatile int index;

  private @Nullable SessionLink current;

  /** How many steps have armed a timer: the timers of all but the last one are stale. */
  private int armings;

  private long sequence;
  private long dropped;
  private StepLog log;

  // The latest change, in parts: most are never read.
  private @Nullable Step changing;
  private long changedSession;
  private long changedAfter;

  /** Null in a first life of which the number and the id were not read. */
  private @Nullable Life life;

  /** The latest change of an earlier life, as long as there is none of this one. */
  private @Nullable ConnectionChange inherited;

  Decider(Engine engine, EventClock clock, Outbox outbox, StepLog log, TimerDurations durations) {
    this.engine = engine;
    this.clock = clock;
    this.outbox = outbox;
    this.log = log;
    this.durations = durations;
    index = Table.index(engine.location());
  }

  /** Restores a snapshot, before the connection is used. */
  void restore(Restoration restoration, @Nullable SessionLink session) {
    index = Table.index(restoration.replayTo(engine));
    sequence = restoration.snapshot().changes();
    life = new Life(restoration.snapshot().life().number() + 1, UUID.randomUUID());
    inherited = restoration.snapshot().lastChange().orElse(null);
    current = session;
    log = log.begun();
  }

  /** The time now, if it is needed for an event. With no lock held. */
  long timeOf(Event event) {
    return clock.timeOf(event, location());
  }

  /** The time now. With no lock held. */
  long now() {
    return clock.now();
  }

  /** How long the join or the episode that is under way has lasted; zero if neither is. */
  Duration underWay(long now) {
    return Duration.ofNanos(clock.lasted(location(), now));
  }

  /** Sets when the current episode began. */
  void beginAt(long loss) {
    clock.begin(loss);
  }

  Location location() {
    return Table.location(index);
  }

  /** Which life of the connection this is. */
  Life life() {
    if (life == null) {
      life = new Life(1, UUID.randomUUID());
    }
    return life;
  }

  /** The number of the latest change; 0 before the first. */
  long sequence() {
    return sequence;
  }

  /** The latest change, of this life or of an earlier one; null before the first. */
  @Nullable ConnectionChange lastChange() {
    Step step = changing;
    if (step == null) {
      return inherited;
    }
    return ConnectionChange.last(step, sequence, changedSession, Duration.ofNanos(changedAfter));
  }

  /** The latest change of the earlier life, as listeners are notified of it again. */
  ConnectionChange repeated() {
    return requireNonNull(inherited).again();
  }

  long dropped() {
    return dropped;
  }

  /** A copy of the last decisions that may be read without the lock. */
  StepLog log() {
    return log.copy();
  }

  /** The latest session; null before the first. */
  @Nullable SessionLink current() {
    return current;
  }

  /** Whether the join of a session has no result; true for {@link #ANY_SESSION}. */
  boolean isPending(long join) {
    return join == ANY_SESSION
        || (current != null && current.epoch() == join && current.answer != null);
  }

  /**
   * Decides a command or a fact of the current session.
   *
   * @param asked the session that a join asks for; otherwise null
   * @param carriedOut completed when a leave was carried out; null if no caller waits for it
   */
  Step decide(
      Event event, @Nullable SessionLink asked, @Nullable CommandOutcome carriedOut, long now) {
    // Made before the engine moves: when memory runs out, nothing has happened.
    Delivery delivery = outbox.reserve();
    EffectPlan expected = EffectPlan.of(index, event);
    ArmedTimer armed = timer(expected, expected.opens() ? asked : current, armings + 1, now);
    if (asked != null) {
      log = log.begun();
    }
    SessionLink session = current;
    Location before = location();
    Step step = CheckedEngine.step(engine, event, before, log);
    EffectPlan plan = EffectPlan.of(index, step);
    long lasted = clock.lasted(before, now);
    if (plan.arms() != null) {
      if (plan.opens()) {
        begin(step, asked);
      }
      armings++;
      clock.begin(now);
    }
    setTimers(plan, session, armed, now);
    enter(step);
    boolean changed = step.from() != step.to() || !step.notifications().isEmpty();
    if (outbox.isRecorded()
        || !step.effects().isEmpty()
        || (changed && outbox.isStored())
        || !step.notifications().isEmpty()) {
      delivery.lasted = lasted;
      if (step.outcome() == Outcome.TAKEN) {
        delivery.answerJoin(session, event);
        delivery.leave = carriedOut;
      }
      if (changed) {
        outbox.storeFirst(delivery);
      }
      append(delivery, step, current, plan.asks(), now, sequence + 1);
      int changes = step.notifications().size();
      if (changes > 0) {
        sequence += changes;
        changing = step;
        changedSession = delivery.sessionEpoch;
        changedAfter = lasted;
      }
    }
    // Last: recording needs memory, and what is pending must not be lost for the lack of it.
    record(step, now, lasted);
    return step;
  }

  /** A run of the timer that a step arms; null if it arms none. */
  private @Nullable ArmedTimer timer(
      EffectPlan plan, @Nullable SessionLink link, int number, long now) {
    Timer timer = plan.arms();
    return timer == null || link == null
        ? null
        : new ArmedTimer(link, timer, number, now, durations.of(timer));
  }

  /** Sets the timer of the decided state; the thread that decided schedules it. */
  private void setTimers(
      EffectPlan plan, @Nullable SessionLink before, @Nullable ArmedTimer expected, long now) {
    ArmedTimer running = before == null ? null : before.timer;
    if (before != null && running != null && (plan.arms() != null || plan.cancels(running.timer))) {
      before.timer = null;
    }
    if (plan.arms() != null && current != null) {
      boolean asExpected = expected != null && expected.timer == plan.arms();
      current.timer = asExpected ? expected : timer(plan, current, armings, now);
    }
  }

  /** The timer of the decided state, scheduled or not; null if it has none. */
  @Nullable ArmedTimer timer() {
    return current == null ? null : current.timer;
  }

  /** Records the decision in the step log and the flight recorder. */
  private void record(Step step, long now, long lasted) {
    long session = current == null ? 0 : current.epoch();
    log.add(step, false, session, now);
    if (current != null) {
      current.record(step);
    }
    FlightRecorder.recorder().decided(outbox.connection(), step, session, lasted);
  }

  /** The one place that writes the state. */
  private void enter(Step step) {
    if (step.from() != step.to()) {
      index = Table.index(step.to());
    }
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      outbox.discard(sequence + 1);
    }
  }

  private void begin(Step step, @Nullable SessionLink asked) {
    if (asked == null) {
      throw new IllegalStateException("A session is to be opened, but in no room: " + step);
    }
    asked.begin(current == null ? 1 : current.epoch() + 1);
    current = asked;
  }

  /**
   * Decides a fact, or drops it when it is stale.
   *
   * @param over whether the session or timer that the fact is about is over
   * @return what the engine threw; otherwise null
   */
  @Nullable Throwable onFact(SessionLink link, Event fact, boolean over, long now) {
    try {
      if (over) {
        drop(link, fact, now);
      } else {
        decide(fact, null, null, now);
      }
      return null;
    } catch (Throwable broken) {
      return broken;
    }
  }

  /**
   * Decides that a deadline has passed, if one has, before anything that came in after it: the
   * process and its timers may have been asleep. The specification's {@code RoomLives} lets nothing
   * else happen before.
   *
   * @return what the engine threw; otherwise null
   */
  @Nullable Throwable expire(long now) {
    SessionLink session = current;
    ArmedTimer run = timer();
    return session == null || run == null || !run.hasPassed(now)
        ? null
        : onFact(session, run.timer.fact(), false, now);
  }

  /** Has listeners notified again of the latest change of an earlier life. */
  void repeat() {
    Delivery delivery = outbox.reserve();
    delivery.step = null;
    delivery.sequence = Delivery.REPEATED;
    delivery.sessionEpoch = current == null ? 0 : current.epoch();
    outbox.append();
  }

  /**
   * Begins the reconnect episode of an earlier life again: its timer and its attempts died with the
   * process. Nothing is decided, so listeners are not notified.
   *
   * @param began when the links were lost
   */
  void beginAgain(long began) {
    Delivery delivery = outbox.reserve();
    Step step = Restoration.beginning(location());
    EffectPlan plan = EffectPlan.of(Table.index(step.from()), step);
    armings++;
    clock.begin(began);
    if (current != null) {
      current.timer = timer(plan, current, armings, began);
    }
    append(delivery, step, current, plan.asks(), began, Delivery.AGAIN);
  }

  /** Whether an attempt belongs to the current episode, and is in a phase. */
  boolean isIn(Attempt attempt, Attempt.Phase phase) {
    return attempt.phase == phase
        && location().state() == ConnectionState.RECONNECTING
        && attempt.armingNumber == armings;
  }

  /**
   * Whether a fact is stale: the session, attempt or timer that it is about is over.
   *
   * @param attempt the attempt that it ends, if it ends one
   * @param run the timer that it is the end of, if it is one: stale when a timer, of this session
   *     and episode or another, was armed since
   */
  boolean isOver(SessionLink link, @Nullable Attempt attempt, @Nullable ArmedTimer run) {
    if (run != null) {
      return run.armingNumber != armings;
    }
    if (link != current) {
      return true;
    }
    return attempt == null
        ? link.phase == SessionLink.Phase.VOID
        : location().state() == ConnectionState.RECONNECTING
            && !isIn(attempt, Attempt.Phase.UNDER_WAY);
  }

  /** Drops the end of an attempt or pause that is over already. */
  void drop() {
    dropped++;
  }

  /** Drops a stale fact; a success that comes too late is undone on its own session. */
  private void drop(SessionLink link, Event fact, long now) {
    dropped++;
    // What the specification does with this fact once the session is over. In the session that is
    // being restored a late success is not undone: its leave would end the attempt under way.
    boolean restoring = fact.isOfAttempt() && link == current;
    Step afterTheEnd = Table.step(restoring ? Location.CONNECTED : Location.DISCONNECTED, fact);
    if (outbox.isRecorded() || !afterTheEnd.effects().isEmpty()) {
      boolean undone = !afterTheEnd.effects().isEmpty();
      append(outbox.reserve(), afterTheEnd, link, undone, now, Delivery.STALE);
    }
    log.add(afterTheEnd, true, link.epoch(), now);
    FlightRecorder.recorder().stale(outbox.connection(), fact, link.epoch());
  }

  private void append(
      Delivery delivery,
      Step step,
      @Nullable SessionLink link,
      boolean asks,
      long now,
      long number) {
    delivery.step = step;
    delivery.link = asks ? link : null;
    delivery.sessionEpoch = link == null ? 0 : link.epoch();
    delivery.sequence = number;
    delivery.armingNumber = armings;
    delivery.nanoTime = clock.inOrder(now);
    outbox.append();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(location()).append(", ");
    text.append(current == null ? "no session yet" : current).append(", ");
    text.append(sequence).append(sequence == 1 ? " change" : " changes");
    if (dropped > 0) {
      text.append(", ").append(dropped).append(dropped == 1 ? " stale fact" : " stale facts");
    }
    return text.toString();
  }
}
