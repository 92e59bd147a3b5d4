package io.mooring.mbt.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.Machines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rule of the circuit breaker's traces that the machine does not have: how long it rests. */
final class TraceRulesTest {
  static final Machine BREAKER = Machines.CIRCUIT_BREAKER.machine();
  private static final String OPENED =
      "{\"time\":0,\"mode\":\"OPEN\",\"cause\":\"BY_HAND\",\"urgent\":true}\n";

  /** It is open for one second at least, and for two at most. */
  static final class Resting implements TraceRules {
    @Override
    public boolean eventsMayBeUnseen() {
      return false;
    }

    @Override
    public List<TimeBound> bounds() {
      return List.of(
          new TimeBound(
              "OPEN",
              locations("OPEN"),
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              OptionalInt.of(event("RestOver")),
              /* sinceLoss= */ true,
              "NotTooLateInv",
              "NotTooEarlyProp"));
    }
  }

  private static Set<Integer> locations(String prefix) {
    return IntStream.range(0, BREAKER.locations().size())
        .filter(each -> BREAKER.locations().get(each).name().startsWith(prefix))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static int event(String text) {
    return BREAKER.events().stream().map(MachineEvent::text).toList().indexOf(text);
  }

  private static ValidationReport validate(String trace) throws IOException {
    TraceSource source =
        new TraceSource(
            "t", () -> new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)));
    ValidationReport report =
        TraceValidator.of(BREAKER, new Resting())
            .validateAll(
                List.of(source),
                new TraceValidator.Options(Duration.ZERO, false, false, read -> {}, () -> false));
    assertThat(report.faults()).isEmpty();
    return report;
  }

  private static String rested(long millis) {
    return "{\"time\":"
        + millis
        + ",\"mode\":\"HALF_OPEN\",\"cause\":\"RESTED\",\"urgent\":false}\n";
  }

  @Test
  void anEndWithinItsBoundsIsAccepted() throws IOException {
    assertThat(validate(OPENED + rested(1_000)).rejections()).isEmpty();
    assertThat(validate(OPENED + rested(2_000)).rejections()).isEmpty();
  }

  @Test
  void anEndThatIsTooEarlyOrTooLateNamesItsProperty() throws IOException {
    RejectedEntry early = validate(OPENED + rested(999)).rejections().get(0);
    assertThat(early.message())
        .startsWith("(HALF_OPEN, RESTED, FALSE) comes after 0.999 s of OPEN, but ")
        .endsWith("1.000 s at least, by NotTooEarlyProp");
    assertThat(early.allowed()).isNotEmpty().doesNotContain("(HALF_OPEN, RESTED, FALSE)");
    assertThat(early.cures()).containsExactly("--tolerance 1s");
    RejectedEntry late = validate(OPENED + rested(2_001)).rejections().get(0);
    assertThat(late.line()).isEqualTo(2);
    assertThat(late.message()).startsWith("OPEN has lasted for 2.001 s").endsWith("NotTooLateInv");
  }

  @Test
  void whatIsOverdueAtTheEndIsRejectedWhereItBegan() throws IOException {
    RejectedEntry overdue =
        validate(OPENED + OPENED.replace("0,", "9000,\"session\":\"b\",")).rejections().get(0);
    assertThat(overdue.line()).isEqualTo(1);
    assertThat(overdue.message()).endsWith("NotTooLateInv; the trace goes on without one");
  }

  @Test
  void whatAnotherProcessContinuesIsMeasuredFromTheLoss() throws IOException {
    String open = BREAKER.locations().get(locations("OPEN").iterator().next()).name();
    String restored =
        "{\"time\":0,\"restored\":\""
            + open
            + "\",\"lostAtLeast\":900000000,\"lostAtMost\":900000000}\n";

    assertThat(validate(restored + rested(100)).rejections()).isEmpty();
    assertThat(validate(restored + rested(99)).rejections()).hasSize(1);
    assertThat(validate(restored + rested(1_101)).rejections()).hasSize(1);
    String again = OPENED.replace("}", ",\"repeated\":true}");
    assertThat(validate(restored + again + rested(100)).rejections()).isEmpty();
    assertThat(validate(restored + again.replace("OPEN", "CLOSED") + rested(100)).rejections())
        .singleElement()
        .extracting(RejectedEntry::message)
        .isEqualTo("a change to mode 10 is told again, but it did not lead there");
    assertThat(validate(OPENED + again).rejections()).hasSize(1);
  }

  @Test
  void anEventThatMustBeSeenIsNotAssumed() throws IOException {
    String opened = "{\"mode\":\"OPEN\",\"cause\":\"TOO_MANY_FAILURES\",\"urgent\":true}\n";
    String failed = "{\"event\":\"Done(well = FALSE, late = FALSE)\"}\n";

    assertThat(validate(opened).rejections()).hasSize(1);
    assertThat(validate(failed + failed + opened).rejections()).isEmpty();
  }
}
