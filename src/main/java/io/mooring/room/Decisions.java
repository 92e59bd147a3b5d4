package io.mooring.room;

import io.mooring.room.flight.Flight;
import io.mooring.room.spec.Answers;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has decided, and how it decides: asks the engine, writes the location, and puts
 * what follows into the {@link Outbox}.
 *
 * <p>Everything but {@link #location()} is guarded by the mailbox's lock. Nothing of the
 * application is called.
 */
final class Decisions {

  private final Engine engine;
  private final EventClock clock;
  private final Outbox outbox;

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

  Decisions(Engine engine, EventClock clock, Outbox outbox, StepLog log) {
    this.engine = engine;
    this.clock = clock;
    this.outbox = outbox;
    this.log = log;
    place = Table.place(engine.location());
  }

  /** Takes up a snapshot, before there is anybody else. */
  void takeUp(Restoration restoration, @Nullable SessionLink session) {
    place = Table.place(restoration.bring(engine));
    sequence = restoration.changes();
    current = session;
    log = log.begun();
  }

  Location location() {
    return Table.location(place);
  }

  /** The number of the latest change; 0 before the first. */
  long sequence() {
    return sequence;
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
    Entry entry = outbox.reserve();
    Wanted expected = Wanted.of(place, event);
    TimerRun armed = timer(expected, expected.opens() ? asked : current, armings + 1);
    if (asked != null) {
      log = log.begun();
    }
    SessionLink session = current;
    Location before = location();
    Step step = EngineCheck.step(engine, event, before, log);
    Wanted wanted = Wanted.of(place, step);
    long lasted = clock.lasted(before, now);
    if (wanted.arms() != null) {
      if (wanted.opens()) {
        begin(step, asked);
      }
      armings++;
      clock.begin(now);
    }
    setTimers(wanted, session, armed);
    enter(step);
    if (outbox.isRecorded() || !step.effects().isEmpty() || !step.notifications().isEmpty()) {
      entry.lasted = lasted;
      if (step.outcome() == Outcome.TAKEN) {
        answer(entry, session, event);
        entry.leave = carriedOut;
      }
      append(entry, step, current, wanted.asks(), now, sequence + 1);
      sequence += step.notifications().size();
    }
    // Last: a recording needs memory, and what is owed must not be lost for the lack of it.
    show(step, now, lasted);
    return step;
  }

  /** A run of the timer that a step arms; null if it arms none. */
  private @Nullable TimerRun timer(Wanted wanted, @Nullable SessionLink link, int number) {
    Timer timer = wanted.arms();
    return timer == null || link == null ? null : new TimerRun(link, timer, number);
  }

  /** The timer is always that of the decided state; who decided brings it to the scheduler. */
  private void setTimers(Wanted wanted, @Nullable SessionLink before, @Nullable TimerRun expected) {
    TimerRun running = before == null ? null : before.timer;
    if (running != null && (wanted.arms() != null || wanted.cancels(running.timer))) {
      running.link.timer = null;
    }
    if (wanted.arms() != null && current != null) {
      boolean asExpected = expected != null && expected.timer == wanted.arms();
      current.timer = asExpected ? expected : timer(wanted, current, armings);
    }
  }

  /** The timer that runs, or is to run, in the state that was decided last. */
  @Nullable TimerRun timer() {
    return current == null ? null : current.timer;
  }

  /** Lets those see a decision who look on: the step log, and a flight recorder. */
  private void show(Step step, long now, long lasted) {
    long session = current == null ? 0 : current.epoch();
    log.add(step, false, session, now);
    if (current != null) {
      current.follow(step);
    }
    Flight.recorder().decided(outbox.connection(), step, session, lasted);
  }

  /** Owes the answer to the join of a session, if it waits for one and this event is it. */
  private static void answer(Entry entry, @Nullable SessionLink session, Event event) {
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
  @Nullable Throwable hear(SessionLink link, Event fact, boolean over, long now) {
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

  /** Whether an attempt is one of the episode that lasts, and has come so far. */
  boolean isIn(Attempt attempt, Attempt.Phase phase) {
    return attempt.phase == phase
        && location().state() == ConnectionState.RECONNECTING
        && attempt.episode.arming == armings;
  }

  /** Whether a timer that ran out is of this session and episode: no timer was armed since. */
  boolean isLatest(TimerRun run) {
    return run.arming == armings;
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
      append(outbox.reserve(), afterTheEnd, link, undone, now, Entry.STALE);
    }
    log.add(afterTheEnd, true, link.epoch(), now);
    Flight.recorder().stale(outbox.connection(), fact, link.epoch());
  }

  private void append(
      Entry entry, Step step, @Nullable SessionLink link, boolean asks, long now, long number) {
    entry.step = step;
    entry.link = asks ? link : null;
    entry.sessionEpoch = link == null ? 0 : link.epoch();
    entry.sequence = number;
    entry.arming = armings;
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
