package io.mooring.room.harness.model;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.InputText;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The text format of event lists: one stimulus per line; {@code #} begins a comment, blank lines
 * are ignored.
 *
 * <pre>
 * JoinChannel               a command; the words are the specification's actions
 * MediaLost                 a fact about the current session
 * stale 1 Joined            a fact about the session before the current one
 * in-callback LeaveChannel  a command inside the next callback
 * in-callback advance 5s    the same for anything else that happens while the callback runs
 * throw-in-callback         the listener throws in the next callback
 * joinTimeout               a timer fires, in time or though it was cancelled
 * stale 1 reconnectWindow   the same for its arming before the latest one
 * attemptFails              the latest attempt to reconnect fails
 * stale 1 attemptSucceeds   the attempt before it succeeds
 * advance 29s               virtual time advances; ms or s
 * sleep 60s                 the process sleeps: its timers fire late
 * die away 40s              the process dies; 40 s later another one continues from what was stored
 * die in 3 away 40s         the same three moments later: before or after a call of the store, of the
 *                           transport or of a listener
 * die away 40s known unknown no-way-back
 *                           the next process does not know how long (or: exactly, between,
 *                           at-most), and its transport cannot resume a session
 * block transport           the next call of the transport blocks; or: block callback
 * unblock transport         it returns
 * </pre>
 *
 * <p>{@link #parse} and {@link #write} are inverse to each other except for comments and white
 * space.
 */
public final class StimulusText {
  private static final StimulusInputs INPUTS = StimulusInputs.lives();

  static final String STALE = "stale";
  static final String ADVANCE = "advance";
  static final String IN_CALLBACK = "in-callback";
  static final String THROW_IN_CALLBACK = "throw-in-callback";
  static final String SLEEP = "sleep";
  static final String DIE = "die";
  static final String IN = "in";
  static final String AWAY = "away";
  static final String KNOWN = "known";
  static final String NO_WAY_BACK = "no-way-back";
  static final String BLOCK = "block";
  static final String UNBLOCK = "unblock";
  static final String ATTEMPT_SUCCEEDS = "attemptSucceeds";
  static final String ATTEMPT_FAILS = "attemptFails";

  private static final Map<String, Event> EVENTS = new HashMap<>();

  static {
    for (Event event : Event.values()) {
      EVENTS.put(event.action(), event);
    }
  }

  private static final Map<String, Timer> TIMERS = new HashMap<>();

  static {
    for (Timer timer : Timer.values()) {
      TIMERS.put(timer.value(), timer);
    }
  }

  private StimulusText() {}

  /** The list as text: one line for each stimulus, each ended by a line feed. */
  public static String write(List<Stimulus> stimuli) {
    return InputText.write(stimuli, INPUTS);
  }

  /**
   * The list in a file.
   *
   * @throws InputFormatException if the file cannot be read or a line cannot be parsed
   */
  public static List<Stimulus> read(Path file) throws InputFormatException {
    return InputText.read(file, INPUTS);
  }

  /**
   * The list of a text.
   *
   * @param name the name of the text in errors: usually a file name
   * @throws InputFormatException if a line cannot be parsed; the message names the line, the value
   *     and the permitted words
   */
  public static List<Stimulus> parse(String name, String text) throws InputFormatException {
    return InputText.parse(name, text, INPUTS);
  }

  /** The stimulus of one line, without its comment. */
  static Stimulus stimulus(String line) throws InputFormatException {
    return new Line(List.of(line.split("\\s+"))).stimulus();
  }

  /** A word, of something current or of something older. */
  static String aged(int age, String word) {
    return age == 0 ? word : STALE + " " + age + " " + word;
  }

  /** The line for a death. */
  static String death(Stimulus.Die death) {
    return DIE
        + (death.moments() == 0 ? "" : " " + IN + " " + death.moments())
        + " "
        + AWAY
        + " "
        + duration(death.away())
        + (death.known() == KnownTime.EXACTLY ? "" : " " + KNOWN + " " + death.known().word())
        + (death.wayBack() ? "" : " " + NO_WAY_BACK);
  }

  /** A duration in seconds, or in milliseconds if it is not a whole number of seconds. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private record Line(List<String> words) {

    Stimulus stimulus() throws InputFormatException {
      return switch (words.get(0)) {
        case STALE -> stale();
        case ADVANCE -> {
          requireWords(2, ADVANCE + " <duration>");
          yield new Stimulus.Advance(time(words.get(1)));
        }
        case IN_CALLBACK -> inCallback();
        case SLEEP -> {
          requireWords(2, SLEEP + " <duration>");
          yield new Stimulus.Sleep(time(words.get(1)));
        }
        case DIE -> death();
        case BLOCK -> new Stimulus.Block(call());
        case UNBLOCK -> new Stimulus.Unblock(call());
        case THROW_IN_CALLBACK -> {
          requireWords(1, THROW_IN_CALLBACK);
          yield new Stimulus.ThrowInCallback();
        }
        case ATTEMPT_SUCCEEDS, ATTEMPT_FAILS -> {
          requireWords(1, words.get(0));
          yield attemptEnds(words.get(0), 0);
        }
        default -> {
          Timer timer = TIMERS.get(words.get(0));
          if (timer != null) {
            requireWords(1, timer.value());
            yield new Stimulus.Fire(timer, 0);
          }
          Event event = EVENTS.get(words.get(0));
          if (event == null) {
            throw InputText.unknown(words.get(0), "is no stimulus", allWords());
          }
          requireWords(1, event.action());
          yield Stimulus.of(event);
        }
      };
    }

    private static Stimulus attemptEnds(String word, int ago) {
      return new Stimulus.AttemptEnds(word.equals(ATTEMPT_SUCCEEDS), ago);
    }

    private Stimulus inCallback() throws InputFormatException {
      if (words.size() > 1) {
        Stimulus inside = new Line(words.subList(1, words.size())).stimulus();
        if (!StimulusRules.isAboutCallbacks(inside)) {
          return new Stimulus.InCallback(inside);
        }
      }
      throw form(
          IN_CALLBACK
              + " <command, fact, timer, end of an attempt, "
              + String.join(", ", ADVANCE, SLEEP)
              + " or "
              + DIE
              + ">");
    }

    private Stimulus death() throws InputFormatException {
      Deque<String> rest = new ArrayDeque<>(words.subList(1, words.size()));
      int moments = 0;
      if (IN.equals(rest.peek()) && rest.size() > 1) {
        rest.remove();
        moments = number(rest.remove(), "moments");
      }
      if (!AWAY.equals(rest.poll()) || rest.isEmpty()) {
        throw deathForm();
      }
      Duration away = time(rest.remove());
      KnownTime known = KnownTime.EXACTLY;
      if (KNOWN.equals(rest.peek()) && rest.size() > 1) {
        rest.remove();
        known = one(rest.remove(), KnownTime.values(), KnownTime::word);
      }
      boolean wayBack = !NO_WAY_BACK.equals(rest.peek());
      if (!wayBack) {
        rest.remove();
      }
      if (!rest.isEmpty()) {
        throw deathForm();
      }
      return new Stimulus.Die(moments, away, known, wayBack);
    }

    private InputFormatException deathForm() {
      return form(
          DIE
              + " ["
              + IN
              + " <moments>] "
              + AWAY
              + " <duration> ["
              + KNOWN
              + " <what>] ["
              + NO_WAY_BACK
              + "]");
    }

    private BlockingCall call() throws InputFormatException {
      requireWords(2, words.get(0) + " <callback or transport>");
      return one(words.get(1), BlockingCall.values(), BlockingCall::word);
    }

    private <T> T one(String word, T[] allowed, Function<T, String> text)
        throws InputFormatException {
      for (T each : allowed) {
        if (text.apply(each).equals(word)) {
          return each;
        }
      }
      throw InputText.unknown(word, "is not known here", Arrays.stream(allowed).map(text).toList());
    }

    private Stimulus stale() throws InputFormatException {
      requireWords(3, STALE + " <how many sessions, runs or attempts ago> <fact, timer or end>");
      int ago = number(words.get(1), "sessions");
      if (words.get(2).equals(ATTEMPT_SUCCEEDS) || words.get(2).equals(ATTEMPT_FAILS)) {
        return attemptEnds(words.get(2), ago);
      }
      Timer timer = TIMERS.get(words.get(2));
      if (timer != null) {
        return new Stimulus.Fire(timer, ago);
      }
      return new Stimulus.Fact(event(words.get(2), "a fact", event -> !event.isCommand()), ago);
    }

    private int number(String word, String ofWhat) throws InputFormatException {
      int number;
      try {
        number = Integer.parseInt(word);
      } catch (NumberFormatException notANumber) {
        number = 0;
      }
      if (number < 1) {
        throw new InputFormatException(
            "\"" + word + "\" is no number of " + ofWhat + "; allowed: 1, 2, 3, ...");
      }
      return number;
    }

    private Duration time(String word) throws InputFormatException {
      try {
        if (word.endsWith("ms")) {
          return Duration.ofMillis(positive(word, 2));
        }
        if (word.endsWith("s")) {
          return Duration.ofSeconds(positive(word, 1));
        }
      } catch (NumberFormatException | ArithmeticException notANumber) {
        // falls through to the one message for every wrong duration
      }
      throw new InputFormatException(
          "\""
              + word
              + "\" is no duration; allowed: a whole number with ms or s, such as 250ms or 29s");
    }

    private static long positive(String word, int unit) {
      String digits = word.substring(0, word.length() - unit);
      long number = Long.parseLong(digits);
      // A day is far beyond every deadline; more would let virtual time overflow.
      if (!Character.isDigit(digits.charAt(0)) || number > 86_400_000L) {
        throw new NumberFormatException(word);
      }
      return number;
    }

    private Event event(String word, String kind, Predicate<Event> allowed)
        throws InputFormatException {
      Event event = EVENTS.get(word);
      if (event == null || !allowed.test(event)) {
        throw InputText.unknown(
            word,
            "is not " + kind,
            Arrays.stream(Event.values()).filter(allowed).map(Event::action).toList());
      }
      return event;
    }

    private void requireWords(int count, String form) throws InputFormatException {
      if (words.size() != count) {
        throw form(form);
      }
    }

    private InputFormatException form(String form) {
      return new InputFormatException(
          "\"" + String.join(" ", words) + "\" does not have the form \"" + form + "\"");
    }
  }

  private static List<String> allWords() {
    return Stream.concat(
            Arrays.stream(Event.values()).map(Event::action),
            Stream.concat(
                Arrays.stream(Timer.values()).map(Timer::value),
                Stream.of(
                    ATTEMPT_SUCCEEDS,
                    ATTEMPT_FAILS,
                    STALE,
                    ADVANCE,
                    IN_CALLBACK,
                    THROW_IN_CALLBACK,
                    SLEEP,
                    DIE,
                    BLOCK,
                    UNBLOCK)))
        .toList();
  }
}
