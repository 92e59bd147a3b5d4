package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hands of a connection: carries out the effects of its steps on the transport and the
 * scheduler. One thread at a time, with no lock held.
 */
final class Effects {

  private final Mailbox mailbox;
  private final RoomTransport transport;
  private final RoomScheduler scheduler;
  private final Failures failures;
  private final long windowNanos;

  /** The session opened last: effects that come before the opening of the next one belong to it. */
  private @Nullable SessionLink active;

  Effects(
      Mailbox mailbox,
      RoomTransport transport,
      RoomScheduler scheduler,
      Failures failures,
      Duration window) {
    this.mailbox = mailbox;
    this.transport = transport;
    this.scheduler = scheduler;
    this.failures = failures;
    this.windowNanos = window.toNanos();
  }

  /** Carries out what a step wants, or what undoes a stale success on its own session. */
  void carryOut(Entry entry, Effect effect) {
    if (effect == Effect.OPEN_TRANSPORT) {
      active = entry.link;
    }
    SessionLink target = entry.stale ? entry.link : active;
    // Before the first join there is nothing that an effect could be carried out on.
    if (target != null) {
      hand(effect).carryOut(this, target, entry);
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
      case ARM_JOIN_TIMEOUT -> Effects::armJoinTimeout;
      case CANCEL_JOIN_TIMEOUT ->
          (effects, link, entry) -> {
            Cancellable timeout = link.joinTimeout;
            link.joinTimeout = null;
            effects.cancel(link, timeout);
          };
      case ARM_WINDOW -> Effects::armWindow;
      case CANCEL_WINDOW -> (effects, link, entry) -> effects.cancelWindow(link);
    };
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

  private void armWindow(SessionLink link, Entry entry) {
    cancelWindow(link);
    long episode = entry.episode;
    try {
      // A slow listener or transport may have kept this waiting: the window began with the loss.
      long waited = Math.max(0, scheduler.nanoTime() - entry.nanoTime);
      Duration rest = Duration.ofNanos(Math.max(0, windowNanos - waited));
      link.window =
          requireNonNull(
              scheduler.schedule(rest, () -> mailbox.windowUsedUp(link, episode)),
              "RoomScheduler.schedule gave null");
    } catch (Throwable thrown) {
      mailbox.windowUsedUp(link, episode);
      failures.report(Callee.SCHEDULER, "schedule", link.epoch(), thrown);
    }
  }

  private void armJoinTimeout(SessionLink link, Entry entry) {
    try {
      link.joinTimeout =
          requireNonNull(
              scheduler.schedule(
                  RoomConnection.JOIN_TIMEOUT, () -> mailbox.fact(link, Event.LONG_LINK_FAILED)),
              "RoomScheduler.schedule gave null");
    } catch (Throwable thrown) {
      mailbox.fact(link, Event.LONG_LINK_FAILED);
      failures.report(Callee.SCHEDULER, "schedule", link.epoch(), thrown);
    }
  }

  private void cancelWindow(SessionLink link) {
    Cancellable window = link.window;
    link.window = null;
    cancel(link, window);
  }

  private void cancel(SessionLink link, @Nullable Cancellable timer) {
    if (timer == null) {
      return;
    }
    try {
      timer.cancel();
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
