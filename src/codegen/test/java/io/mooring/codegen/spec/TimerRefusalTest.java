package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Timers and bounds: what is read, and what is refused with its place and the cure. */
class TimerRefusalTest {

  private static final Path FOLDER = Path.of("test/resources/specs");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path parent;

  private Model build(String file, String piece, String replacement) throws Exception {
    // A folder of its own: modules are looked for in the one above it as well.
    Path folder = Files.createDirectories(parent.resolve("spec"));
    for (String name :
        new String[] {"CircuitBreaker.tla", "CircuitBreaker.cfg", "BreakerTiming.tla"}) {
      String text = Files.readString(FOLDER.resolve(name));
      if (name.equals(file)) {
        assertThat(text).contains(piece);
        text = text.replace(piece, replacement);
      }
      Files.writeString(folder.resolve(name), text);
    }
    return ModelBuilder.build(
        Tlc.bundled(),
        folder.resolve("CircuitBreaker.tla"),
        folder.resolve("CircuitBreaker.cfg"),
        Optional.of(folder.resolve("BreakerTiming.tla")));
  }

  @Test
  void timersAndTheirBoundsAreRead() throws Exception {
    Model model = build("", "", "");

    assertThat(model.timers())
        .containsExactly(new Timer("REST", "START_REST", "STOP_REST", "REST_OVER", false));
    Timing timing = Objects.requireNonNull(model.timing());
    assertThat(timing.bounds()).containsExactly(new Timing.TimerBounds("REST", 5, 60));
    assertThat(timing.durations())
        .extracting(Timing.NamedDuration::name, Timing.NamedDuration::seconds)
        .containsExactly(tuple("REST_AT_LEAST", 5), tuple("REST_AT_MOST", 60));
    assertThat(timing.durations().get(0).line()).hasToString("BreakerTiming.tla:6");
  }

  static Stream<Arguments> whatIsWrongWithTheTimers() {
    String breaker = "CircuitBreaker.tla";
    String table = "CircuitBreaker.tla:77: ";
    return Stream.of(
        Arguments.of(
            breaker,
            "arm |-> START_REST",
            "arm |-> \"startRst\"",
            table + "the timer \"rest\" is armed by \"startRst\", which is no element of Effect"),
        Arguments.of(
            breaker,
            "cancel |-> STOP_REST",
            "cancel |-> 3",
            table + "the timer \"rest\" is cancelled by 3, which is no element of Effect"),
        Arguments.of(
            breaker,
            "cancel |-> STOP_REST",
            "cancel |-> START_REST",
            table
                + "by \"startRest\" \"rest\" is armed, and \"rest\" is cancelled as well;"
                + " give each its own effect"),
        Arguments.of(
            breaker,
            "fact |-> \"RestOver\"",
            "fact |-> \"RestIsOver\"",
            table + "the timer \"rest\" tells \"RestIsOver\", which is no fact without parameters"),
        Arguments.of(
            breaker,
            "fact |-> \"RestOver\"",
            "fact |-> \"Mend\"",
            table + "the timer \"rest\" tells \"Mend\", which is no fact"),
        Arguments.of(
            breaker,
            "fact |-> \"RestOver\"",
            "fact |-> \"Done\"",
            table + "the timer \"rest\" tells \"Done\", which is no fact without parameters"),
        Arguments.of(
            breaker,
            ", fact |-> \"RestOver\"]",
            "]",
            table + "TimerTable must be a set of records [timer |-> ..., arm |-> "),
        Arguments.of(
            breaker,
            "Timer == {REST}",
            "Timer == {REST, \"nap\"}",
            table + "TimerTable has no row for the timer \"nap\"; it must have one"),
        Arguments.of(
            breaker,
            "[timer |-> REST,",
            "[timer |-> \"nap\",",
            table + "TimerTable has no row for the timer \"rest\"; it must have one"),
        Arguments.of(
            breaker,
            "Timer == {REST}",
            "Timers == {REST}",
            "CircuitBreaker.tla: no definition Timer; a machine module must define it as"),
        Arguments.of(
            breaker,
            "Timer == {REST}",
            "Timer == {REST}\n\nAttemptFact == {\"Call\"}",
            "CircuitBreaker.tla:77: AttemptFact has the element \"Call\", which is no fact"),
        Arguments.of(
            breaker,
            "Timer == {REST}",
            "Timer == {REST}\n\nTimerFact == {\"Mend\"}",
            "CircuitBreaker.tla:77: TimerFact has the element \"Mend\", which no timer tells"),
        Arguments.of(
            breaker,
            "Timer == {REST}",
            "Timer == {REST}\n\nTimerFact == \"RestOver\"",
            "CircuitBreaker.tla:77: TimerFact must be a set of facts"));
  }

  static Stream<Arguments> whatIsWrongWithTheDurations() {
    String timing = "BreakerTiming.tla";
    String bounds = "BreakerTiming.tla:15: ";
    return Stream.of(
        Arguments.of(
            timing,
            "atLeast |-> REST_AT_LEAST",
            "atLeast |-> 0",
            bounds + "atLeast of the timer \"rest\" is 0; it must be a positive number of seconds"),
        Arguments.of(
            timing,
            "atMost |-> REST_AT_MOST",
            "atMost |-> \"long\"",
            bounds + "atMost of the timer \"rest\" is \"long\"; it must be a positive number"),
        Arguments.of(
            timing,
            "atLeast |-> REST_AT_LEAST",
            "atLeast |-> 61",
            bounds + "the timer \"rest\" runs at least 61 s and at most 60 s"),
        Arguments.of(
            timing,
            "timer |-> \"rest\"",
            "timer |-> \"nap\"",
            bounds + "TimerBounds has a row for \"nap\", which is no element of Timer"),
        Arguments.of(
            timing,
            "TimerBounds ==",
            "Bounds ==",
            "BreakerTiming.tla: no definition TimerBounds; it must be a set with a record"),
        Arguments.of(
            timing,
            "REST_AT_LEAST == 5",
            "EARLY == -5\n\nREST_AT_LEAST == 5",
            "BreakerTiming.tla:6: EARLY is -5 s; a duration is not negative"),
        Arguments.of(
            timing,
            "ASSUME REST_AT_LEAST <= REST_AT_MOST",
            "ASSUME REST_AT_LEAST > REST_AT_MOST",
            "BreakerTiming.tla:17: this assumption is false"),
        Arguments.of(
            timing,
            "REST_AT_LEAST == 5",
            "VARIABLE clock\n\nREST_AT_LEAST == 5",
            "BreakerTiming.tla:6: a timing module declares no variables and no constants"));
  }

  @ParameterizedTest
  @MethodSource({"whatIsWrongWithTheTimers", "whatIsWrongWithTheDurations"})
  void isRefusedWithItsPlaceAndTheCure(
      String file, String piece, String replacement, String message) throws Exception {
    String refusal = "accepted";
    try {
      build(file, piece, replacement);
    } catch (ModelException | TlcException refused) {
      refusal = String.valueOf(refused.getMessage());
    }
    assertThat(refusal).contains(message).doesNotContain("\n");
  }
}
