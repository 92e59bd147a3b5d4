package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hands of a connection: asks the transport for the effects of its steps, one thread at a time
 * and in order; and arms and cancels timers, each thread those of its own decision. With no lock
 * held.
 */
final class Effects {

  /** What the transport can be asked for. */
  enum Call {
    OPEN("open"),
    TRY_TO_REJOIN("tryToRejoin"),
    STOP_RECONNECTING("stopReconnecting"),
    ANNOUNCE_LEAVE("announceLeave"),
    CLOSE("close");

    private static final Call[] VALUES = values();

    final String method;

    Call(String method) {
      this.method = method;
    }

    /** A number, which a garbage collector does not look at; above zero. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    int number() {
      return ordinal() + 1;
    }

    static Call of(int number) {
      return VALUES[number - 1];
    }
  }

  private final Intake intake;
  private final RoomTransport transport;
  final EventClock clock;
  final BoundedPolicy policy;

  /** The latest session, for its token; any thread may ask. */
  private volatile @Nullable RoomSession latest;

  /** What the latest session of an earlier life gave, until there is one of this life. */
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

  /** What proves that the latest session is the client's own. */
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
   * Carries out what a step wants of the transport, or what undoes a stale success on its own
   * session, or what an attempt goes on with.
   */
  void carryOut(Delivery entry) {
    Attempt attempt = entry.attempt;
    if (attempt != null) {
      attempt.episode.resume(attempt, entry.nanoTime);
      return;
    }
    Step step = entry.step;
    SessionLink link = entry.link;
    if (step == null || link == null) {
      // Before the first join there is nothing that an effect could be carried out on.
      return;
    }
    List<Effect> wanted = step.effects();
    for (int i = 0; i < wanted.size(); i++) {
      carryOut(wanted.get(i), link, entry);
    }
  }

  /**
   * There is no default on purpose: an effect that is new in the specification does not compile
   * until it is here.
   */
  private void carryOut(Effect effect, SessionLink link, Delivery entry) {
    switch (effect) {
      case OPEN_TRANSPORT -> open(link);
      case CLOSE_TRANSPORT -> ask(link, Call.CLOSE, RoomSession::close);
      case ANNOUNCE_LEAVE -> ask(link, Call.ANNOUNCE_LEAVE, RoomSession::announceLeave);
      case START_RECONNECTING -> startReconnecting(link, entry);
      case STOP_RECONNECTING -> stopReconnecting(link);
      case ARM_JOIN_TIMEOUT, ARM_WINDOW, CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW -> {
        // The thread that decided has seen to it.
      }
    }
  }

  /** The number of the call that is under way for an entry; 0 if none is. */
  static int underWay(Delivery entry) {
    Attempt attempt = entry.attempt;
    SessionLink link = attempt == null ? entry.link : attempt.episode.link;
    return link == null ? 0 : link.underWay;
  }

  /**
   * Takes up the session of a process that died.
   *
   * @return whether the transport can
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
    link.underWay = Call.OPEN.number();
    try {
      session =
          requireNonNull(
              transport.open(link.request(), token(), link), "RoomTransport.open returned null");
    } catch (Throwable thrown) {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.LONG_LINK_FAILED);
      intake.report(Callee.TRANSPORT, Call.OPEN.method, link.epoch(), thrown);
      return;
    } finally {
      link.underWay = 0;
    }
    link.session = session;
    latest = session;
    intake.endOpening(link, SessionLink.Phase.OPEN, null);
  }

  /** Asks a session for something, if there is one; says whether it took it without throwing. */
  boolean ask(SessionLink link, Call call, Consumer<RoomSession> request) {
    RoomSession session = link.session;
    if (session == null) {
      return false;
    }
    link.underWay = call.number();
    try {
      request.accept(session);
      return true;
    } catch (Throwable thrown) {
      intake.report(Callee.TRANSPORT, call.method, link.epoch(), thrown);
      return false;
    } finally {
      link.underWay = 0;
    }
  }

  private void startReconnecting(SessionLink link, Delivery entry) {
    if (link.session == null) {
      // An episode that is over before this life began: nothing is attempted.
      return;
    }
    link.attempts = new ReconnectEpisode(this, link, entry.armingNumber);
    link.attempts.begin();
  }

  /** How many attempts to get back were begun in all. Under the connection's lock. */
  int attempted() {
    return attempted;
  }

  /** An attempt to get back begins. Under the connection's lock. */
  void count(Attempt attempt) {
    attempt.episode.link.attempted = attempt.number();
    attempted++;
  }

  private void stopReconnecting(SessionLink link) {
    if (link.attempts != null) {
      link.attempts.stop();
      link.attempts = null;
    }
    ask(link, Call.STOP_RECONNECTING, RoomSession::stopReconnecting);
  }

  private void arm(ArmedTimer run) {
    if (run.isRevoked()) {
      return;
    }
    try {
      Cancellable task = clock.schedule(run.from(), run.length, run);
      if (!run.keep(task)) {
        cancel(task, run.link);
      }
    } catch (Throwable thrown) {
      intake.expired(run);
      intake.report(Callee.SCHEDULER, "schedule", run.link.epoch(), thrown);
    }
  }

  /**
   * Brings timers in line with what was decided. By who decided it.
   *
   * @param before the timer that was to run before
   * @param after the one that is to run now
   */
  void change(@Nullable ArmedTimer before, @Nullable ArmedTimer after) {
    if (before != null) {
      cancel(before.revoke(), before.link);
    }
    if (after != null) {
      arm(after);
    }
  }

  /** Takes a task back, if there is one. */
  void cancel(@Nullable Cancellable task, SessionLink link) {
    if (task == null) {
      return;
    }
    try {
      task.cancel();
    } catch (Throwable thrown) {
      intake.report(Callee.SCHEDULER, "cancel", link.epoch(), thrown);
    }
  }
}
