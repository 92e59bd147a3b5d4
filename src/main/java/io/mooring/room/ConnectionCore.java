package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Timer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a connection: takes commands and facts from any thread, has them decided one at a
 * time under its lock, and sees to it that what follows is carried out. Nothing of the application
 * is called under the lock.
 */
final class ConnectionCore implements Intake {

  /** A call of the transport that takes as long as the shortest timer blocks. */
  private static final long LEAST_BLOCKED =
      Arrays.stream(Timer.values()).mapToLong(timer -> timer.shortest().toNanos()).min().orElse(0);

  private final EventClock clock;
  private final FailureHandler failureHandler;
  private final Effects effects;
  private final Outbox outbox;

  /** Guarded by this object's lock. */
  private final Decider decider;

  ConnectionCore(ConnectionConfig config) {
    failureHandler = config.failureHandler();
    clock = new EventClock(config.scheduler(), this, config.recorder() != null);
    effects = new Effects(this, clock, config);
    SequentialExecutor callbacks = SequentialExecutor.to(config.listenerExecutor(), this);
    outbox = new Outbox(this, callbacks, effects, config);
    StepLog log = StepLog.ofSize(config.stepLogSize());
    decider = new Decider(config.engine(), clock, outbox, log, config.timerDurations());
    Restoration restoration = config.restoration();
    if (restoration != null) {
      decider.restore(restoration, restoration.session(this));
      outbox.notifiedTo(restoration.told());
    }
    for (ConnectionListener listener : config.listeners()) {
      outbox.add(listener, restoration == null ? 0 : restoration.told());
    }
  }

  /** Goes on from the snapshot of the configuration, if it has one; before anybody else calls. */
  void resume(ConnectionConfig config) {
    if (config.restoration() != null) {
      lives().resume(config.restoration(), config.timerDurations().of(Timer.RECONNECT_WINDOW));
    }
  }

  /** Where the connection is, for a later life. */
  @Override
  public ConnectionSnapshot capture() {
    return lives().capture();
  }

  private Lives lives() {
    return new Lives(this, clock, decider, effects, outbox);
  }

  @Override
  public void attend() {
    long ticket;
    synchronized (this) {
      ticket = outbox.acquireRemaining();
    }
    outbox.drain(ticket);
  }

  /**
   * What follows once the lock is released: first the timers, which wait for nobody, then what is
   * owed.
   *
   * @param before the timer that ran before what was decided
   * @param after the one that is to run now
   */
  private void follow(@Nullable ArmedTimer before, @Nullable ArmedTimer after, long ticket) {
    if (before != after) {
      effects.change(before, after);
    }
    outbox.drain(ticket);
  }

  /** The latest change, of this life or of an earlier one. */
  synchronized Optional<ConnectionChange> lastChange() {
    return Optional.ofNullable(decider.lastChange());
  }

  @Override
  public boolean isLatest(ConnectionChange change) {
    return change.sequence() == decider.sequence();
  }

  @Override
  public synchronized ConnectionChange repeated() {
    return decider.repeated();
  }

  synchronized Life life() {
    return decider.life();
  }

  /** Where the connection is; needs no lock. */
  Location location() {
    return decider.location();
  }

  synchronized long dropped() {
    return decider.dropped();
  }

  synchronized long attempted() {
    return effects.attempted();
  }

  /** The last decisions, one on each line. */
  String stepLog() {
    if (decider == null) {
      // The clock has failed while the connection is being made.
      return "";
    }
    return copyOfLog().toString();
  }

  private synchronized StepLog copyOfLog() {
    return decider.log();
  }

  /**
   * Owes a report to the failure handler, for which nothing waits, and delivers it unless the
   * calling thread is in the middle of something else.
   */
  @Override
  public void report(Callee callee, String call, long sessionEpoch, Throwable cause) {
    FlightRecorder.recorder().failed(this, callee.name(), call, sessionEpoch, cause);
    try {
      // What an engine throws says itself what had happened before.
      String history = callee == Callee.ENGINE ? "" : stepLog();
      CallFailure failure = new CallFailure(callee, call, sessionEpoch, cause, history);
      if (outbox == null) {
        // The clock has failed while the connection is being made.
        handOver(failure);
        return;
      }
      synchronized (this) {
        outbox.enqueue(failure);
      }
    } catch (Throwable hopeless) {
      // Out of memory, or out of stack: what the connection owes to others must not be lost.
      return;
    }
    attend();
  }

  @Override
  public void handOver(CallFailure failure) {
    Failures.handOver(failureHandler, Failures::logger, failure);
  }

  synchronized Registration addListener(ConnectionListener listener) {
    return outbox.add(listener, decider.sequence());
  }

  ReturnCode command(Event command) {
    return command(command, null, null, null);
  }

  CommandResult join(ChannelRequest request) {
    CompletableFuture<ReturnCode> answer = new CompletableFuture<>();
    SessionLink asked = new SessionLink(this, request, answer);
    return CommandResult.of(command(Event.JOIN_CHANNEL, asked, null, null), answer);
  }

  CommandResult leave() {
    CompletableFuture<ReturnCode> left = new CompletableFuture<>();
    return CommandResult.of(command(Event.LEAVE_CHANNEL, null, left, null), left);
  }

  /** A leave and a join that nothing comes between; when the leave is refused there is no join. */
  CommandResult leaveAndJoin(ChannelRequest request) {
    CompletableFuture<ReturnCode> answer = new CompletableFuture<>();
    SessionLink next = new SessionLink(this, request, answer);
    return CommandResult.of(command(Event.LEAVE_CHANNEL, null, null, next), answer);
  }

  private ReturnCode command(
      Event command,
      @Nullable SessionLink asked,
      @Nullable CompletableFuture<ReturnCode> carriedOut,
      @Nullable SessionLink next) {
    long now = clock.timeOf(next == null ? command : Event.JOIN_CHANNEL, location());
    ReturnCode code;
    Throwable broken = null;
    Throwable late;
    SessionLink session;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    int snapshot;
    synchronized (this) {
      session = decider.current();
      before = decider.timer();
      late = decider.expire(now);
      code = decider.decide(command, asked, carriedOut, now).code();
      if (next != null && code == ReturnCode.OK) {
        try {
          code = decider.decide(Event.JOIN_CHANNEL, next, null, now).code();
        } catch (RuntimeException | Error thrown) {
          broken = thrown;
        }
      }
      after = decider.timer();
      ticket = outbox.acquire(before != after);
      snapshot = outbox.lastSnapshot();
    }
    report(late, session);
    follow(before, after, ticket);
    outbox.awaitStored(snapshot);
    Failures.rethrow(broken);
    return code;
  }

  @Override
  public void fact(SessionLink link, Event fact) {
    onFact(link, fact, null, null);
  }

  @Override
  public void succeeded(Attempt attempt) {
    onFact(attempt.episode.link, Event.REJOINED, attempt, null);
  }

  @Override
  public void expired(ArmedTimer run) {
    onFact(run.link, run.timer.fact(), null, run);
  }

  /**
   * A fact of a session.
   *
   * @param attempt the attempt that it ends, if it ends one
   * @param run the run of a timer that it is the end of, if it is one
   */
  private void onFact(
      SessionLink link, Event fact, @Nullable Attempt attempt, @Nullable ArmedTimer run) {
    long now = clock.timeOf(fact, location());
    Throwable late;
    Throwable broken;
    BlockedCall blocked;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    synchronized (this) {
      if (link.phase == SessionLink.Phase.OPENING && attempt == null && run == null) {
        // Until open has returned nobody knows whether there is a session to tell about.
        link.keepForLater(fact);
        return;
      }
      before = decider.timer();
      late = run == null ? decider.expire(now) : null;
      boolean over = decider.isOver(link, attempt, run);
      broken = decider.onFact(link, fact, over, now);
      after = decider.timer();
      blocked = run == null || over ? null : outbox.blockedCall(now, LEAST_BLOCKED);
      ticket = outbox.acquire(before != after);
    }
    report(late, link);
    report(broken, link);
    report(blocked);
    follow(before, after, ticket);
  }

  @Override
  public void timedOut(Attempt attempt) {
    ended(attempt, Attempt.Phase.UNDER_WAY, attempt.timeLimit().toNanos());
  }

  @Override
  public void ended(Attempt attempt, Attempt.Phase phase) {
    ended(attempt, phase, Outbox.NONE_BLOCKS);
  }

  private void ended(Attempt attempt, Attempt.Phase phase, long overdue) {
    // The pause is measured from the end of the attempt, whatever keeps the outbox busy.
    long now = clock.now();
    Throwable late;
    BlockedCall blocked = null;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    synchronized (this) {
      before = decider.timer();
      late = decider.expire(now);
      if (decider.isIn(attempt, phase)) {
        enqueue(attempt, phase, now);
        blocked = outbox.blockedCall(now, overdue);
      } else {
        decider.drop();
      }
      after = decider.timer();
      ticket = outbox.acquire(before != after);
    }
    report(late, attempt.episode.link);
    report(blocked);
    follow(before, after, ticket);
  }

  private void enqueue(Attempt attempt, Attempt.Phase phase, long now) {
    Delivery entry = outbox.reserve();
    entry.step = null;
    entry.attempt = attempt;
    entry.sessionEpoch = attempt.episode.link.epoch();
    entry.nanoTime = now;
    attempt.phase = phase == Attempt.Phase.UNDER_WAY ? Attempt.Phase.PAUSE : Attempt.Phase.OVER;
    outbox.append();
  }

  @Override
  public boolean begins(Attempt attempt) {
    long now = clock.now();
    Throwable late;
    boolean begins;
    ArmedTimer before;
    ArmedTimer after;
    synchronized (this) {
      before = decider.timer();
      late = decider.expire(now);
      after = decider.timer();
      begins = decider.isIn(attempt, Attempt.Phase.UNDER_WAY);
      if (begins) {
        effects.count(attempt);
      }
    }
    report(late, attempt.episode.link);
    follow(before, after, Outbox.NOTHING);
    return begins;
  }

  @Override
  public void endOpening(SessionLink link, SessionLink.Phase phase, @Nullable Event instead) {
    long now = clock.now();
    Throwable broken;
    ArmedTimer before;
    ArmedTimer after;
    synchronized (this) {
      before = decider.timer();
      broken = decider.expire(now);
      link.phase = phase;
      for (Event fact : link.takeEarly()) {
        boolean over = instead != null || link != decider.current();
        Throwable next = decider.onFact(link, fact, over, now);
        broken = broken == null ? next : broken;
      }
      if (instead != null) {
        Throwable next = decider.onFact(link, instead, link != decider.current(), now);
        broken = broken == null ? next : broken;
      }
      after = decider.timer();
    }
    report(broken, link);
    follow(before, after, Outbox.NOTHING);
  }

  private void report(@Nullable BlockedCall blocked) {
    if (blocked != null) {
      blocked.reportTo(this);
    }
  }

  /** Whoever told a fact has nothing to do with an engine that broke on it. */
  private void report(@Nullable Throwable broken, @Nullable SessionLink link) {
    if (broken != null) {
      report(Callee.ENGINE, "step", link == null ? 0 : link.epoch(), broken);
    }
  }

  @Override
  public synchronized String toString() {
    return decider.toString();
  }
}
