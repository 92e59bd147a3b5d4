package io.mooring.room.concurrency;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;

/**
 * What a connection does when one thread uses it: the generated table, and that facts are about one
 * session, a timer about the step that armed it. It begins as {@link ReconnectingRoom} does.
 */
public final class SequentialRoom {

  private Location location = Table.initial().to();
  private int session;
  private int armings;
  private final int firstWindow;
  private long dropped;

  /** A connection that has just lost its links. */
  public SequentialRoom() {
    take(Event.INITIALIZE);
    take(Event.JOIN_CHANNEL);
    take(Event.JOINED);
    take(Event.MEDIA_LOST);
    firstWindow = armings;
  }

  private ReturnCode take(Event event) {
    Step step = Table.step(location, event);
    if (step.effects().contains(Effect.OPEN_TRANSPORT)) {
      session++;
    }
    if (step.effects().stream().anyMatch(effect -> Timer.armedBy(effect).isPresent())) {
      armings++;
    }
    location = step.to();
    return step.code();
  }

  private void takeUnless(boolean over, Event event) {
    if (over) {
      dropped++;
    } else {
      take(event);
    }
  }

  /** A command. */
  public ReturnCode initialize() {
    return take(Event.INITIALIZE);
  }

  /** A command. */
  public ReturnCode joinChannel() {
    return take(Event.JOIN_CHANNEL);
  }

  /** A command. */
  public ReturnCode leaveChannel() {
    return take(Event.LEAVE_CHANNEL);
  }

  /** A command. */
  public ReturnCode release() {
    return take(Event.RELEASE);
  }

  /** A fact of the first session. */
  public void joined() {
    takeUnless(session != 1, Event.JOINED);
  }

  /** A fact of the first session. */
  public void signalLost() {
    takeUnless(session != 1, Event.SIGNAL_LOST);
  }

  /** A fact of the first session. */
  public void kicked() {
    takeUnless(session != 1, Event.KICKED);
  }

  /** The end of the first window. */
  public void windowRunsOut() {
    takeUnless(armings != firstWindow, Event.RECONNECT_WINDOW_USED_UP);
  }

  /** The success of the first attempt. */
  public void attemptSucceeds() {
    boolean restoring = location.state() == ConnectionState.RECONNECTING;
    takeUnless(session != 1 || (restoring && armings != firstWindow), Event.REJOINED);
  }

  /** The getter. */
  public ConnectionState state() {
    return location.state();
  }

  /** The counter. */
  public long dropped() {
    return dropped;
  }
}
