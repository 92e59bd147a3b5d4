package io.mooring.room.harness.model;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One input of a test of a room connection: a value, so that lists of them can be generated,
 * shrunk, written to a file and run again.
 *
 * <p>Any stimulus may occur at any time. One that is impossible at that time, for example a fact
 * before the first session, has no effect; the log of the run says so.
 */
public sealed interface Stimulus {

  /** The line for this stimulus in the text format of {@link StimulusText}. */
  String text();

  /** Calls the method of the handler for this kind of stimulus. */
  void apply(StimulusHandler handler);

  /**
   * The stimulus in a Mermaid sequence diagram; empty for one that is shown when the callback runs.
   */
  default String arrow() {
    return "Note over User,World: " + text();
  }

  /** The simpler forms of this stimulus, the simplest first. */
  default List<Stimulus> simpler() {
    return List.of();
  }

  /** The same about an earlier session, timer or attempt; empty if it is about none. */
  default Optional<Stimulus> withAge(int age) {
    return Optional.empty();
  }

  /**
   * The user gives a command.
   *
   * @param event a command
   */
  record Command(Event event) implements Stimulus {
    /** Rejects an event that is not a command. */
    public Command {
      if (!event.isCommand()) {
        throw new IllegalArgumentException(event.action() + " is a fact, not a command");
      }
    }

    @Override
    public String text() {
      return event.action();
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.command(event);
    }

    @Override
    public String arrow() {
      return "User->>Connection: " + text();
    }
  }

  /**
   * Something happens while the next callback runs: the user gives a command, or a fact occurs, or
   * time passes because the callback is slow. Several of them may wait for the same callback; they
   * keep their order.
   *
   * @param inside a command, a fact, the firing of a timer, time, or death
   */
  record InCallback(Stimulus inside) implements Stimulus {
    /** Rejects a stimulus that is itself about a callback. */
    public InCallback {
      if (StimulusRules.isAboutCallbacks(inside)) {
        throw new IllegalArgumentException(inside.text() + " waits for a callback of its own");
      }
    }

    /** The user gives a command inside the next callback. */
    public InCallback(Event command) {
      this(new Command(command));
    }

    @Override
    public String text() {
      return StimulusText.IN_CALLBACK + " " + inside.text();
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.inCallback(inside);
    }

    @Override
    public String arrow() {
      return "";
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.of(this);
    }
  }

  /** The listener throws an exception in the next callback. */
  record ThrowInCallback() implements Stimulus {
    @Override
    public String text() {
      return StimulusText.THROW_IN_CALLBACK;
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.throwInCallback();
    }

    @Override
    public String arrow() {
      return "";
    }
  }

  /**
   * A session reports a fact.
   *
   * <p>An event that only a timer can cause, as {@link Event#RECONNECT_WINDOW_USED_UP}, is the same
   * as {@link Fire}.
   *
   * @param event a fact
   * @param age 0 for the session that was opened last, n for the one opened n sessions before it
   */
  record Fact(Event event, int age) implements Stimulus {
    /** Rejects a command and a negative {@code age}. */
    public Fact {
      if (event.isCommand()) {
        throw new IllegalArgumentException(event.action() + " is a command, not a fact");
      }
      StimulusRules.requireAge(age);
    }

    @Override
    public String text() {
      return StimulusText.aged(age, event.action());
    }

    @Override
    public void apply(StimulusHandler handler) {
      Optional<Timer> timer = Timer.onlyTeller(event);
      if (timer.isPresent()) {
        handler.fire(timer.get(), age);
      } else {
        handler.fact(event, age);
      }
    }

    @Override
    public String arrow() {
      String whose = age == 0 ? "" : " (of " + age + " before)";
      return "World->>Connection: " + event.action() + whose;
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.newer(age, newer -> new Fact(event, newer));
    }

    @Override
    public Optional<Stimulus> withAge(int other) {
      return Optional.of(new Fact(event, other));
    }
  }

  /**
   * A timer fires: virtual time advances to its deadline. A timer that was cancelled or has fired
   * already fires late, without an advance of time.
   *
   * @param timer the timer
   * @param age 0 for its latest arming, n for the n-th one before it
   */
  record Fire(Timer timer, int age) implements Stimulus {
    /** Rejects a negative {@code age}. */
    public Fire {
      StimulusRules.requireAge(age);
    }

    @Override
    public String text() {
      return StimulusText.aged(age, timer.value());
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.fire(timer, age);
    }

    @Override
    public String arrow() {
      return "World->>Connection: " + text() + " fires";
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.newer(age, newer -> new Fire(timer, newer));
    }

    @Override
    public Optional<Stimulus> withAge(int other) {
      return Optional.of(new Fire(timer, other));
    }
  }

  /**
   * An attempt to reconnect ends, in any session.
   *
   * @param succeeded whether it got the client into the room
   * @param age 0 for the attempt that began last, n for the n-th one before it
   */
  record AttemptEnds(boolean succeeded, int age) implements Stimulus {
    /** Rejects a negative {@code age}. */
    public AttemptEnds {
      StimulusRules.requireAge(age);
    }

    @Override
    public String text() {
      return StimulusText.aged(
          age, succeeded ? StimulusText.ATTEMPT_SUCCEEDS : StimulusText.ATTEMPT_FAILS);
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.attemptEnds(succeeded, age);
    }

    @Override
    public String arrow() {
      return "World->>Connection: " + text();
    }

    @Override
    public Optional<Stimulus> withAge(int other) {
      return Optional.of(new AttemptEnds(succeeded, other));
    }
  }

  /**
   * Virtual time advances.
   *
   * @param by zero or more, in whole milliseconds
   */
  record Advance(Duration by) implements Stimulus {
    /** Rejects a negative duration and one finer than a millisecond. */
    public Advance {
      StimulusRules.requireTime(by);
    }

    @Override
    public String text() {
      return StimulusText.ADVANCE + " " + StimulusText.duration(by);
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.advance(by);
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.shorter(by, Advance::new);
    }
  }

  /**
   * The process sleeps: time passes, and no timer fires. Timers that fell due meanwhile fire late,
   * when time advances again; other stimuli may occur before.
   *
   * @param time zero or more, in whole milliseconds
   */
  record Sleep(Duration time) implements Stimulus {
    /** Rejects a negative duration and one finer than a millisecond. */
    public Sleep {
      StimulusRules.requireTime(time);
    }

    @Override
    public String text() {
      return StimulusText.SLEEP + " " + StimulusText.duration(time);
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.sleep(time);
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.of(this);
    }
  }

  /**
   * The process dies, and some time later another one continues from the latest stored snapshot.
   * Pending callbacks, timers and calls end with the first process; what it did not store is lost.
   *
   * @param moments the number of moments until the death: there is one before and one after each
   *     call of the store, of the transport and of a listener; 0 for now
   * @param away the time without a process; zero or more, in whole milliseconds
   * @param known how exactly the next process knows the time
   * @param wayBack whether the transport of the next process can resume a session
   */
  record Die(int moments, Duration away, KnownTime known, boolean wayBack) implements Stimulus {
    /** Rejects a negative number, a negative duration and one finer than a millisecond. */
    public Die {
      StimulusRules.requireTime(away);
      if (moments < 0) {
        throw new IllegalArgumentException("moments must be 0 or more, got " + moments);
      }
    }

    /** A death now; the next process knows the time, and can resume a session. */
    public Die(Duration away) {
      this(0, away, KnownTime.EXACTLY, true);
    }

    @Override
    public String text() {
      return StimulusText.death(this);
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.die(this);
    }

    @Override
    public List<Stimulus> simpler() {
      return SimplerStimuli.of(this);
    }
  }

  /**
   * The next call of a kind blocks until an {@link Unblock}. Further stimuli are applied on another
   * thread. For timed runs.
   *
   * @param call the kind of call
   */
  record Block(BlockingCall call) implements Stimulus {
    @Override
    public String text() {
      return StimulusText.BLOCK + " " + call.word();
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.block(call);
    }
  }

  /**
   * The blocked call of a kind returns.
   *
   * @param call the kind of call
   */
  record Unblock(BlockingCall call) implements Stimulus {
    @Override
    public String text() {
      return StimulusText.UNBLOCK + " " + call.word();
    }

    @Override
    public void apply(StimulusHandler handler) {
      handler.unblock(call);
    }
  }

  /** Whether sessions report an event: the session's facts or one of its attempts has it. */
  static boolean isStated(Event fact) {
    return !fact.isCommand() && Timer.onlyTeller(fact).isEmpty();
  }

  /**
   * The stimulus of an event now, in the current session.
   *
   * @param event a command or a fact
   */
  static Stimulus of(Event event) {
    return event.isCommand() ? new Command(event) : new Fact(event, 0);
  }
}
