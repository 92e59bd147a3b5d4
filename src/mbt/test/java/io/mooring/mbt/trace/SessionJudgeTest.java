package io.mooring.mbt.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Judging one entry after the other, from bytes to bytes, is what the validator does. */
final class SessionJudgeTest {
  private static final Machine BREAKER = TraceRulesTest.BREAKER;
  private static final Duration TOLERANCE = Duration.ofMillis(100);
  private static final int TRACES = 400;

  private final TraceValidator validator = TraceValidator.of(BREAKER, new TraceRulesTest.Resting());
  private final SessionJudge judge = validator.judge(TOLERANCE, false);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A walk through the machine, with a death now and then, and mostly something wrong in it. */
  private static List<String> trace(Random random) {
    List<String> lines = new ArrayList<>();
    int location = BREAKER.initial().to();
    long time = 0;
    while (lines.size() < 12) {
      List<MachineStep> steps = steps(location);
      MachineStep step = steps.get(random.nextInt(steps.size()));
      location = step.to();
      time += random.nextInt(1_500);
      String prefix = "{\"time\":" + time + ",";
      if (random.nextInt(12) == 0) {
        lines.add(
            prefix
                + "\"restored\":\""
                + BREAKER.locations().get(location).name()
                + "\",\"lostAtLeast\":500000000,\"lostAtMost\":900000000}");
      } else if (step.outputs().notifications().isEmpty()) {
        lines.add(prefix + "\"event\":\"" + BREAKER.events().get(step.event()).text() + "\"}");
      } else {
        for (Map<String, Constant> each : step.outputs().notifications()) {
          lines.add(prefix + text(each) + "}");
        }
      }
    }
    if (random.nextBoolean()) {
      lines.remove(random.nextInt(lines.size()));
    }
    return lines;
  }

  private static List<MachineStep> steps(int location) {
    return BREAKER.steps().stream().filter(each -> each.from() == location).toList();
  }

  private static String text(Map<String, Constant> notification) {
    return notification.entrySet().stream()
        .map(each -> "\"" + each.getKey() + "\":" + value(each.getValue().name()))
        .collect(Collectors.joining(","));
  }

  private static String value(String name) {
    return name.equals("TRUE") || name.equals("FALSE")
        ? name.equals("TRUE") ? "true" : "false"
        : "\"" + name + "\"";
  }

  private ValidationReport validated(List<String> lines) throws IOException {
    byte[] file = bytes(String.join("\n", lines) + "\n");
    ValidationReport report =
        validator.validateAll(
            List.of(new TraceSource("t", () -> new ByteArrayInputStream(file))),
            new TraceValidator.Options(TOLERANCE, false, false, read -> {}, () -> false));
    assertThat(report.faults()).allMatch(each -> each.endsWith("nothing was judged"));
    return report;
  }

  private JudgedSession saved(JudgedSession session) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    session.write(new DataOutputStream(written));
    assertThat(written.size()).isLessThan(160);
    // Another task reads it.
    DataInputStream input = new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
    JudgedSession read = validator.judge(TOLERANCE, false).read(input);
    assertThat(input.available()).isZero();
    return read;
  }

  private Optional<SessionFault> judged(List<String> lines) throws Exception {
    JudgedSession session = null;
    Optional<SessionFault> found = Optional.empty();
    long latest = TraceEntry.NO_TIME;
    for (int i = 0; i < lines.size(); i++) {
      TraceEntry entry = judge.entry(bytes(lines.get(i))).orElseThrow();
      session = session == null ? judge.begin(entry) : saved(session);
      latest = session.isRejected() ? latest : Math.max(latest, entry.time());
      Optional<SessionFault> fault = session.take(entry, i + 1L);
      assertThat(fault.isPresent() && found.isPresent()).as("a second fault").isFalse();
      found = found.isPresent() ? found : fault;
    }
    if (session == null) {
      return Optional.empty();
    }
    Optional<SessionFault> end = saved(session).end(latest);
    return found.isPresent() ? found : end;
  }

  @Test
  void aSessionThatIsWrittenAfterEachEntryIsJudgedAsTheValidatorDoes() throws Exception {
    int rejected = 0;
    for (int seed = 0; seed < TRACES; seed++) {
      List<String> lines = trace(new Random(seed));
      List<RejectedEntry> expected = validated(lines).rejections();
      Optional<SessionFault> fault = judged(lines);
      assertThat(fault.map(each -> each.line() + each.message() + each.possible() + each.allowed()))
          .as(String.join("\n", lines))
          .isEqualTo(
              expected.stream()
                  .findFirst()
                  .map(each -> each.line() + each.message() + each.possible() + each.allowed()));
      rejected += expected.size();
      fault.ifPresent(each -> assertThat(each.rules()).isNotEmpty());
    }
    // Otherwise the comparison says little.
    assertThat(rejected).isBetween(TRACES / 8, TRACES - TRACES / 8);
  }

  @Test
  void aTimeNamesItsPropertyAndAnOrderTheTable() throws Exception {
    String opened = "{\"time\":0,\"mode\":\"OPEN\",\"cause\":\"BY_HAND\",\"urgent\":true}";
    String rested = "{\"time\":3000,\"mode\":\"HALF_OPEN\",\"cause\":\"RESTED\",\"urgent\":false}";

    assertThat(judged(List.of(opened, rested)).orElseThrow().rules())
        .containsExactly("NotTooLateInv");
    assertThat(judged(List.of(rested)).orElseThrow().rules()).containsExactly(TraceRules.STEPS);
    assertThat(judge.longest()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aFaultNamesTheStepThatIsRefused() throws Exception {
    String opened = "{\"time\":0,\"mode\":\"OPEN\",\"cause\":\"BY_HAND\",\"urgent\":true}";
    String rested = "{\"time\":3000,\"mode\":\"HALF_OPEN\",\"cause\":\"RESTED\",\"urgent\":false}";

    SessionFault wrong = judged(List.of(rested)).orElseThrow();
    SessionFault late = judged(List.of(opened, rested)).orElseThrow();
    SessionFault again = judged(List.of(opened, opened)).orElseThrow();

    assertThat(wrong.step()).isEqualTo("CLOSED_FAILURES_0 -> (HALF_OPEN, RESTED, FALSE)");
    assertThat(late.possible()).hasSizeBetween(1, 4);
    assertThat(late.step()).isEqualTo(String.join(" or ", late.possible()) + " -> nothing in time");
    assertThat(again.step())
        .isEqualTo(String.join(" or ", again.possible()) + " -> (OPEN, BY_HAND, TRUE)");
  }

  @Test
  void aStepNamesFourLocationsAtMost() throws Exception {
    JudgedSession anywhere = judge.anywhere();
    TraceEntry never =
        judge
            .entry(bytes("{\"mode\":\"OPEN\",\"cause\":\"RESTED\",\"urgent\":true}"))
            .orElseThrow();
    SessionFault fault = anywhere.take(never, 1).orElseThrow();

    assertThat(fault.possible()).hasSizeGreaterThan(4);
    assertThat(fault.step())
        .isEqualTo(
            String.join(" or ", fault.possible().subList(0, 4))
                + " or "
                + (fault.possible().size() - 4)
                + " others -> (OPEN, RESTED, TRUE)");
  }

  @Test
  void linesShowWhatNotifiesAndWhereNothingIsUnseenWhatMoves() {
    for (boolean unseen : List.of(true, false)) {
      SessionJudge other =
          TraceValidator.of(
                  BREAKER,
                  new TraceRules() {
                    @Override
                    public boolean eventsMayBeUnseen() {
                      return unseen;
                    }
                  })
              .judge(TOLERANCE, false);
      int moving = 0;
      for (MachineStep each : BREAKER.steps()) {
        boolean notifies = !each.outputs().notifications().isEmpty();
        boolean moves = each.from() != each.to();
        moving += moves && !notifies ? 1 : 0;

        assertThat(other.isShown(BREAKER.row(each.from(), each.event())))
            .isEqualTo(notifies || (moves && !unseen));
      }
      assertThat(moving).isPositive();
    }
  }

  @Test
  void anotherRuleIsAnotherFingerprint() {
    long fingerprint = judge.fingerprint();

    assertThat(validator.judge(Duration.ZERO, true).fingerprint()).isEqualTo(fingerprint);
    assertThat(TraceValidator.of(BREAKER).judge(TOLERANCE, false).fingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void conditionsThatRememberAreRefused() {
    TraceRules remembering =
        new TraceRules() {
          @Override
          public SessionRules session() {
            return (entry, before, after) -> Optional.of("no");
          }
        };
    TraceValidator other = TraceValidator.of(BREAKER, remembering);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.judge(TOLERANCE, false))
        .withMessageContaining("cannot be written");
  }

  @Test
  void aLineThatIsReadElsewhereSaysTheSame() throws Exception {
    LineReader reader = judge.reader(List.of("session", "version"), List.of("time"));
    Random random = new Random(5);
    int coded = 0;
    for (int i = 0; i < TRACES; i++) {
      for (String each : trace(random)) {
        String line = each.replace("{", "{\"session\":\"s" + i + "\",\"version\":\"1.0\",");
        assertThat(reader.read(bytes(line))).as(line).isTrue();
        assertThat(reader.text(0)).isEqualTo("s" + i);
        assertThat(reader.text(1)).isEqualTo("1.0");
        assertThat(String.valueOf(reader.number(0))).isEqualTo(time(line));
        CodedEntry entry = reader.entry();
        if (entry != null) {
          coded++;
          assertThat(judge.entry(entry))
              .usingRecursiveComparison()
              .ignoringFields("value.session")
              .isEqualTo(judge.entry(bytes(line)));
        }
      }
    }
    assertThat(coded).isGreaterThan(TRACES);
    CodedEntry other = new CodedEntry(1, CodedEntry.Kind.NOTHING, 0, -1, -1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> judge.entry(other))
        .withMessage("an entry of another machine, or of other rules");
  }

  private static String time(String line) {
    return line.replaceAll(".*\"time\":(\\d+).*", "$1");
  }
}
