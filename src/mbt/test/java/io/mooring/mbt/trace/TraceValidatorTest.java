package io.mooring.mbt.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.Outputs;
import io.mooring.mbt.machine.Paths;
import io.mooring.mbt.machine.StepText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Traces of the circuit breaker: what is explained, what is not, and what cannot be read. */
final class TraceValidatorTest {
  private static final Machine BREAKER = Machines.CIRCUIT_BREAKER.machine();
  private static final TraceValidator VALIDATOR = TraceValidator.of(BREAKER);

  private static ValidationReport validate(TraceValidator validator, String name, String text)
      throws IOException {
    return validator.validateAll(
        List.of(
            new TraceSource(
                name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))),
        TraceValidator.Options.DEFAULT);
  }

  private static ValidationReport validate(List<String> lines) throws IOException {
    return validate(VALIDATOR, "trace.ndjson", String.join("\n", lines) + "\n");
  }

  private static String told(Map<String, Constant> notification) {
    return notification.entrySet().stream()
        .map(each -> "\"" + each.getKey() + "\":" + json(each.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Constant constant) {
    String value = constant.value().toString();
    return value.equals("TRUE") || value.equals("FALSE")
        ? value.toLowerCase(Locale.ROOT)
        : "\"" + constant.name() + "\"";
  }

  private static String recorded(MachineStep step) {
    Outputs outputs = step.outputs();
    return "{\"from\":\""
        + BREAKER.locations().get(step.from())
        + "\",\"event\":\""
        + BREAKER.events().get(step.event()).text()
        + "\",\"to\":\""
        + BREAKER.locations().get(step.to())
        + "\",\"outcome\":\""
        + outputs.outcome()
        + "\",\"code\":\""
        + outputs.code().orElseThrow()
        + "\",\"notifications\":"
        + outputs.notifications().stream()
            .map(TraceValidatorTest::told)
            .collect(Collectors.joining(",", "[", "]"))
        + ",\"effects\":"
        + outputs.effects().stream()
            .map(effect -> "\"" + effect + "\"")
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  /** The steps of a shortest path into a location. */
  private static List<MachineStep> path(int location) {
    List<MachineStep> steps = new ArrayList<>();
    int at = BREAKER.initial().to();
    for (int event : new Paths(BREAKER).to(location).orElseThrow()) {
      MachineStep step = BREAKER.step(at, event).orElseThrow();
      steps.add(step);
      at = step.to();
    }
    return steps;
  }

  private static List<String> told(List<MachineStep> steps) {
    return steps.stream()
        .flatMap(step -> step.outputs().notifications().stream())
        .map(TraceValidatorTest::told)
        .toList();
  }

  private static Set<Map<String, Constant>> notifications() {
    Set<Map<String, Constant>> all = new LinkedHashSet<>();
    BREAKER.steps().forEach(step -> all.addAll(step.outputs().notifications()));
    return all;
  }

  /** The notifications that some event can cause from a location, after unseen events. */
  private static Set<Map<String, Constant>> possible(Set<Integer> begin) {
    Set<Integer> locations = new LinkedHashSet<>(begin);
    for (int more = -1; more != locations.size(); ) {
      more = locations.size();
      for (MachineStep step : BREAKER.steps()) {
        if (locations.contains(step.from()) && step.outputs().notifications().isEmpty()) {
          locations.add(step.to());
        }
      }
    }
    Set<Map<String, Constant>> all = new LinkedHashSet<>();
    BREAKER.steps().stream()
        .filter(step -> locations.contains(step.from()))
        .forEach(step -> all.addAll(step.outputs().notifications()));
    return all;
  }

  @Test
  void everyRightNotificationIsAcceptedAndEveryWrongOneRejectedWithWhatCouldBeNext()
      throws IOException {
    int right = 0;
    int wrong = 0;
    for (int location = 0; location < BREAKER.locations().size(); location++) {
      List<MachineStep> path = path(location);
      List<String> begin = path.stream().map(TraceValidatorTest::recorded).toList();
      Set<Map<String, Constant>> possible = possible(Set.of(location));
      for (Map<String, Constant> next : notifications()) {
        List<String> lines = new ArrayList<>(begin);
        lines.add(told(next));
        ValidationReport report = validate(lines);
        boolean first = path.isEmpty() && !possible.contains(next);
        if (possible.contains(next)) {
          right++;
          assertThat(report.rejections()).as("%s", lines).isEmpty();
        } else {
          wrong++;
          RejectedEntry rejection = report.rejections().get(0);
          assertThat(report.rejected()).isEqualTo(1);
          assertThat(rejection.line()).isEqualTo(lines.size());
          assertThat(rejection.message()).startsWith(StepText.notification(next));
          assertThat(rejection.allowed())
              .containsExactlyInAnyOrderElementsOf(
                  possible.stream().map(StepText::notification).toList());
          assertThat(first || rejection.possible().contains(name(location))).isTrue();
        }
        assertThat(report.faults()).isEmpty();
      }
    }
    assertThat(right).isGreaterThan(10);
    assertThat(wrong).isGreaterThan(10);
  }

  private static String name(int location) {
    return BREAKER.locations().get(location).name();
  }

  @Test
  void everyPathIsAcceptedByItsNotificationsAlone() throws IOException {
    for (MachineStep step : BREAKER.steps()) {
      List<MachineStep> steps = new ArrayList<>(path(step.from()));
      steps.add(step);
      List<String> lines = told(steps);
      if (!lines.isEmpty()) {
        assertThat(validate(lines).rejections()).as("%s", lines).isEmpty();
      }
    }
  }

  @Test
  void everyRowWithAnotherNotificationIsRejected() throws IOException {
    int changes = 0;
    for (MachineStep step : BREAKER.steps()) {
      List<String> begin = path(step.from()).stream().map(TraceValidatorTest::recorded).toList();
      assertThat(validate(then(begin, recorded(step))).rejections()).isEmpty();
      List<List<Map<String, Constant>>> others = new ArrayList<>();
      notifications().forEach(each -> others.add(List.of(each)));
      others.add(List.of());
      others.remove(step.outputs().notifications());
      for (List<Map<String, Constant>> other : others) {
        changes++;
        Outputs outputs = step.outputs();
        MachineStep changed =
            new MachineStep(
                step.from(),
                step.event(),
                step.to(),
                new Outputs(
                    outputs.action(), outputs.outcome(), outputs.code(), other, outputs.effects()),
                "");
        RejectedEntry rejection = validate(then(begin, recorded(changed))).rejections().get(0);
        assertThat(rejection.line()).isEqualTo(begin.size() + 1);
        assertThat(rejection.message())
            .isEqualTo(
                "is not the specification's step ("
                    + step.source()
                    + "), which is "
                    + StepText.step(BREAKER, step));
      }
    }
    assertThat(changes).isGreaterThan(100);
  }

  private static List<String> then(List<String> lines, String line) {
    List<String> longer = new ArrayList<>(lines);
    longer.add(line);
    return longer;
  }

  @Test
  void aNotificationIsKnownByNamesOrValuesAndByItsEvent() throws IOException {
    String byValue = "{\"mode\":20,\"cause\":5,\"urgent\":true,\"event\":\"Trip\"}";

    assertThat(validate(List.of(byValue)).rejections()).isEmpty();
    assertThat(validate(List.of(byValue.replace("Trip", "Mend"))).rejections().get(0).text())
        .isEqualTo(
            """
            (OPEN, BY_HAND, TRUE) is not what Mend tells
            it could be in   CLOSED_FAILURES_0, CLOSED_FAILURES_1, CLOSED_FAILURES_2""");
    assertThat(validate(List.of(byValue.replace("5", "77"))).rejections().get(0).text())
        .isEqualTo(
            """
            no step of CircuitBreaker notifies of (OPEN, 77, TRUE)
            it could be in   CLOSED_FAILURES_0, CLOSED_FAILURES_1, CLOSED_FAILURES_2
            told could be    (OPEN, TOO_MANY_FAILURES, TRUE), (OPEN, BY_HAND, TRUE)""");
  }

  @Test
  void sessionsAreCheckedApartAndMayBeginInTheMiddle() throws IOException {
    String rested =
        "{\"session\":\"b\",\"mode\":\"HALF_OPEN\",\"cause\":\"RESTED\",\"urgent\":false}";
    String opened = "{\"session\":\"a\",\"mode\":\"OPEN\",\"cause\":\"BY_HAND\",\"urgent\":true}";
    String text = opened + "\n" + rested + "\n";

    ValidationReport report = validate(VALIDATOR, "t", text);

    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejections().get(0).session()).isEqualTo("b");
    TraceValidator.Options middle =
        new TraceValidator.Options(Duration.ofSeconds(1), true, false, read -> {}, () -> false);
    TraceSource source =
        new TraceSource("t", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(VALIDATOR.validateAll(List.of(source), middle).rejections()).isEmpty();
  }

  @Test
  void anEventSaysWhatHappenedUnseen() throws IOException {
    String failed = "{\"event\":\"Done(well = FALSE, late = FALSE)\"}";
    String opened = "{\"mode\":\"OPEN\",\"cause\":\"TOO_MANY_FAILURES\",\"urgent\":true}";

    assertThat(validate(List.of(failed, opened)).rejections()).isEmpty();
    assertThat(validate(List.of("{\"event\":\"Kick\"}")).faults().get(0))
        .startsWith(
            "trace.ndjson:1: the line has the event Kick, which the specification does not know;"
                + " it knows Call, Done(well = ");
  }

  @Test
  void whatCannotBeReadIsNamedByItsLine() throws IOException {
    assertThat(validate(List.of("{\"mode\":\"OPEN\"}")).faults())
        .containsExactly(
            "trace.ndjson:1: the line has no cause and no urgent: a callback has a mode, a cause"
                + " and an urgent, and what is none has an event alone");
    assertThat(validate(List.of("17")).faults().get(0))
        .startsWith("trace.ndjson:1: the line is no JSON object; expected a JSON object on each");
    assertThat(validate(VALIDATOR, "t", "{\"mode\":\"OP").cut()).containsExactly("t:1");
    assertThat(validate(List.of("{\"mode\":\"AJAR\",\"cause\":1,\"urgent\":true}")).faults().get(0))
        .contains("has the mode AJAR, which the specification does not know; it knows");
  }

  @Test
  void aBehaviourOfTheSpecificationIsATrace() throws IOException {
    String begin =
        "{\"failures\":0,\"mode\":10,\"probing\":false,\"out\":{\"event\":\"Mend\",\"outcome\":"
            + "\"taken\",\"code\":0,\"notifications\":[],\"effects\":[\"stopRest\"]}}";
    String tripped =
        "{\"failures\":3,\"mode\":20,\"probing\":false,\"out\":{\"event\":\"Trip\",\"outcome\":"
            + "\"taken\",\"code\":0,\"notifications\":[{\"mode\":20,\"cause\":5,\"urgent\":true}],"
            + "\"effects\":[\"stopRest\",\"startRest\"]}}";
    String text = "{\"vars\":[],\"states\":[" + begin + "," + tripped + "]}";

    ValidationReport report = validate(VALIDATOR, "b.itf.json", text);

    assertThat(report.faults()).isEmpty();
    assertThat(report.rejections()).isEmpty();
    assertThat(report.notifications()).isEqualTo(1);
    assertThat(
            validate(VALIDATOR, "b.itf.json", text.replace("\"urgent\":true", "\"urgent\":false"))
                .rejections())
        .hasSize(1);
  }

  @Test
  void moreRulesMayHoldOfASession() throws IOException {
    // The service rests for a second at least.
    TraceValidator timed =
        TraceValidator.of(
            BREAKER,
            new TraceRules() {
              @Override
              public SessionRules session() {
                return new AtLeastASecond();
              }
            });
    String text =
        """
        {"time":0,"mode":"OPEN","cause":"BY_HAND","urgent":true}
        {"time":%d,"mode":"HALF_OPEN","cause":"RESTED","urgent":false}
        """;

    assertThat(validate(timed, "t", String.format(Locale.ROOT, text, 1_000)).rejections())
        .isEmpty();
    assertThat(
            validate(timed, "t", String.format(Locale.ROOT, text, 999))
                .rejections()
                .get(0)
                .message())
        .isEqualTo("rests for 999 ms only");
  }

  private static final class AtLeastASecond implements SessionRules {
    private long since = TraceEntry.NO_TIME;

    @Override
    public Optional<String> objection(TraceEntry entry, Set<Integer> before, Set<Integer> after) {
      long rested = entry.time() - since;
      boolean early = since != TraceEntry.NO_TIME && rested < 1_000_000_000L;
      since = entry.time();
      return early ? Optional.of("rests for " + rested / 1_000_000 + " ms only") : Optional.empty();
    }
  }

  @Test
  void aMachineWithoutNotificationsIsRefused() {
    assertThatThrownBy(() -> TraceValidator.of(Machines.DOOR.machine()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Door has no notifications, so there is nothing that a trace could say");
  }
}
