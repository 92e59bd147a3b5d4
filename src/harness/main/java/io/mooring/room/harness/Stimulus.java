package io.mooring.room.harness;

import io.mooring.room.TimeAway;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.List;

/**
 * One thing that a test does to a room connection: a value, so that a list of them can be
 * generated, shrunk, written to a file and played again.
 *
 * <p>Any stimulus may come at any moment. What cannot be done at that moment (a fact before the
 * first session was opened, for example) does nothing; a {@link ConnectionHarness} counts it as
 * without effect.
 */
public sealed interface Stimulus {

  /** The line that stands for this stimulus in the text format of {@link StimulusText}. */
  String text();

  /**
   * The stimulus in a Mermaid sequence diagram; empty for one that is shown when the callback runs.
   */
  default String arrow() {
    return "Note over User,World: " + text();
  }

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

    @Override
    public String arrow() {
      return "User->>Connection: " + text();
    }
  }

  /**
   * Something happens while the next callback runs: the user gives a command, or the world acts, or
   * time passes because the callback is slow. Several of them wait for the same callback and come
   * in their order.
   *
   * @param inside a command, a fact, the firing of a timer, time, or death
   */
  record InCallback(Stimulus inside) implements Stimulus {
    /** Refuses what is itself about a callback. */
    public InCallback {
      if (isAboutCallbacks(inside)) {
        throw new IllegalArgumentException(inside.text() + " waits for a callback of its own");
      }
    }

    /** The user gives a command from inside the next callback. */
    public InCallback(Event command) {
      this(new Command(command));
    }

    @Override
    public String text() {
      return StimulusText.IN_CALLBACK + " " + inside.text();
    }

    @Override
    public String arrow() {
      return "";
    }
  }

  /** The listener throws out of the next callback. */
  record ThrowInCallback() implements Stimulus {
    @Override
    public String text() {
      return StimulusText.THROW_IN_CALLBACK;
    }

    @Override
    public String arrow() {
      return "";
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
      return ago == 0 ? event.action() : StimulusText.STALE + " " + ago + " " + event.action();
    }

    @Override
    public String arrow() {
      String whose = ago == 0 ? "" : " (of " + ago + " before)";
      return "World->>Connection: " + event.action() + whose;
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
      return ago == 0 ? timer.value() : StimulusText.STALE + " " + ago + " " + timer.value();
    }

    @Override
    public String arrow() {
      return "World->>Connection: " + text() + " runs out";
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
      String end = succeeded ? StimulusText.ATTEMPT_SUCCEEDS : StimulusText.ATTEMPT_FAILS;
      return ago == 0 ? end : StimulusText.STALE + " " + ago + " " + end;
    }

    @Override
    public String arrow() {
      return "World->>Connection: " + text();
    }
  }

  /** Whether sessions report an event: the session's facts or one of its attempts has it. */
  static boolean isStated(Event fact) {
    return !fact.isCommand() && Timer.onlyTeller(fact).isEmpty();
  }

  /**
   * Virtual time moves on.
   *
   * @param by how far; zero or more, in whole milliseconds
   */
  record Advance(Duration by) implements Stimulus {
    /** Refuses a negative duration and one finer than a millisecond. */
    public Advance {
      requireTime(by);
    }

    @Override
    public String text() {
      return StimulusText.ADVANCE + " " + StimulusText.duration(by);
    }
  }

  /**
   * The process sleeps: time passes, and no timer runs. What has fallen due meanwhile runs late,
   * once time moves on; something else may come before.
   *
   * @param time how long; zero or more, in whole milliseconds
   */
  record Sleep(Duration time) implements Stimulus {
    /** Refuses a negative duration and one finer than a millisecond. */
    public Sleep {
      requireTime(time);
    }

    @Override
    public String text() {
      return StimulusText.SLEEP + " " + StimulusText.duration(time);
    }
  }

  /**
   * The process dies, and some time later another one goes on from what was stored last. What
   * waits, runs or is being called ends with the first; what it did not store never was.
   *
   * @param moments how many moments later it dies: there is one before and one after each call of
   *     the store, of the transport and of a listener; 0 for now
   * @param away how long there is no process; zero or more, in whole milliseconds
   * @param known what the next one is told of the time
   * @param wayBack whether its transport can take a session up again
   */
  record Die(int moments, Duration away, Known known, boolean wayBack) implements Stimulus {
    /** Refuses a negative number, a negative duration and one finer than a millisecond. */
    public Die {
      requireTime(away);
      if (moments < 0) {
        throw new IllegalArgumentException("moments must be 0 or more, got " + moments);
      }
    }

    /** A death now; the next process knows the time, and has a way back. */
    public Die(Duration away) {
      this(0, away, Known.EXACTLY, true);
    }

    @Override
    public String text() {
      return StimulusText.DIE
          + (moments == 0 ? "" : " " + StimulusText.IN + " " + moments)
          + " "
          + StimulusText.AWAY
          + " "
          + StimulusText.duration(away)
          + (known == Known.EXACTLY ? "" : " " + StimulusText.KNOWN + " " + known.word())
          + (wayBack ? "" : " " + StimulusText.NO_WAY_BACK);
    }
  }

  /** What a process is told of how long ago something was; the truth is always in it. */
  enum Known {
    /** The time. */
    EXACTLY("exactly"),
    /** From half of it to once and a half of it. */
    BETWEEN("between"),
    /** That it is once and a half of it at most. */
    AT_MOST("at-most"),
    /** Nothing. */
    UNKNOWN("unknown");

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final String word;

    Known(String word) {
      this.word = word;
    }

    /** How the text format calls it. */
    public String word() {
      return word;
    }

    /**
     * What is said of a time.
     *
     * @param unit what is said is said in multiples of it
     */
    TimeAway of(Duration time, Duration unit) {
      return switch (this) {
        case EXACTLY -> TimeAway.exactly(time);
        case BETWEEN -> TimeAway.between(half(time, unit), longest(time, unit));
        case AT_MOST -> TimeAway.atMost(longest(time, unit));
        case UNKNOWN -> TimeAway.unknown();
      };
    }

    /** The longest that is possible after that: for ever, if nothing is said. */
    Duration longest(Duration time, Duration unit) {
      return switch (this) {
        case EXACTLY -> time;
        case BETWEEN, AT_MOST -> time.plus(half(time, unit));
        case UNKNOWN -> FOR_EVER;
      };
    }

    private static Duration half(Duration time, Duration unit) {
      return unit.multipliedBy(time.dividedBy(unit) / 2);
    }
  }

  /**
   * The next call of a place does not return until a {@link Return} says so; then it may.
   * Everything after it happens on another thread. For runs in time.
   *
   * @param place who is called
   */
  record Stick(Place place) implements Stimulus {
    @Override
    public String text() {
      return StimulusText.STICK + " " + place.word();
    }
  }

  /**
   * The call of a place that is stuck returns.
   *
   * @param place who was called
   */
  record Return(Place place) implements Stimulus {
    @Override
    public String text() {
      return StimulusText.RETURN + " " + place.word();
    }
  }

  /** Who may not return from a call. */
  enum Place {
    /** A listener. */
    CALLBACK("callback"),
    /** The transport, whatever it is asked for in a session. */
    TRANSPORT("transport");

    private final String word;

    Place(String word) {
      this.word = word;
    }

    /** How the text format calls it. */
    public String word() {
      return word;
    }
  }

  /** Whether something waits for a callback, or is about one that does not return. */
  static boolean isAboutCallbacks(Stimulus stimulus) {
    return stimulus instanceof InCallback
        || stimulus instanceof ThrowInCallback
        || stimulus instanceof Stick
        || stimulus instanceof Return;
  }

  /** Whether a process of a list dies: then its connections have a store. */
  static boolean isMortal(List<Stimulus> stimuli) {
    for (int i = 0; i < stimuli.size(); i++) {
      if (without(stimuli.get(i)) instanceof Die) {
        return true;
      }
    }
    return false;
  }

  /** Whether a process of a list sleeps. */
  static boolean sleeps(List<Stimulus> stimuli) {
    return stimuli.stream().anyMatch(stimulus -> without(stimulus) instanceof Sleep);
  }

  private static Stimulus without(Stimulus stimulus) {
    return stimulus instanceof InCallback waiting ? waiting.inside() : stimulus;
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

  private static void requireTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time moves forward only, got " + time);
    }
    if (!time.equals(Duration.ofMillis(time.toMillis()))) {
      throw new IllegalArgumentException("whole milliseconds only, got " + time);
    }
  }

  private static void requireAgo(int ago) {
    if (ago < 0) {
      throw new IllegalArgumentException("ago must be 0 or more, got " + ago);
    }
  }
}
