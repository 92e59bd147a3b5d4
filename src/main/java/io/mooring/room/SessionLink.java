package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.FlightRecorder;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session of a connection: its number, what was requested, the transport's session, and its
 * timers. The transport reports facts to it as {@link RoomFacts}; attempts and timers report to it
 * as well, and it passes all of that on to the core.
 */
// It and Intake refer to each other, see there.
final class SessionLink implements RoomFacts, Attempt.Session, ArmedTimer.Owner {

  /** The progress of the transport with the session. */
  enum Phase {
    /** {@link RoomTransport#open} has not returned; facts wait in {@link #early}. */
    OPENING,
    /** There is a session. */
    OPEN,
    /** {@link RoomTransport#open} threw: there never was a session. */
    VOID
  }

  private final Intake intake;
  private final ChannelRequest request;

  /** Written once, under the connection's lock, before any other thread sees this object. */
  private long epoch;

  /** Guarded by the connection's lock. */
  Phase phase = Phase.OPENING;

  /** Completed with the result of the join; null once it has one. Guarded by the lock. */
  @Nullable CommandOutcome answer;

  /** The recording of the current reconnect episode, if there is one; guarded by the lock. */
  private FlightRecorder.@Nullable Episode recording;

  /** How many attempts were begun in the reconnect episode; guarded by the connection's lock. */
  int attempted;

  /**
   * The number of the {@link TransportCall} that is under way for the session. A thread that looks
   * for a blocked call reads it without synchronization: a call that it sees too early or too late
   * is not a blocked one.
   */
  private int callUnderWay;

  /** Facts that were reported while opening; guarded by the connection's lock. */
  private @Nullable List<Event> early;

  /** The transport's session; used only by the thread that carries out effects. */
  @Nullable RoomSession session;

  /** The timer of the decided state, if it has one; guarded by the connection's lock. */
  @Nullable ArmedTimer timer;

  /** The current reconnect episode; used only by the thread that carries out effects. */
  @Nullable ReconnectEpisode episode;

  /**
   * A session that was requested.
   *
   * @param answer completed with the result of the join; null if the caller does not wait for it
   */
  SessionLink(Intake intake, ChannelRequest request, @Nullable CommandOutcome answer) {
    this.intake = intake;
    this.request = request;
    this.answer = answer;
  }

  /** The latest session of a snapshot, whose number the next one follows; null if it has none. */
  static @Nullable SessionLink restored(Intake intake, ConnectionSnapshot snapshot) {
    ChannelRequest request = snapshot.request().orElse(null);
    if (request == null) {
      return null;
    }
    SessionLink link = new SessionLink(intake, request, null);
    link.begin(snapshot.sessionEpoch());
    return link;
  }

  void begin(long number) {
    epoch = number;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  ChannelRequest request() {
    return request;
  }

  /** Records reconnect episodes for Java Flight Recorder. The caller holds the lock. */
  void record(Step step) {
    if (step.from() != step.to()) {
      recording = FlightRecorder.recorder().follow(recording, intake, step, epoch, attempted);
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

  /** The facts that were reported while opening; afterwards none are kept. */
  List<Event> takeEarly() {
    List<Event> facts = early == null ? List.of() : early;
    early = null;
    return facts;
  }

  /** Marks the begin of a call of the transport. */
  void enter(TransportCall call) {
    callUnderWay = call.number();
  }

  /** Marks the end of the call. */
  void exit() {
    callUnderWay = TransportCall.NONE;
  }

  int callUnderWay() {
    return callUnderWay;
  }

  @Override
  public boolean ask(TransportCall call, Consumer<RoomSession> request) {
    RoomSession asked = session;
    if (asked == null) {
      return false;
    }
    enter(call);
    try {
      request.accept(asked);
      return true;
    } catch (Throwable thrown) {
      intake.report(Callee.TRANSPORT, call.method, epoch, thrown);
      return false;
    } finally {
      exit();
    }
  }

  @Override
  public boolean begins(Attempt attempt) {
    return intake.begins(this, attempt);
  }

  @Override
  public void succeeded(Attempt attempt) {
    intake.succeeded(this, attempt);
  }

  @Override
  public void timedOut(Attempt attempt) {
    intake.timedOut(this, attempt);
  }

  @Override
  public void ended(Attempt attempt, Attempt.Phase ended) {
    intake.ended(this, attempt, ended);
  }

  @Override
  public void expired(ArmedTimer expired) {
    intake.expired(this, expired);
  }

  @Override
  public Failures failures() {
    return intake;
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
