package io.mooring.room;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.Optional;

/**
 * How a connection outlives its process: what it keeps for a later life, and how it goes on from an
 * earlier one, by the specification's {@code RoomLives}.
 */
final class Lives {

  private final Intake intake;
  private final EventClock clock;
  private final Decider decider;
  private final Effects effects;
  private final Outbox outbox;

  Lives(Intake intake, EventClock clock, Decider decider, Effects effects, Outbox outbox) {
    this.intake = intake;
    this.clock = clock;
    this.decider = decider;
    this.effects = effects;
    this.outbox = outbox;
  }

  /** Where the connection is. */
  ConnectionSnapshot capture() {
    Location location = decider.location();
    long now = location.isTimed() ? clock.now() : EventClock.NOT_READ;
    Optional<SessionToken> token = effects.token();
    synchronized (intake) {
      SessionLink session = decider.current();
      return new ConnectionSnapshot(
          decider.location(),
          decider.sequence(),
          session == null ? 0 : session.epoch(),
          Optional.ofNullable(session).map(SessionLink::request),
          Duration.ofNanos(clock.lasted(decider.location(), now)),
          token,
          Optional.ofNullable(decider.lastChange()),
          outbox.owes(decider.sequence()),
          decider.life());
    }
  }

  /**
   * Goes on from a snapshot, before anybody has the connection: the links died with their process,
   * and a join that was being built has failed. One that stood is lost. Where its window may be
   * over that is decided at once, and nothing is attempted; without a way back the session is over.
   */
  void resume(Restoration restoration, Duration window) {
    outbox.recordRestored(clock.now(), restoration, decider.life());
    if (restoration.owes()) {
      synchronized (intake) {
        decider.repeat();
      }
    }
    SessionLink link = decider.current();
    Location location = decider.location();
    if (link != null && location.transportOpen()) {
      resume(restoration, window, link, location);
    }
    intake.attend();
  }

  private void resume(
      Restoration restoration, Duration window, SessionLink link, Location location) {
    long now = clock.now();
    TimeAway lost = restoration.sinceLoss();
    if (location.joinTimed()) {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.LONG_LINK_FAILED);
    } else if (lost.atMost().compareTo(window) >= 0) {
      giveUp(link, location, before(now, lost.atLeast()));
    } else if (effects.resume(link)) {
      // As long ago as is possible: so the client does not give up too late.
      lose(location, before(now, lost.atMost()));
      intake.endOpening(link, SessionLink.Phase.OPEN, null);
    } else if (lost.atMost().plus(since(now)).compareTo(window) >= 0) {
      // The transport took its time, or the process slept.
      giveUp(link, location, before(now, lost.atLeast()));
    } else {
      intake.endOpening(link, SessionLink.Phase.VOID, Event.SERVICE_TIMED_OUT);
    }
  }

  private Duration since(long moment) {
    long now = clock.now();
    boolean known = moment != EventClock.NOT_READ && now != EventClock.NOT_READ;
    return known ? Duration.ofNanos(now - moment) : Duration.ZERO;
  }

  private static long before(long now, Duration time) {
    return now == EventClock.NOT_READ ? now : now - time.toNanos();
  }

  /** The links were lost before this life began, and there is a way back. */
  private void lose(Location location, long loss) {
    ArmedTimer armed;
    synchronized (intake) {
      if (location.windowArmed()) {
        decider.beginAgain(loss);
      } else {
        decider.decide(Event.SIGNAL_LOST, null, null, loss);
      }
      armed = decider.timer();
    }
    effects.change(null, armed);
  }

  /** The links were lost so long ago that the window may be over: nothing is attempted. */
  private void giveUp(SessionLink link, Location location, long loss) {
    long now = clock.now();
    synchronized (intake) {
      link.phase = SessionLink.Phase.VOID;
      for (Event early : link.takeEarly()) {
        decider.onFact(link, early, true, now);
      }
      if (location.windowArmed()) {
        clock.begin(loss);
      } else {
        decider.decide(Event.SIGNAL_LOST, null, null, loss);
      }
      decider.decide(Event.RECONNECT_WINDOW_USED_UP, null, null, now);
    }
  }
}
