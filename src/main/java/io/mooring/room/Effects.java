package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The hands of a connection: carries out the effects of its steps on the transport and the
 * scheduler. One thread at a time, with no lock held.
 */
final class Effects {

  private static final Map<Effect, Hand> HANDS = new EnumMap<>(Effect.class);

  static {
    for (Effect effect : Effect.values()) {
      HANDS.put(effect, hand(effect));
    }
  }

  private final Mailbox mailbox;
  private final RoomTransport transport;
  private final TimerLengths lengths;
  private final ReconnectPolicy policy;
  private final RandomGenerator random;

  /** The session opened last: effects that come before the opening of the next one belong to it. */
  private @Nullable SessionLink active;

  /** Guarded by the mailbox's lock. */
  private int attempted;

  Effects(Mailbox mailbox, RoomConnection.Builder builder) {
    this.mailbox = mailbox;
    transport = builder.transport;
    lengths = builder.timerLengths;
    policy = builder.policy;
    random = builder.random;
  }

  /** Carries out what a step wants, or what undoes a stale success on its own session. */
  void carryOut(Entry entry, Effect effect) {
    if (effect == Effect.OPEN_TRANSPORT) {
      active = entry.link;
    }
    SessionLink target = entry.stale ? entry.link : active;
    // Before the first join there is nothing that an effect could be carried out on.
    if (target != null) {
      requireNonNull(HANDS.get(effect)).carryOut(this, target, entry);
    }
  }

  /**
   * Takes up the session of a process that died.
   *
   * @return whether the transport can
   */
  boolean resume(SessionLink link) {
    active = link;
    try {
      Optional<RoomSession> session = transport.resume(link.request(), link);
      link.session = session.orElse(null);
      return session.isPresent();
    } catch (Throwable thrown) {
      mailbox.report(Callee.TRANSPORT, "resume", link.epoch(), thrown);
      return false;
    }
  }

  /**
   * Who does what. There is no default on purpose: an effect that is new in the specification does
   * not compile until it is here.
   */
  private static Hand hand(Effect effect) {
    return switch (effect) {
      case OPEN_TRANSPORT -> Effects::open;
      case CLOSE_TRANSPORT ->
          (effects, link, entry) -> effects.ask(link, "close", RoomSession::close);
      case ANNOUNCE_LEAVE ->
          (effects, link, entry) -> effects.ask(link, "announceLeave", RoomSession::announceLeave);
      case START_RECONNECTING -> Effects::startReconnecting;
      case STOP_RECONNECTING -> (effects, link, entry) -> effects.stopReconnecting(link);
      case ARM_JOIN_TIMEOUT, CANCEL_JOIN_TIMEOUT, ARM_WINDOW, CANCEL_WINDOW -> timed(effect);
    };
  }

  /** What a timer's effect does stands in the timer's data. */
  private static Hand timed(Effect effect) {
    Optional<Timer> armed = Timer.armedBy(effect);
    if (armed.isPresent()) {
      Timer timer = armed.get();
      return (effects, link, entry) -> effects.arm(timer, link, entry);
    }
    Timer timer = Timer.cancelledBy(effect).orElseThrow();
    return (effects, link, entry) -> effects.cancel(timer, link);
  }

  private void open(SessionLink link, Entry entry) {
    RoomSession session;
    try {
      session =
          requireNonNull(transport.open(link.request(), link), "RoomTransport.open gave null");
    } catch (Throwable thrown) {
      mailbox.openFailed(link);
      mailbox.report(Callee.TRANSPORT, "open", link.epoch(), thrown);
      return;
    }
    link.session = session;
    mailbox.opened(link);
  }

  /** Asks a session for something, if there is one; says whether it took it without throwing. */
  boolean ask(SessionLink link, String call, Consumer<RoomSession> request) {
    RoomSession session = link.session;
    if (session == null) {
      return false;
    }
    try {
      request.accept(session);
      return true;
    } catch (Throwable thrown) {
      mailbox.report(Callee.TRANSPORT, call, link.epoch(), thrown);
      return false;
    }
  }

  private void startReconnecting(SessionLink link, Entry entry) {
    Pace pace = new Pace(policy, random, mailbox, link.epoch());
    link.attempts = new Attempts(mailbox, this, pace, link, entry.arming);
    link.attempts.begin();
  }

  /** How many attempts to get back were begun in all. Under the mailbox's lock. */
  int attempted() {
    return attempted;
  }

  /** An attempt to get back begins. */
  void begun(SessionLink link, int number) {
    synchronized (mailbox) {
      link.attempted = number;
      attempted++;
    }
  }

  private void stopReconnecting(SessionLink link) {
    if (link.attempts != null) {
      link.attempts.stop();
      link.attempts = null;
    }
    ask(link, "stopReconnecting", RoomSession::stopReconnecting);
  }

  private void arm(Timer timer, SessionLink link, Entry entry) {
    cancel(timer, link);
    TimerRun run = new TimerRun(link, timer, entry.arming);
    try {
      run.task = mailbox.clock.schedule(entry.nanoTime, lengths.nanos(timer), run);
      run.next = link.runs;
      link.runs = run;
    } catch (Throwable thrown) {
      mailbox.ranOut(run);
      mailbox.report(Callee.SCHEDULER, "schedule", link.epoch(), thrown);
    }
  }

  private void cancel(Timer timer, SessionLink link) {
    cancel(link.takeTask(timer), link);
  }

  /** Takes a task back, if there is one. */
  void cancel(@Nullable Cancellable task, SessionLink link) {
    if (task == null) {
      return;
    }
    try {
      task.cancel();
    } catch (Throwable thrown) {
      mailbox.report(Callee.SCHEDULER, "cancel", link.epoch(), thrown);
    }
  }

  /** The way to carry out one effect. */
  @FunctionalInterface
  private interface Hand {
    void carryOut(Effects effects, SessionLink link, Entry entry);
  }
}
