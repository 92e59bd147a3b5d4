package io.mooring.room.harness;

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
public sealed interface Observation {

  /** What was seen, in one line. */
  String text();

  /** What a connection decides about. */
  sealed interface Input {

    /** What it is as an event of the contract. */
    Event event();

    /** The input in a few words. */
    String text();
  }

  /**
   * The user gives a command.
   *
   * @param event the command
   */
  record Command(Event event) implements Input {
    @Override
    public String text() {
      return event.action();
    }
  }

  /**
   * The world tells a fact.
   *
   * @param event the fact
   * @param session the session that it is about, from 1
   */
  record Fact(Event event, int session) implements Input {
    @Override
    public String text() {
      return event.action() + " of session " + session;
    }
  }

  /**
   * A timer fires.
   *
   * @param timer which one
   * @param run which arming of any timer it was, from 1; 0 for a window that is over before it
   *     could be armed, because its process was dead for so long
   */
  record Firing(Timer timer, int run) implements Input {
    @Override
    public Event event() {
      return timer.fact();
    }

    @Override
    public String text() {
      return timer.value() + " (run " + run + ")";
    }
  }

  /**
   * An attempt to get back tells that it got the client into the room.
   *
   * @param attempt which of all attempts, from 1
   */
  record Success(int attempt) implements Input {
    @Override
    public Event event() {
      return Event.REJOINED;
    }

    @Override
    public String text() {
      return "the success of attempt " + attempt;
    }
  }

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
  }

  /**
   * An input was decided: the engine was asked, and answered.
   *
   * @param input what came
   * @param step the answer
   */
  record Decided(Input input, Step step) implements Observation {
    @Override
    public String text() {
      return "decided   " + input.text() + ": " + Wording.step(step);
    }
  }

  /**
   * An input was not decided, because what it is about is over.
   *
   * @param input what came
   */
  record Dropped(Input input) implements Observation {
    @Override
    public String text() {
      return "dropped   " + input.text();
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
      return "told      " + change + "; the state is " + state;
    }
  }

  /** The listener is done. */
  record CallbackReturned() implements Observation {
    @Override
    public String text() {
      return "returned  from the callback";
    }
  }

  /** The transport returns from a call at last. */
  record CallReturned() implements Observation {
    @Override
    public String text() {
      return "returned  from the transport";
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
  }

  /** One unit of time has passed without a process. */
  record Away() implements Observation {
    @Override
    public String text() {
      return "away      for one unit of time";
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
          + step.map(decided -> "and decided " + Wording.step(decided)).orElse("as it was");
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
      return "slept     until " + Wording.seconds(nanoTime);
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
      return "time      " + Wording.seconds(nanoTime);
    }
  }
}
