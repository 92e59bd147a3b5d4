package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Timer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The core of a connection: takes commands and facts from any thread, has them decided one at a
 * time under the connection's lock, and has what follows delivered. Nothing of the application is
 * called under the lock.
 */
final class ConnectionCore implements Intake {

  private final ConnectionLock lock = new ConnectionLock();
  private final FailureHandler failureHandler;
  private final Effects effects;
  private final Outbox outbox;

  /** Guarded by the lock. */
  private final Decider decider;

  ConnectionCore(ConnectionConfig config) {
    failureHandler = config.failureHandler();
    EventClock clock = new EventClock(config.scheduler(), this, config.recorder() != null);
    effects = new Effects(this, clock, config);
    outbox = new Outbox(lock, this, effects, config);
    StepLog log = StepLog.ofSize(config.stepLogSize());
    decider = new Decider(config.engine(), clock, outbox, log, config.timerDurations());
    Restoration restoration = config.restoration();
    if (restoration != null) {
      decider.restore(restoration, SessionLink.restored(this, restoration.snapshot()));
      outbox.notifiedTo(restoration.notifiedTo());
    }
    for (ConnectionListener listener : config.listeners()) {
      outbox.add(listener, restoration == null ? 0 : restoration.notifiedTo());
    }
  }

  /** Resumes from the snapshot of the configuration, if it has one; before any other call. */
  void resume(ConnectionConfig config) {
    if (config.restoration() != null) {
      lives().resume(config.restoration(), config.timerDurations().of(Timer.RECONNECT_WINDOW));
    }
  }

  @Override
  public ConnectionSnapshot capture() {
    return lives().capture();
  }

  private Lives lives() {
    return new Lives(this, lock, decider, effects, outbox);
  }

  @Override
  public void deliverPending() {
    long ticket;
    synchronized (lock) {
      ticket = outbox.acquireRemaining();
    }
    outbox.drain(ticket);
  }

  /**
   * Delivers what follows once the lock is released: first the timers, which wait for nothing, then
   * what the outbox has acquired for this thread. The timers are those of the states before and
   * after the decision.
   */
  private void follow(@Nullable ArmedTimer before, @Nullable ArmedTimer after, long ticket) {
    if (before != after) {
      effects.change(before, after);
    }
    outbox.drain(ticket);
    lock.endTurn();
  }

  /** The latest change, of this life or of an earlier one. */
  Optional<ConnectionChange> lastChange() {
    synchronized (lock) {
      return Optional.ofNullable(decider.lastChange());
    }
  }

  @Override
  public boolean isLatest(ConnectionChange change) {
    return change.sequence() == decider.sequence();
  }

  @Override
  public ConnectionChange repeated() {
    synchronized (lock) {
      return decider.repeated();
    }
  }

  Life life() {
    synchronized (lock) {
      return decider.life();
    }
  }

  /** Where the connection is; needs no lock. */
  Location location() {
    return decider.location();
  }

  long dropped() {
    synchronized (lock) {
      return decider.dropped();
    }
  }

  long attempted() {
    synchronized (lock) {
      return effects.attempted();
    }
  }

  /** The last decisions, one on each line. */
  String stepLog() {
    if (decider == null) {
      // The clock has failed while the connection is being created.
      return "";
    }
    StepLog log;
    synchronized (lock) {
      log = decider.log();
    }
    return log.toString();
  }

  /**
   * Adds a report to the failure handler, for which nothing waits, and delivers it unless the
   * calling thread is inside another call.
   */
  @Override
  public void report(Callee callee, String call, long sessionEpoch, Throwable cause) {
    FlightRecorder.recorder().failed(this, callee.name(), call, sessionEpoch, cause);
    try {
      // The message of what an engine throws has the last steps already.
      String history = callee == Callee.ENGINE ? "" : stepLog();
      CallFailure failure = new CallFailure(callee, call, sessionEpoch, cause, history);
      if (outbox == null) {
        // The clock has failed while the connection is being created.
        handOver(failure);
        return;
      }
      synchronized (lock) {
        outbox.enqueue(failure);
      }
    } catch (Throwable hopeless) {
      // Out of memory, or out of stack: other deliveries must not be lost.
      return;
    }
    deliverPending();
  }

  @Override
  public void handOver(CallFailure failure) {
    Failures.handOver(failureHandler, SystemLog::write, failure);
  }

  Registration addListener(ConnectionListener listener) {
    synchronized (lock) {
      return outbox.add(listener, decider.sequence());
    }
  }

  ReturnCode command(Event command) {
    ReturnCode code = command(command, null, null, null, Decider.ANY_SESSION);
    if (code == ReturnCode.OK) {
      outbox.notifyOfLifecycle();
    }
    return code;
  }

  CommandResult join(ChannelRequest request) {
    CommandOutcome answer = new CommandOutcome();
    SessionLink asked = new SessionLink(this, request, answer);
    ReturnCode code = command(Event.JOIN_CHANNEL, asked, null, null, Decider.ANY_SESSION);
    return CommandResult.of(code, answer, asked.epoch());
  }

  CommandResult leave() {
    CommandOutcome left = new CommandOutcome();
    ReturnCode code = command(Event.LEAVE_CHANNEL, null, left, null, Decider.ANY_SESSION);
    return CommandResult.of(code, left, 0);
  }

  /** Leaves the room if the join of a session has no result yet; otherwise nothing is decided. */
  boolean cancelJoin(long sessionEpoch) {
    return command(Event.LEAVE_CHANNEL, null, null, null, sessionEpoch) == ReturnCode.OK;
  }

  /** A leave and a join with nothing between them; if the leave is refused there is no join. */
  CommandResult leaveAndJoin(ChannelRequest request) {
    CommandOutcome answer = new CommandOutcome();
    SessionLink next = new SessionLink(this, request, answer);
    ReturnCode code = command(Event.LEAVE_CHANNEL, null, null, next, Decider.ANY_SESSION);
    return CommandResult.of(code, answer, next.epoch());
  }

  private ReturnCode command(
      Event command,
      @Nullable SessionLink asked,
      @Nullable CommandOutcome carriedOut,
      @Nullable SessionLink next,
      long pendingJoin) {
    lock.beginTurn();
    long now = decider.timeOf(next == null ? command : Event.JOIN_CHANNEL);
    ReturnCode code;
    Throwable broken = null;
    Throwable late;
    SessionLink session;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    int snapshot;
    synchronized (lock) {
      session = decider.current();
      before = decider.timer();
      late = decider.expire(now);
      code =
          decider.isPending(pendingJoin)
              ? decider.decide(command, asked, carriedOut, now).code()
              : ReturnCode.NOT_JOINED;
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
  public void succeeded(SessionLink link, Attempt attempt) {
    onFact(link, Event.REJOINED, attempt, null);
  }

  @Override
  public void expired(SessionLink link, ArmedTimer timer) {
    onFact(link, timer.timer.fact(), null, timer);
  }

  /**
   * Applies a fact of a session.
   *
   * @param attempt the attempt that it ends, if it ends one
   * @param run the timer that it is the end of, if it is one
   */
  private void onFact(
      SessionLink link, Event fact, @Nullable Attempt attempt, @Nullable ArmedTimer run) {
    lock.beginTurn();
    long now = decider.timeOf(fact);
    Throwable late;
    Throwable broken;
    BlockedCall blocked;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    synchronized (lock) {
      if (link.phase == SessionLink.Phase.OPENING && attempt == null && run == null) {
        // Until open has returned it is not known whether there is a session.
        link.keepForLater(fact);
        return;
      }
      before = decider.timer();
      late = run == null ? decider.expire(now) : null;
      boolean over = decider.isOver(link, attempt, run);
      broken = decider.onFact(link, fact, over, now);
      after = decider.timer();
      blocked = run == null || over ? null : outbox.blockedCall(now, BlockedCall.SHORTEST);
      ticket = outbox.acquire(before != after);
    }
    report(late, link);
    report(broken, link);
    BlockedCall.report(blocked, this);
    follow(before, after, ticket);
  }

  @Override
  public void timedOut(SessionLink link, Attempt attempt) {
    ended(link, attempt, Attempt.Phase.UNDER_WAY, attempt.timeLimit().toNanos());
  }

  @Override
  public void ended(SessionLink link, Attempt attempt, Attempt.Phase phase) {
    ended(link, attempt, phase, Outbox.NONE_BLOCKS);
  }

  private void ended(SessionLink link, Attempt attempt, Attempt.Phase phase, long overdue) {
    // The pause is measured from the end of the attempt, whatever keeps the outbox busy.
    long now = decider.now();
    Throwable late;
    BlockedCall blocked = null;
    ArmedTimer before;
    ArmedTimer after;
    long ticket;
    synchronized (lock) {
      before = decider.timer();
      late = decider.expire(now);
      if (decider.isIn(attempt, phase)) {
        enqueue(link, attempt, phase, now);
        blocked = outbox.blockedCall(now, overdue);
      } else {
        decider.drop();
      }
      after = decider.timer();
      ticket = outbox.acquire(before != after);
    }
    report(late, link);
    BlockedCall.report(blocked, this);
    follow(before, after, ticket);
  }

  private void enqueue(SessionLink link, Attempt attempt, Attempt.Phase phase, long now) {
    Delivery delivery = outbox.reserve();
    delivery.step = null;
    delivery.link = link;
    delivery.attempt = attempt;
    delivery.sessionEpoch = link.epoch();
    delivery.nanoTime = now;
    attempt.phase = phase == Attempt.Phase.UNDER_WAY ? Attempt.Phase.PAUSE : Attempt.Phase.OVER;
    outbox.append();
  }

  @Override
  public boolean begins(SessionLink link, Attempt attempt) {
    long now = decider.now();
    Throwable late;
    boolean begins;
    ArmedTimer before;
    ArmedTimer after;
    synchronized (lock) {
      before = decider.timer();
      late = decider.expire(now);
      after = decider.timer();
      begins = decider.isIn(attempt, Attempt.Phase.UNDER_WAY);
      if (begins) {
        effects.count(link, attempt);
      }
    }
    report(late, link);
    follow(before, after, Outbox.NOTHING);
    return begins;
  }

  @Override
  public void endOpening(SessionLink link, SessionLink.Phase phase, @Nullable Event instead) {
    long now = decider.now();
    Throwable broken;
    ArmedTimer before;
    ArmedTimer after;
    synchronized (lock) {
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

  @Override
  public String toString() {
    synchronized (lock) {
      return decider.toString();
    }
  }
}
