package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out effects: calls the transport for the steps of a connection, one thread at a time and
 * in order, and schedules and cancels timers, on the thread that decided them. No lock is held.
 */
final class Effects {

  private final Intake intake;
  private final RoomTransport transport;
  private final EventClock clock;
  private final BoundedPolicy policy;

  /** The latest session, for its token; read by any thread. */
  private volatile @Nullable RoomSession latest;

  /** The token of an earlier life, until there is a session of this one. */
  private final Optional<SessionToken> inherited;

  /** Guarded by the connection's lock. */
  private int attempted;

  Effects(Intake intake, EventClock clock, ConnectionConfig config) {
    this.intake = intake;
    this.clock = clock;
    transport = config.transport();
    policy = config.policy();
    Restoration restoration = config.restoration();
    inherited = restoration == null ? Optional.empty() : restoration.snapshot().token();
  }

  /** The token of the latest session. */
  Optional<SessionToken> token() {
    RoomSession session = latest;
    if (session == null) {
      return inherited;
    }
    try {
      return session.token();
    } catch (Throwable thrown) {
      intake.report(Callee.TRANSPORT, "token", 0, thrown);
      return Optional.empty();
    }
  }

  /**
   * Carries out the effects of a step on its session; or those that undo a stale success; or
   * continues an episode after an attempt.
   */
  void carryOut(Delivery delivery) {
    SessionLink link = delivery.link;
    if (link == null) {
      // Before the first join there is nothing that an effect could be carried out on.
      return;
    }
    Attempt attempt = delivery.attempt;
    if (attempt != null) {
      resume(link, attempt, delivery.nanoTime);
      return;
    }
    Step step = delivery.step;
    if (step == null) {
      return;
    }
    List<Effect> effects = step.effects();
    for (int i = 0; i < effects.size(); i++) {
      carryOut(effects.get(i), link, delivery);
    }
  }

  /** An attempt of an episode that is over has nothing after it. */
  private static void resume(SessionLink link, Attempt attempt, long ended) {
    ReconnectEpisode episode = link.episode;
    if (episode != null && episode.armingNumber == attempt.armingNumber) {
      episode.resume(attempt, ended);
    }
  }

  /**
   * There is no default on purpose: after a new effect in the specification this does not compile
   * until the effect is here.
   */
  private void carryOut(Effect effect, SessionLink link, Delivery delivery) {
    switch (effect) {
      case OPEN_TRANSPORT -> open(link);
      case CLOSE_TRANSPORT -> link.ask(TransportCall.CLOSE, RoomSession::close);
      case ANNOUNCE_LEAVE -> link.ask(TransportCall.ANNOUNCE_LEAVE, RoomSession::announceLeave);
      case START_RECONNECTING -> startReconnecting(link, delivery);
      case STOP_RECONNECTING -> stopReconnecting(link);
      case ARM_JOIN_TIMEOUT, ARM_WINDOW, CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW -> {
        // The thread that decided the step has called change().
      }
    }
  }

  /**
   * Resumes the session of a process that died.
   *
   * @return whether the transport could
   */
  boolean resume(SessionLink link) {
    try {
      Optional<RoomSession> session = transport.resume(link.request(), inherited, link);
      link.session = session.orElse(null);
      latest = link.session;
      return session.isPresent();
    } catch (Throwable thrown) {
      intake.report(Callee.TRANSPORT, "resume", link.epoch(), thrown);
      return false;
    }
  }

  private void open(SessionLink link) {
    RoomSession session;
    link.enter(TransportCall.OPEN);
    try {
      session =
          requireNonNull(
              transport.open(link.request(), token(), link), "RoomTransport.open returned null");
    } catch (Throwable thrown) {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.LONG_LINK_FAILED);
      intake.report(Callee.TRANSPORT, TransportCall.OPEN.method, link.epoch(), thrown);
      return;
    } finally {
      link.exit();
    }
    link.session = session;
    latest = session;
    intake.endOpening(link, SessionLink.Phase.OPEN, null);
  }

  private void startReconnecting(SessionLink link, Delivery delivery) {
    if (link.session == null) {
      // The episode was over before this life began: nothing is attempted.
      return;
    }
    link.episode = new ReconnectEpisode(link, delivery.armingNumber, clock, policy);
    link.episode.begin();
  }

  /** How many attempts were begun in all. Under the connection's lock. */
  int attempted() {
    return attempted;
  }

  /** Counts an attempt that begins. Under the connection's lock. */
  void count(SessionLink link, Attempt attempt) {
    link.attempted = attempt.number();
    attempted++;
  }

  private void stopReconnecting(SessionLink link) {
    if (link.episode != null) {
      link.episode.cancel();
      link.episode = null;
    }
    link.ask(TransportCall.STOP_RECONNECTING, RoomSession::stopReconnecting);
  }

  private void arm(ArmedTimer timer) {
    if (timer.isRevoked()) {
      return;
    }
    try {
      Cancellable task = clock.schedule(timer.from(), timer.length, timer);
      if (!timer.keep(task)) {
        clock.cancel(task, timer.owner.epoch());
      }
    } catch (Throwable thrown) {
      timer.owner.expired(timer);
      intake.report(Callee.SCHEDULER, "schedule", timer.owner.epoch(), thrown);
    }
  }

  /**
   * Cancels and schedules timers as a decision requires, on the thread that decided it.
   *
   * @param before the timer of the state before the decision
   * @param after the timer of the state after it
   */
  void change(@Nullable ArmedTimer before, @Nullable ArmedTimer after) {
    if (before != null) {
      clock.cancel(before.revoke(), before.owner.epoch());
    }
    if (after != null) {
      arm(after);
    }
  }
}
