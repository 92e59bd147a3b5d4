package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.Optional;

/**
 * How a connection outlives its process: the snapshot that it keeps for a later life, and how it
 * resumes from an earlier one, by the specification's {@code RoomLives}.
 */
final class Lives {

  private final Intake intake;
  private final ConnectionLock lock;
  private final Decider decider;
  private final Effects effects;
  private final Outbox outbox;

  Lives(Intake intake, ConnectionLock lock, Decider decider, Effects effects, Outbox outbox) {
    this.intake = intake;
    this.lock = lock;
    this.decider = decider;
    this.effects = effects;
    this.outbox = outbox;
  }

  /** Where the connection is. */
  ConnectionSnapshot capture() {
    Location location = decider.location();
    long now = location.isTimed() ? decider.now() : EventClock.NOT_READ;
    Optional<SessionToken> token = effects.token();
    synchronized (lock) {
      SessionLink session = decider.current();
      return new ConnectionSnapshot(
          decider.location(),
          decider.sequence(),
          session == null ? 0 : session.epoch(),
          Optional.ofNullable(session).map(SessionLink::request),
          decider.underWay(now),
          token,
          Optional.ofNullable(decider.lastChange()),
          outbox.isPending(decider.sequence()),
          decider.life());
    }
  }

  /**
   * Resumes from a snapshot, before the connection is used: the links died with their process. A
   * join in progress has failed, and a connection that had a link has lost it. If its window may be
   * over, that is decided at once and nothing is attempted; if the transport cannot resume the
   * session, the session is over.
   */
  void resume(Restoration restoration, Duration window) {
    outbox.recordRestored(decider.now(), restoration, decider.life());
    if (restoration.isNotificationPending()) {
      synchronized (lock) {
        decider.repeat();
      }
    }
    SessionLink link = decider.current();
    Location location = decider.location();
    if (link != null && location.transportOpen()) {
      resume(restoration, window, link, location);
    }
    intake.deliverPending();
  }

  private void resume(
      Restoration restoration, Duration window, SessionLink link, Location location) {
    long now = decider.now();
    TimeAway lost = restoration.sinceLoss();
    if (location.joinTimed()) {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.LONG_LINK_FAILED);
    } else if (lost.atMost().compareTo(window) >= 0) {
      giveUp(link, location, before(now, lost.atLeast()));
    } else if (effects.resume(link)) {
      // The earliest time that is possible: so the client does not give up too late.
      lose(location, before(now, lost.atMost()));
      intake.endOpening(link, SessionLink.Phase.OPEN, null);
    } else if (lost.atMost().plus(since(now)).compareTo(window) >= 0) {
      // The transport was slow, or the process was asleep.
      giveUp(link, location, before(now, lost.atLeast()));
    } else {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.SERVICE_TIMED_OUT);
    }
  }

  private Duration since(long moment) {
    long now = decider.now();
    boolean known = moment != EventClock.NOT_READ && now != EventClock.NOT_READ;
    return known ? Duration.ofNanos(now - moment) : Duration.ZERO;
  }

  private static long before(long now, Duration time) {
    return now == EventClock.NOT_READ ? now : now - time.toNanos();
  }

  /** The links were lost before this life began, and the transport can resume the session. */
  private void lose(Location location, long loss) {
    ArmedTimer armed;
    synchronized (lock) {
      if (location.windowArmed()) {
        decider.beginAgain(loss);
      } else {
        decider.decide(Event.SIGNAL_LOST, null, null, loss);
      }
      armed = decider.timer();
    }
    effects.change(null, armed);
  }

  /** The window may be over: it ends, and nothing is attempted. */
  private void giveUp(SessionLink link, Location location, long loss) {
    long now = decider.now();
    synchronized (lock) {
      link.phase = SessionLink.Phase.VOID;
      for (Event early : link.takeEarly()) {
        decider.onFact(link, early, true, now);
      }
      if (location.windowArmed()) {
        decider.beginAt(loss);
      } else {
        decider.decide(Event.SIGNAL_LOST, null, null, loss);
      }
      decider.decide(Event.RECONNECT_WINDOW_USED_UP, null, null, now);
    }
  }
}
