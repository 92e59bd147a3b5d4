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
import org.jspecify.annotations.Nullable;

/**
 * The hands of a connection: carries out the effects of its steps on the transport and the
 * scheduler. One thread at a time, with no lock held.
 */
final class Effects {

  /** The timers that effects arm and cancel; the others have none. */
  private static final Map<Effect, Timer> TIMERS = new EnumMap<>(Effect.class);

  static {
    for (Timer timer : Timer.values()) {
      TIMERS.put(timer.arm(), timer);
      TIMERS.put(timer.cancel(), timer);
    }
  }

  private final Mailbox mailbox;
  private final RoomTransport transport;
  private final TimerLengths lengths;
  final Pace pace;

  /** The session opened last: effects that come before the opening of the next one belong to it. */
  private @Nullable SessionLink active;

  /** The latest session, for its token; any thread may ask. */
  private volatile @Nullable RoomSession latest;

  /** What the latest session of an earlier life gave, until there is one of this life. */
  private final Optional<SessionToken> inherited;

  /** Guarded by the mailbox's lock. */
  private int attempted;

  Effects(Mailbox mailbox, RoomConnection.Builder builder) {
    this.mailbox = mailbox;
    transport = builder.transport;
    lengths = builder.timerLengths;
    pace = builder.pace;
    inherited =
        builder.restoration == null ? Optional.empty() : builder.restoration.snapshot().token();
  }

  /** What proves that the latest session is the client's own. */
  Optional<SessionToken> token() {
    RoomSession session = latest;
    return session == null ? inherited : session.token();
  }

  /**
   * Carries out what a step wants, or what undoes a stale success on its own session. There is no
   * default on purpose: an effect that is new in the specification does not compile until it is
   * here.
   */
  void carryOut(Entry entry, Effect effect) {
    if (effect == Effect.OPEN_TRANSPORT) {
      active = entry.link;
    }
    SessionLink link = entry.isStale() ? entry.link : active;
    if (link == null) {
      // Before the first join there is nothing that an effect could be carried out on.
      return;
    }
    switch (effect) {
      case OPEN_TRANSPORT -> open(link);
      case CLOSE_TRANSPORT -> ask(link, "close", RoomSession::close);
      case ANNOUNCE_LEAVE -> ask(link, "announceLeave", RoomSession::announceLeave);
      case START_RECONNECTING -> startReconnecting(link, entry);
      case STOP_RECONNECTING -> stopReconnecting(link);
      case ARM_JOIN_TIMEOUT, ARM_WINDOW -> arm(timer(effect), link, entry);
      case CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW -> cancel(timer(effect), link);
    }
  }

  private static Timer timer(Effect effect) {
    return requireNonNull(TIMERS.get(effect));
  }

  /**
   * Takes up the session of a process that died.
   *
   * @return whether the transport can
   */
  boolean resume(SessionLink link) {
    active = link;
    try {
      Optional<RoomSession> session = transport.resume(link.request(), inherited, link);
      link.session = session.orElse(null);
      latest = link.session;
      return session.isPresent();
    } catch (Throwable thrown) {
      mailbox.report(Callee.TRANSPORT, "resume", link.epoch(), thrown);
      return false;
    }
  }

  private void open(SessionLink link) {
    RoomSession session;
    try {
      session =
          requireNonNull(
              transport.open(link.request(), token(), link), "RoomTransport.open gave null");
    } catch (Throwable thrown) {
      mailbox.openFailed(link);
      mailbox.report(Callee.TRANSPORT, "open", link.epoch(), thrown);
      return;
    }
    link.session = session;
    latest = session;
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
    link.attempts = new Attempts(this, link, entry.arming);
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
      run.task = mailbox.clock.schedule(entry.nanoTime, lengths.of(timer), run);
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
}
