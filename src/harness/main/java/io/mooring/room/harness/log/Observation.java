package io.mooring.room.harness.log;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that a connection was seen to do, or that was done to it, in the order of seeing. A
 * list of them is the record of a run; each is one step of the timed specification, or a part of
 * one.
 */
public sealed interface Observation extends LogEntry {

  /** The step that was decided, if one was. */
  default Optional<Step> decision() {
    return Optional.empty();
  }

  /** Calls the method of the handler for this kind of observation. */
  <R> R apply(ObservationHandler<R> handler);

  /**
   * A session was asked for an attempt to get back.
   *
   * @param attempt which of all attempts, from 1
   * @param session the session, from 1
   * @param number its number in the episode, from 1
   * @param blocks whether the call does not return for now
   */
  record AttemptBegan(int attempt, int session, int number, boolean blocks) implements Observation {
    /** An attempt whose call returns. */
    public AttemptBegan(int attempt, int session, int number) {
      this(attempt, session, number, false);
    }

    @Override
    public String text() {
      return "attempt   " + attempt + ", number " + number + " on session " + session;
    }

    @Override
    public String arrow() {
      return "Connection->>World: attempt " + number + " on session " + session;
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.attemptBegan(this);
    }
  }

  /**
   * An attempt has failed, or has taken too long.
   *
   * @param attempt which of all attempts, from 1
   * @param timeIsUp whether the client says so, because it took too long
   * @param heard whether that ends it; otherwise it was over
   */
  record AttemptFailed(int attempt, boolean timeIsUp, boolean heard) implements Observation {
    @Override
    public String text() {
      return (timeIsUp
              ? heard ? "time up   " : "dropped   the end of the time of "
              : heard ? "failed    " : "dropped   the failure of ")
          + "attempt "
          + attempt;
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.attemptFailed(this);
    }
  }

  /**
   * An input was decided: the engine was asked, and answered.
   *
   * @param input what came
   * @param step the answer
   */
  record Decided(ObservedInput input, Step step) implements Observation {
    @Override
    public String text() {
      return "decided   " + input.text() + ": " + RoomText.step(step);
    }

    @Override
    public Optional<Step> decision() {
      return Optional.of(step);
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.decided(this);
    }
  }

  /**
   * An input was not decided, because what it is about is over.
   *
   * @param input what came
   */
  record Dropped(ObservedInput input) implements Observation {
    @Override
    public String text() {
      return "dropped   " + input.text();
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.dropped(this);
    }
  }

  /**
   * The transport was called.
   *
   * @param session of which session, from 1
   * @param effect for which effect
   * @param blocks whether it does not return for now
   */
  record Called(int session, Effect effect, boolean blocks) implements Observation {
    /** A call that returns. */
    public Called(int session, Effect effect) {
      this(session, effect, false);
    }

    @Override
    public String text() {
      return "called    "
          + effect.value()
          + " on session "
          + session
          + (blocks ? ", and does not return" : "");
    }

    @Override
    public String arrow() {
      return "Connection->>World: " + effect.value() + " on session " + session;
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.called(this);
    }
  }

  /**
   * A timer was armed.
   *
   * @param timer which one
   * @param run which arming of any timer this is, from 1
   */
  record Armed(Timer timer, int run) implements Observation {
    @Override
    public String text() {
      return "armed     " + timer.value() + " (run " + run + ")";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.armed(this);
    }
  }

  /**
   * A timer that ran was cancelled.
   *
   * @param timer which one
   * @param run which arming of it
   */
  record Disarmed(Timer timer, int run) implements Observation {
    @Override
    public String text() {
      return "cancelled " + timer.value() + " (run " + run + ")";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.disarmed(this);
    }
  }

  /**
   * A listener is called.
   *
   * @param change what it is told
   * @param state what {@code getConnectionState} says meanwhile
   */
  record CallbackBegan(ConnectionChange change, ConnectionState state) implements Observation {
    @Override
    public String text() {
      return notified().text() + "; the state is " + state;
    }

    @Override
    public String arrow() {
      return notified().arrow();
    }

    private LogEntry notified() {
      return new LogEntry.Notified(change);
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.callbackBegan(this);
    }
  }

  /** The listener is done. */
  record CallbackReturned() implements Observation {
    @Override
    public String text() {
      return "returned  from the callback";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.callbackReturned(this);
    }
  }

  /** The transport returns from a call at last. */
  record CallReturned() implements Observation {
    @Override
    public String text() {
      return "returned  from the transport";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.callReturned(this);
    }
  }

  /**
   * A command has returned.
   *
   * @param event the command
   */
  record CommandReturned(Event event) implements Observation {
    @Override
    public String text() {
      return "returned  " + event.action();
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.commandReturned(this);
    }
  }

  /**
   * A snapshot was stored.
   *
   * @param snapshot the snapshot
   */
  record Stored(ConnectionSnapshot snapshot) implements Observation {
    @Override
    public String text() {
      return "stored    " + snapshot + (snapshot.isOwed() ? ", owed" : "");
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.stored(this);
    }
  }

  /**
   * The process has died.
   *
   * @param wayBack whether there will be a transport that can take the session up again
   */
  record Died(boolean wayBack) implements Observation {
    @Override
    public String text() {
      return "died      " + (wayBack ? "with" : "without") + " a way back";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.died(this);
    }
  }

  /** One unit of time has passed without a process. */
  record Away() implements Observation {
    @Override
    public String text() {
      return "away      for one unit of time";
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.away(this);
    }
  }

  /**
   * Another process goes on.
   *
   * @param sinceCapture how long ago it was stored, at most, by what the process is told
   * @param sinceDeath how long ago the earlier process died, at most
   * @param step what is decided by that; empty if nothing is
   * @param resumed whether the transport was asked to take the session up, and has
   */
  record Restored(Duration sinceCapture, Duration sinceDeath, Optional<Step> step, boolean resumed)
      implements Observation {
    @Override
    public String text() {
      return "restored  "
          + step.map(decided -> "and decided " + RoomText.step(decided)).orElse("as it was");
    }

    @Override
    public Optional<Step> decision() {
      return step;
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.restored(this);
    }
  }

  /**
   * One unit of time has passed while the process slept.
   *
   * @param nanoTime the time now
   */
  record Slept(long nanoTime) implements Observation {
    @Override
    public String text() {
      return "slept     until " + RoomText.seconds(nanoTime);
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.slept(this);
    }
  }

  /**
   * One unit of time has passed.
   *
   * @param nanoTime the time now
   */
  record Ticked(long nanoTime) implements Observation {
    @Override
    public String text() {
      return "time      " + RoomText.seconds(nanoTime);
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.ticked(this);
    }
  }
}
