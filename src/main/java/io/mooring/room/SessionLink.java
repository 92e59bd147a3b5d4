package io.mooring.room;

import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One session as the connection holds it: its number, what was asked for, the transport's side of
 * it, and its timers. To the transport it is the place to tell the session's facts.
 */
final class SessionLink implements RoomFacts {

  /** How far the transport has come with the session. */
  enum Phase {
    /** {@link RoomTransport#open} has not returned; facts wait in {@link #early}. */
    OPENING,
    /** There is a session. */
    OPEN,
    /** {@link RoomTransport#open} threw: there never was a session. */
    VOID
  }

  final Intake intake;
  private final ChannelRequest request;

  /** Written once, under the connection's lock, before anybody else sees this object. */
  private long epoch;

  /** Guarded by the connection's lock. */
  Phase phase = Phase.OPENING;

  /** To be told what the join came to, as long as it has no answer; under the connection's lock. */
  @Nullable CompletableFuture<ReturnCode> answer;

  /**
   * The reconnect episode that lasts, if it is being recorded; guarded by the connection's lock.
   */
  private FlightRecorder.@Nullable Episode episode;

  /** How many attempts were begun in the reconnect episode; guarded by the connection's lock. */
  int attempted;

  /**
   * The number of the call of the transport that is under way for it; 0 if none is. Whoever looks
   * whether one does not return reads it without having waited for it: a call that he sees too
   * early or too late is none that blocks.
   */
  int underWay;

  /** What was told while opening; guarded by the connection's lock. */
  @Nullable List<Event> early;

  /** The transport's side; only the thread that carries out effects touches it. */
  @Nullable RoomSession session;

  /** The timer that the decided state has, if it has one; guarded by the connection's lock. */
  @Nullable ArmedTimer timer;

  /** The attempts of its episode, if any run; only the thread of effects touches them. */
  @Nullable ReconnectEpisode attempts;

  /**
   * A session that was asked for.
   *
   * @param answer to be told what the join came to; null if nobody waits
   */
  SessionLink(
      Intake intake, ChannelRequest request, @Nullable CompletableFuture<ReturnCode> answer) {
    this.intake = intake;
    this.request = request;
    this.answer = answer;
  }

  void begin(long number) {
    epoch = number;
  }

  long epoch() {
    return epoch;
  }

  ChannelRequest request() {
    return request;
  }

  /** Lets a flight recorder see reconnect episodes. Under the connection's lock. */
  void follow(Step step) {
    if (step.from() != step.to()) {
      episode = FlightRecorder.recorder().follow(episode, intake, step, epoch, attempted);
      if (step.from().reconnecting()) {
        attempted = 0;
      }
    }
  }

  void keepForLater(Event fact) {
    if (early == null) {
      early = new ArrayList<>(2);
    }
    early.add(fact);
  }

  /** What was told while opening; afterwards nothing waits any more. */
  List<Event> takeEarly() {
    List<Event> told = early == null ? List.of() : early;
    early = null;
    return told;
  }

  @Override
  public void joined() {
    intake.fact(this, Event.JOINED);
  }

  @Override
  public void roomRequestFailed() {
    intake.fact(this, Event.ROOM_REQUEST_FAILED);
  }

  @Override
  public void longLinkFailed() {
    intake.fact(this, Event.LONG_LINK_FAILED);
  }

  @Override
  public void proxyConnecting() {
    intake.fact(this, Event.PROXY_CONNECTING);
  }

  @Override
  public void mediaLost() {
    intake.fact(this, Event.MEDIA_LOST);
  }

  @Override
  public void signalLost() {
    intake.fact(this, Event.SIGNAL_LOST);
  }

  @Override
  public void reDispatched() {
    intake.fact(this, Event.RE_DISPATCHED);
  }

  @Override
  public void serviceTimedOut() {
    intake.fact(this, Event.SERVICE_TIMED_OUT);
  }

  @Override
  public void roomClosed() {
    intake.fact(this, Event.ROOM_CLOSED);
  }

  @Override
  public void kicked() {
    intake.fact(this, Event.KICKED);
  }

  @Override
  public void sameUserIdElsewhere() {
    intake.fact(this, Event.SAME_USER_ID_ELSEWHERE);
  }

  /** For example {@code session 2 in "lobby" as user 7}. */
  @Override
  public String toString() {
    return "session " + epoch + " in " + request;
  }
}
