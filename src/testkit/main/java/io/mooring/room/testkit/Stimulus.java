package io.mooring.room.testkit;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a test does to a room connection: a value, so that a list of them can be
 * generated, shrunk, written to a file and played again.
 *
 * <p>Any stimulus may come at any moment. What cannot be done at that moment (a fact before the
 * first session was opened, for example) does nothing; a {@link ConnectionHarness} counts it as
 * without effect.
 */
public sealed interface Stimulus {

  /** The line that stands for this stimulus in the text format of {@link EventListText}. */
  String text();

  /**
   * The user gives a command.
   *
   * @param event a command
   */
  record Command(Event event) implements Stimulus {
    /** Refuses an event that is not a command. */
    public Command {
      requireCommand(event);
    }

    @Override
    public String text() {
      return event.action();
    }
  }

  /**
   * Something happens while the next callback runs: the user gives a command, or the world acts, or
   * time passes because the callback is slow. Several of them wait for the same callback and come
   * in their order.
   *
   * @param inside a command, a fact, the firing of a timer, or time
   */
  record InCallback(Stimulus inside) implements Stimulus {
    /** Refuses what is itself about a callback. */
    public InCallback {
      if (inside instanceof InCallback || inside instanceof ThrowInCallback) {
        throw new IllegalArgumentException(inside.text() + " waits for a callback of its own");
      }
    }

    /** The user gives a command from inside the next callback. */
    public InCallback(Event command) {
      this(new Command(command));
    }

    @Override
    public String text() {
      return EventListText.IN_CALLBACK + " " + inside.text();
    }
  }

  /** The listener throws out of the next callback. */
  record ThrowInCallback() implements Stimulus {
    @Override
    public String text() {
      return EventListText.THROW_IN_CALLBACK;
    }
  }

  /**
   * The world states a fact about one of the sessions.
   *
   * <p>{@link Event#RECONNECT_WINDOW_USED_UP} is told by a timer alone: stating it is the same as
   * {@link Fire}.
   *
   * @param event a fact
   * @param ago 0 for the session that was opened last, n for the one opened n sessions before it
   */
  record Fact(Event event, int ago) implements Stimulus {
    /** Refuses a command and a negative {@code ago}. */
    public Fact {
      if (event.isCommand()) {
        throw new IllegalArgumentException(event.action() + " is a command, not a fact");
      }
      requireAgo(ago);
    }

    @Override
    public String text() {
      return ago == 0 ? event.action() : EventListText.STALE + " " + ago + " " + event.action();
    }
  }

  /**
   * A timer fires: virtual time moves on to its deadline; when it was cancelled or has fired
   * already, it fires once more, late, without a move of time.
   *
   * @param timer which one
   * @param ago 0 for the run that was armed last, n for the one armed n runs before it
   */
  record Fire(Timer timer, int ago) implements Stimulus {
    /** Refuses a negative {@code ago}. */
    public Fire {
      requireAgo(ago);
    }

    @Override
    public String text() {
      return ago == 0 ? timer.value() : EventListText.STALE + " " + ago + " " + timer.value();
    }
  }

  /**
   * The world says what became of an attempt to get back into the room, of whatever session.
   *
   * @param succeeded whether it got the client into the room
   * @param ago 0 for the attempt that was made last, n for the one made n attempts before it
   */
  record AttemptEnds(boolean succeeded, int ago) implements Stimulus {
    /** Refuses a negative {@code ago}. */
    public AttemptEnds {
      requireAgo(ago);
    }

    @Override
    public String text() {
      String end = succeeded ? EventListText.ATTEMPT_SUCCEEDS : EventListText.ATTEMPT_FAILS;
      return ago == 0 ? end : EventListText.STALE + " " + ago + " " + end;
    }
  }

  /** The timer that tells an event which no session states; empty if a session states it. */
  static Optional<Timer> timerThatAloneTells(Event fact) {
    if (!SimulatedTransport.isStated(fact)) {
      for (Timer timer : Timer.values()) {
        if (timer.fact() == fact) {
          return Optional.of(timer);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Virtual time moves on.
   *
   * @param by how far; zero or more, in whole milliseconds
   */
  record Advance(Duration by) implements Stimulus {
    /** Refuses a negative duration and one finer than a millisecond. */
    public Advance {
      if (by.isNegative()) {
        throw new IllegalArgumentException("time moves forward only, got " + by);
      }
      if (!by.equals(Duration.ofMillis(by.toMillis()))) {
        throw new IllegalArgumentException("whole milliseconds only, got " + by);
      }
    }

    @Override
    public String text() {
      return EventListText.ADVANCE + " " + EventListText.duration(by);
    }
  }

  /**
   * The stimulus of an event at this moment, in the current session.
   *
   * @param event a command or a fact
   */
  static Stimulus of(Event event) {
    return event.isCommand() ? new Command(event) : new Fact(event, 0);
  }

  private static void requireCommand(Event event) {
    if (!event.isCommand()) {
      throw new IllegalArgumentException(event.action() + " is a fact, not a command");
    }
  }

  private static void requireAgo(int ago) {
    if (ago < 0) {
      throw new IllegalArgumentException("ago must be 0 or more, got " + ago);
    }
  }
}
