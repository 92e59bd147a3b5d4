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
 * Something that a connection did, or that was done to it. A list of observations describes a run;
 * each is one step of the timed specification, or a part of one.
 */
public sealed interface Observation extends LogEntry {

  /** The step that was decided, if one was. */
  default Optional<Step> decision() {
    return Optional.empty();
  }

  /** Calls the method of the handler for this kind of observation. */
  <R> R apply(ObservationHandler<R> handler);

  /**
   * An attempt to reconnect began in a session.
   *
   * @param attempt of all attempts, from 1
   * @param session the session, from 1
   * @param number its number in the episode, from 1
   * @param blocks whether the call blocks
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
   * An attempt failed, or its time ended.
   *
   * @param attempt of all attempts, from 1
   * @param timeIsUp whether the client ended it because its time was over
   * @param accepted whether that ended it; otherwise it was over already
   */
  record AttemptFailed(int attempt, boolean timeIsUp, boolean accepted) implements Observation {
    @Override
    public String text() {
      return (timeIsUp
              ? accepted ? "time up   " : "discarded the end of the time of "
              : accepted ? "failed    " : "discarded the failure of ")
          + "attempt "
          + attempt;
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.attemptFailed(this);
    }
  }

  /**
   * An input was decided.
   *
   * @param input the input
   * @param step the step that the engine returned
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
   * An input was discarded, because what it is about is over.
   *
   * @param input the input
   */
  record Discarded(ObservedInput input) implements Observation {
    @Override
    public String text() {
      return "discarded " + input.text();
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.discarded(this);
    }
  }

  /**
   * The transport was called.
   *
   * @param session the session, from 1
   * @param effect the effect
   * @param blocks whether the call blocks
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
          + (blocks ? ", and blocks" : "");
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
   * @param timer the timer
   * @param run the number of this arming, of all timers, from 1
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
   * A pending timer was cancelled.
   *
   * @param timer the timer
   * @param run the number of its arming, of all timers
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
   * @param change the change
   * @param state what {@code getConnectionState} returns inside the callback
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

  /** The listener returned. */
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

  /** A call of the transport that blocked returned. */
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
   * A command returned.
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
      return "stored    " + snapshot + (snapshot.isPending() ? ", pending" : "");
    }

    @Override
    public <R> R apply(ObservationHandler<R> handler) {
      return handler.stored(this);
    }
  }

  /**
   * The process died.
   *
   * @param wayBack whether the transport of the next process can resume the session
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

  /** One unit of time passed without a process. */
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
   * Another process restored the connection.
   *
   * @param sinceCapture the longest possible time since the snapshot, by what the process knows
   * @param sinceDeath the longest possible time since the death of the earlier process
   * @param step the step that restoring decided; empty if it decided none
   * @param resumed whether the transport resumed the session
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
   * One unit of time passed while the process slept.
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
   * One unit of time passed.
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
