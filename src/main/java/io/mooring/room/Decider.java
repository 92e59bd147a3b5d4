package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.Answers;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has decided, and how it decides: asks the engine, writes the location, and puts
 * what follows into the {@link Outbox}.
 *
 * <p>Everything but {@link #location()} is guarded by the connection's lock. Nothing of the
 * application is called.
 */
final class Decider {

  private final Engine engine;
  private final EventClock clock;
  private final Outbox outbox;
  private final TimerDurations durations;

  /**
   * Where the connection is, as a place of the table, which a garbage collector does not look at;
   * written by {@link #enter} alone.
   */
  private volatile int place;

  private @Nullable SessionLink current;

  /** How many steps have armed a timer: only the timer of the last one still counts. */
  private int armings;

  private long sequence;
  private long dropped;
  private StepLog log;

  // The latest change, in parts: most are never asked for.
  private @Nullable Step changing;
  private long changedSession;
  private long changedAfter;

  /** How many lives there were before this one, and this one once somebody has asked for it. */
  private int livesBefore;

  private @Nullable Life life;

  /** The latest change of an earlier life, as long as there is none of this one. */
  private @Nullable ConnectionChange inherited;

  Decider(Engine engine, EventClock clock, Outbox outbox, StepLog log, TimerDurations durations) {
    this.engine = engine;
    this.clock = clock;
    this.outbox = outbox;
    this.log = log;
    this.durations = durations;
    place = Table.place(engine.location());
  }

  /** Takes up a snapshot, before there is anybody else. */
  void restore(Restoration restoration, @Nullable SessionLink session) {
    place = Table.place(restoration.replayTo(engine));
    sequence = restoration.snapshot().changes();
    livesBefore = restoration.snapshot().life().number();
    inherited = restoration.snapshot().lastChange().orElse(null);
    current = session;
    log = log.begun();
  }

  Location location() {
    return Table.location(place);
  }

  /** Which life of the connection this is. */
  Life life() {
    if (life == null) {
      life = new Life(livesBefore + 1, UUID.randomUUID());
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
    List<Notification> told = step.notifications();
    int last = told.size() - 1;
    return new ConnectionChange(
        last == 0 ? step.from().state() : told.get(last - 1).state(),
        told.get(last).state(),
        told.get(last).reason(),
        sequence,
        changedSession,
        Duration.ofNanos(changedAfter));
  }

  /** The latest change of the earlier life, as it is told again. */
  ConnectionChange repeated() {
    ConnectionChange last = requireNonNull(inherited);
    return new ConnectionChange(
        last.from(),
        last.to(),
        last.reason(),
        last.sequence(),
        last.sessionEpoch(),
        last.elapsed(),
        true);
  }

  /** How many stale facts there were. */
  long dropped() {
    return dropped;
  }

  /** The last decisions as they are now, to be written down with the lock released. */
  StepLog log() {
    return log.copy();
  }

  /** The latest session; null before the first. */
  @Nullable SessionLink current() {
    return current;
  }

  /** A command or fact of the current session. */
  Step decide(
      Event event,
      @Nullable SessionLink asked,
      @Nullable CompletableFuture<ReturnCode> carriedOut,
      long now) {
    // Made before the engine moves: when memory runs out, nothing has happened.
    Delivery entry = outbox.reserve();
    EffectPlan expected = EffectPlan.of(place, event);
    ArmedTimer armed = timer(expected, expected.opens() ? asked : current, armings + 1, now);
    if (asked != null) {
      log = log.begun();
    }
    SessionLink session = current;
    Location before = location();
    Step step = CheckedEngine.step(engine, event, before, log);
    EffectPlan wanted = EffectPlan.of(place, step);
    long lasted = clock.lasted(before, now);
    if (wanted.arms() != null) {
      if (wanted.opens()) {
        begin(step, asked);
      }
      armings++;
      clock.begin(now);
    }
    setTimers(wanted, session, armed, now);
    enter(step);
    boolean changed = step.from() != step.to() || !step.notifications().isEmpty();
    if (outbox.isRecorded()
        || !step.effects().isEmpty()
        || (changed && outbox.isStored())
        || !step.notifications().isEmpty()) {
      entry.lasted = lasted;
      if (step.outcome() == Outcome.TAKEN) {
        answer(entry, session, event);
        entry.leave = carriedOut;
      }
      if (changed) {
        outbox.storeFirst(entry);
      }
      append(entry, step, current, wanted.asks(), now, sequence + 1);
      int told = step.notifications().size();
      if (told > 0) {
        sequence += told;
        changing = step;
        changedSession = entry.sessionEpoch;
        changedAfter = lasted;
      }
    }
    // Last: a recording needs memory, and what is owed must not be lost for the lack of it.
    show(step, now, lasted);
    return step;
  }

  /** A run of the timer that a step arms; null if it arms none. */
  private @Nullable ArmedTimer timer(
      EffectPlan wanted, @Nullable SessionLink link, int number, long now) {
    Timer timer = wanted.arms();
    return timer == null || link == null
        ? null
        : new ArmedTimer(link, timer, number, now, durations.of(timer));
  }

  /** The timer is always that of the decided state; who decided brings it to the scheduler. */
  private void setTimers(
      EffectPlan wanted, @Nullable SessionLink before, @Nullable ArmedTimer expected, long now) {
    ArmedTimer running = before == null ? null : before.timer;
    if (running != null && (wanted.arms() != null || wanted.cancels(running.timer))) {
      running.link.timer = null;
    }
    if (wanted.arms() != null && current != null) {
      boolean asExpected = expected != null && expected.timer == wanted.arms();
      current.timer = asExpected ? expected : timer(wanted, current, armings, now);
    }
  }

  /** The timer that runs, or is to run, in the state that was decided last. */
  @Nullable ArmedTimer timer() {
    return current == null ? null : current.timer;
  }

  /** Lets those see a decision who look on: the step log, and a flight recorder. */
  private void show(Step step, long now, long lasted) {
    long session = current == null ? 0 : current.epoch();
    log.add(step, false, session, now);
    if (current != null) {
      current.follow(step);
    }
    FlightRecorder.recorder().decided(outbox.connection(), step, session, lasted);
  }

  /** Owes the answer to the join of a session, if it waits for one and this event is it. */
  private static void answer(Delivery entry, @Nullable SessionLink session, Event event) {
    if (session == null || session.answer == null) {
      return;
    }
    Optional<ReturnCode> answer = Answers.to(Event.JOIN_CHANNEL, event);
    if (answer.isPresent()) {
      entry.join = session.answer;
      entry.answer = answer.get();
      session.answer = null;
    }
  }

  /** The one place that writes the state. */
  private void enter(Step step) {
    if (step.from() != step.to()) {
      place = Table.place(step.to());
    }
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      outbox.silence(sequence + 1);
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
   * @return what the engine threw
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
   * Decides that a deadline has passed, if one has, before whatever comes in after it: the process
   * may have been asleep, and its timers with it. The specification's {@code RoomLives} lets
   * nothing else happen before.
   *
   * @return what the engine threw
   */
  @Nullable Throwable expire(long now) {
    ArmedTimer run = timer();
    return run == null || !run.hasPassed(now)
        ? null
        : onFact(run.link, run.timer.fact(), false, now);
  }

  /** Owes once more the change that an earlier life decided, and may not have told. */
  void repeat() {
    Delivery entry = outbox.reserve();
    entry.step = null;
    entry.sequence = Delivery.REPEATED;
    entry.sessionEpoch = current == null ? 0 : current.epoch();
    outbox.append();
  }

  /**
   * Begins the reconnect episode of an earlier life again: its timer and its attempts died with the
   * process. Nothing is decided, so nothing is told.
   *
   * @param began when the links were lost
   */
  void beginAgain(long began) {
    Delivery entry = outbox.reserve();
    Step step = Restoration.beginning(location());
    EffectPlan wanted = EffectPlan.of(Table.place(step.from()), step);
    armings++;
    clock.begin(began);
    if (current != null) {
      current.timer = timer(wanted, current, armings, began);
    }
    append(entry, step, current, wanted.asks(), began, Delivery.AGAIN);
  }

  /** Whether an attempt is one of the episode that lasts, and has come so far. */
  boolean isIn(Attempt attempt, Attempt.Phase phase) {
    return attempt.phase == phase
        && location().state() == ConnectionState.RECONNECTING
        && attempt.episode.armingNumber == armings;
  }

  /**
   * Whether what a fact is about is over.
   *
   * @param attempt the attempt that it ends, if it ends one
   * @param run the run of a timer that it is the end of, if it is one: it is over when a timer, of
   *     this session and episode or another, was armed since
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

  /** The end of an attempt or pause that is over, which nobody asks about any more. */
  void drop() {
    dropped++;
  }

  /** Drops a stale fact; a success that comes too late is undone on its own session. */
  private void drop(SessionLink link, Event fact, long now) {
    dropped++;
    // What the specification does with this fact once the session is over. In the session that is
    // being restored a late success is not undone: its leave would hit the attempt under way.
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
      Delivery entry, Step step, @Nullable SessionLink link, boolean asks, long now, long number) {
    entry.step = step;
    entry.link = asks ? link : null;
    entry.sessionEpoch = link == null ? 0 : link.epoch();
    entry.sequence = number;
    entry.armingNumber = armings;
    entry.nanoTime = clock.inOrder(now);
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
