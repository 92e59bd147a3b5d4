package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final RoomScheduler scheduler;
  private final Failures failures;
  private final TimerLengths lengths;

  /** The session opened last: effects that come before the opening of the next one belong to it. */
  private @Nullable SessionLink active;

  Effects(
      Mailbox mailbox,
      RoomTransport transport,
      RoomScheduler scheduler,
      Failures failures,
      TimerLengths lengths) {
    this.mailbox = mailbox;
    this.transport = transport;
    this.scheduler = scheduler;
    this.failures = failures;
    this.lengths = lengths;
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
      case START_RECONNECTING ->
          (effects, link, entry) ->
              effects.ask(link, "startReconnecting", RoomSession::startReconnecting);
      case STOP_RECONNECTING ->
          (effects, link, entry) ->
              effects.ask(link, "stopReconnecting", RoomSession::stopReconnecting);
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
      failures.report(Callee.TRANSPORT, "open", link.epoch(), thrown);
      return;
    }
    link.session = session;
    mailbox.opened(link);
  }

  private void ask(SessionLink link, String call, Consumer<RoomSession> request) {
    RoomSession session = link.session;
    if (session == null) {
      return;
    }
    try {
      request.accept(session);
    } catch (Throwable thrown) {
      failures.report(Callee.TRANSPORT, call, link.epoch(), thrown);
    }
  }

  private void arm(Timer timer, SessionLink link, Entry entry) {
    cancel(timer, link);
    TimerRun run = new TimerRun(link, timer, entry.arming);
    try {
      // A slow listener or transport may have kept this waiting: time runs from the event on.
      long waited = Math.max(0, scheduler.nanoTime() - entry.nanoTime);
      Duration rest = Duration.ofNanos(Math.max(0, lengths.nanos(timer) - waited));
      run.task = requireNonNull(scheduler.schedule(rest, run), "RoomScheduler.schedule gave null");
      run.next = link.runs;
      link.runs = run;
    } catch (Throwable thrown) {
      mailbox.ranOut(run);
      failures.report(Callee.SCHEDULER, "schedule", link.epoch(), thrown);
    }
  }

  private void cancel(Timer timer, SessionLink link) {
    Cancellable task = link.takeTask(timer);
    if (task == null) {
      return;
    }
    try {
      task.cancel();
    } catch (Throwable thrown) {
      failures.report(Callee.SCHEDULER, "cancel", link.epoch(), thrown);
    }
  }

  /** The way to carry out one effect. */
  @FunctionalInterface
  private interface Hand {
    void carryOut(Effects effects, SessionLink link, Entry entry);
  }
}
