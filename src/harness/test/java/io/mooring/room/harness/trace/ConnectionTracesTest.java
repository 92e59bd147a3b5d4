package io.mooring.room.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.spec.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces of callbacks: what is explained, what is not, and what cannot be read. */
final class ConnectionTracesTest {

  private static final String CONNECTED =
      """
      {"time":0,"session":"a","state":"CONNECTING","reason":"JOIN_CHANNEL"}
      {"time":700,"session":"a","state":"CONNECTED","reason":"JOIN_SUCCEED"}
      """;

  private static final String LOST =
      CONNECTED
          + """
          {"time":1000,"session":"a","state":"RECONNECTING","reason":"SIGNAL_DISCONNECTED"}
          """;

  private final Path folder;

  ConnectionTracesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private ValidationReport validate(String text) throws IOException {
    return validate(text, TraceValidator.Options.DEFAULT);
  }

  private ValidationReport validate(String text, TraceValidator.Options options)
      throws IOException {
    return ConnectionTraces.validate(List.of(file("trace.ndjson", text)), options);
  }

  private String objection(String text) throws IOException {
    ValidationReport report = validate(text);
    assertThat(report.faults()).isEmpty();
    assertThat(report.rejected()).isEqualTo(1);
    RejectedEntry first = report.rejections().get(0);
    return first.line() + ": " + first.message();
  }

  private static String told(long millis, String state, String reason) {
    return String.format(
        Locale.ROOT,
        "{\"time\":%d,\"session\":\"a\",\"state\":\"%s\",\"reason\":\"%s\"}\n",
        millis,
        state,
        reason);
  }

  @Test
  void sessionsThatAreMixedAreJudgedEachForItself() throws IOException {
    ValidationReport report =
        validate(
            LOST
                + """
                {"time":1000,"session":7,"state":2,"reason":5}
                {"time":2000,"session":"a","state":"CONNECTED","reason":"REJOIN_SUCCEED"}

                {"time":"1970-01-01T00:00:02.5Z","session":7,"state":1,"reason":1,"who":{"x":[1]}}
                {"time":3000,"session":"a","event":"Release"}
                """);

    assertThat(report.rejections()).isEmpty();
    assertThat(report.entries()).isEqualTo(7);
    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void whatCannotComeIsRejectedWithTheRuleAndWhatCouldHaveCome() throws IOException {
    ValidationReport report =
        validate(
            CONNECTED
                + told(900, "DISCONNECTED", "BE_KICKED")
                + told(950, "CONNECTED", "JOIN_SUCCEED"));

    RejectedEntry objection = report.rejections().get(0);
    assertThat(objection.line()).isEqualTo(4);
    assertThat(objection.session()).isEqualTo("a");
    assertThat(objection.message())
        .startsWith("(CONNECTED, JOIN_SUCCEED) is not allowed in DISCONNECTED, by ")
        .contains("missing before it: (CONNECTING, JOIN_CHANNEL)");
    assertThat(objection.possible()).contains(Location.DISCONNECTED.name());
    assertThat(objection.allowed()).hasSize(1);
  }

  @Test
  void nothingIsAskedOfASessionAfterItsFirstObjection() throws IOException {
    ValidationReport report =
        validate(told(0, "FAILED", "TIME_OUT") + told(1, "FAILED", "TIME_OUT"));

    assertThat(report.rejections()).hasSize(1);
    assertThat(report.entries()).isEqualTo(2);
  }

  @Test
  void aCallbackAfterReleaseIsRejected() throws IOException {
    assertThat(
            objection(
                CONNECTED
                    + "{\"time\":800,\"session\":\"a\",\"event\":\"Release\"}\n"
                    + told(900, "DISCONNECTED", "BE_KICKED")))
        .startsWith("4: (DISCONNECTED, BE_KICKED) is not allowed in UNKNOWN");
  }

  @Test
  void aCallbackThatIsNotWhatItsEventTellsIsRejected() throws IOException {
    assertThat(
            objection(
                CONNECTED
                    + "{\"session\":\"a\",\"event\":\"Kicked\",\"state\":\"RECONNECTING\","
                    + "\"reason\":\"SIGNAL_DISCONNECTED\"}\n"))
        .isEqualTo("3: (RECONNECTING, SIGNAL_DISCONNECTED) is not what Kicked tells");
  }

  @Test
  void aCodeThatNobodyKnowsIsNotExplained() throws IOException {
    assertThat(objection("{\"time\":0,\"state\":77,\"reason\":-1}\n"))
        .isEqualTo(
            "1: (77, -1) has a code that the specification does not know: state 77 and reason -1");
  }

  /** With a tolerance of one second. */
  @ParameterizedTest
  @CsvSource({"29000, false", "28999, true", "51000, false", "51001, true"})
  void theWindowIsHeldAgainstTheTimes(long lasted, boolean rejected) throws IOException {
    ValidationReport report = validate(LOST + told(1000 + lasted, "FAILED", "TIME_OUT"));

    assertThat(report.rejected() == 1).isEqualTo(rejected);
  }

  @Test
  void anOutcomeThatIsTooEarlyOrTooLateNamesTheRule() throws IOException {
    assertThat(objection(LOST + told(22_000, "FAILED", "TIME_OUT")))
        .isEqualTo(
            "4: (FAILED, TIME_OUT) comes after 21.000 s of RECONNECTING, but the client gives up"
                + " after 30.000 s at least, by B7_NotTooEarlyProp");
    assertThat(objection(LOST + told(61_000, "CONNECTED", "REJOIN_SUCCEED")))
        .isEqualTo(
            "4: RECONNECTING has lasted for 60.000 s, but its outcome is told after 50.000 s at"
                + " most, by B7_NotTooLateInv");
    assertThat(
            objection(
                told(0, "CONNECTING", "JOIN_CHANNEL") + told(40_000, "CONNECTED", "JOIN_SUCCEED")))
        .endsWith("by B10_JoinIsAnsweredInTimeInv");
  }

  @Test
  void anOutcomeThatIsNeverToldIsMissedAtTheEnd() throws IOException {
    assertThat(objection(LOST + "{\"time\":99000,\"session\":\"b\",\"state\":2,\"reason\":5}\n"))
        .startsWith("3: RECONNECTING has lasted for 98.000 s")
        .endsWith("; the trace goes on without one");
  }

  @Test
  void aTimeOutThatTheServerTellsMayComeAtAnyTime() throws IOException {
    assertThat(validate(LOST + told(3000, "DISCONNECTED", "TIME_OUT")).rejected()).isZero();
  }

  @Test
  void aClockThatGoesBackIsCountedAndNothingIsMeasuredOverIt() throws IOException {
    ValidationReport report =
        validate(
            told(90_000, "CONNECTING", "JOIN_CHANNEL")
                + told(10_000, "CONNECTED", "JOIN_SUCCEED")
                + told(9_500, "RECONNECTING", "SIGNAL_DISCONNECTED")
                + told(40_000, "FAILED", "TIME_OUT"));

    assertThat(report.backward()).isEqualTo(1);
    assertThat(report.rejections()).isEmpty();
  }

  @Test
  void aTraceWithoutTimesIsHeldAgainstTheOrderAlone() throws IOException {
    assertThat(
            validate(
                    """
                    {"state":2,"reason":5}
                    {"state":5,"reason":4}
                    """)
                .rejections())
        .hasSize(1);
  }

  @Test
  void aSessionMayBeginInTheMiddleWhereThatIsWanted() throws IOException {
    String middle = told(0, "CONNECTED", "REJOIN_SUCCEED") + told(1, "DISCONNECTED", "BE_KICKED");
    TraceValidator.Options fromTheMiddle =
        new TraceValidator.Options(Duration.ofSeconds(1), true, false, read -> {}, () -> false);

    assertThat(objection(middle)).startsWith("1: (CONNECTED, REJOIN_SUCCEED) is not allowed");
    assertThat(validate(middle, fromTheMiddle).rejected()).isZero();
  }

  @Test
  void filesThatContinueEachOtherAreOneTrace() throws IOException {
    List<Path> parts =
        List.of(
            file("1.ndjson", LOST), file("2.ndjson", told(2000, "CONNECTED", "REJOIN_SUCCEED")));
    TraceValidator.Options continued =
        new TraceValidator.Options(Duration.ofSeconds(1), false, true, read -> {}, () -> false);

    ValidationReport apart = ConnectionTraces.validate(parts, TraceValidator.Options.DEFAULT);
    assertThat(apart.sessions()).isEqualTo(2);
    assertThat(apart.rejections())
        .singleElement()
        .extracting(RejectedEntry::file)
        .asString()
        .endsWith("2.ndjson");
    assertThat(ConnectionTraces.validate(parts, continued).rejected()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|is not JSON: ",
        "[1]|is no JSON object",
        "{} {}|has no state and no reason: ",
        "{\"state\":2,\"reason\":5}{}|has more than one JSON object",
        "{\"state\":2,\"reason\":5|ends in the middle",
        "{\"state\":2}|has no reason: ",
        "{\"state\":2.5,\"reason\":5}|has a state that is no code: 2.5",
        "{\"state\":\"LOST\",\"reason\":5}|has the state LOST, which the specification does not know",
        "{\"event\":\"Vanished\"}|has the event Vanished, which the specification does not know",
        "{\"time\":\"noon\",\"state\":2,\"reason\":5}|has the time \"noon\": ",
        "{\"session\":[],\"state\":2,\"reason\":5}|has a session that is neither",
        "{\"from\":\"UNKNOWN\"}|has a 'from', as a recorded step has, but not all of",
      })
  void aLineThatCannotBeReadIsNamedAndTheOthersAreRead(String line, String why) throws IOException {
    ValidationReport report =
        validate(LOST + line + "\n" + told(2000, "CONNECTED", "REJOIN_SUCCEED"));

    assertThat(report.malformed()).isEqualTo(1);
    assertThat(report.faults().get(0)).contains("trace.ndjson:4: the line " + why);
    assertThat(report.entries()).isEqualTo(4);
    assertThat(report.rejections()).isEmpty();
  }

  @Test
  void aLastLineThatWasCutOffIsNoFault() throws IOException {
    ValidationReport report = validate(CONNECTED + "{\"time\":900,\"sess");

    assertThat(report.faults()).isEmpty();
    assertThat(report.cut()).hasSize(1);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(validate(LOST.stripTrailing()).entries()).isEqualTo(3);
  }

  @Test
  void linesMayEndAsOnWindowsAndBeLong() throws IOException {
    String padded = CONNECTED.replace("}\n", ",\"note\":\"" + "x".repeat(100_000) + "\"}\r\n");

    ValidationReport report = validate(padded + told(900, "DISCONNECTED", "BE_KICKED"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isEqualTo(3);
    assertThat(report.rejected()).isZero();
  }

  @Test
  void theInformalTraceFormatIsReadToo() throws IOException {
    Path good =
        file(
            "good.itf.json",
            """
            {"#meta":{"format":"ITF"},"vars":["time","state","reason"],"states":[
              {"#meta":{"index":0},"time":{"#bigint":"0"},"state":{"#bigint":"2"},"reason":5},
              {"#meta":{"index":1},"time":9,"state":"CONNECTED","reason":"JOIN_SUCCEED"}]}
            """);
    Path bad = file("bad.itf.json", "{\"states\":[{\"state\":2,\"reason\":5},{\"state\":3}]}");

    ValidationReport report =
        ConnectionTraces.validate(List.of(good, bad), TraceValidator.Options.DEFAULT);

    assertThat(report.entries()).isEqualTo(2);
    assertThat(report.rejected()).isZero();
    assertThat(report.faults()).singleElement().asString().contains("state 2 has no reason");
  }

  @Test
  void itStopsWhenItIsAskedTo() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append("{\"session\":").append(i).append(",\"state\":2,\"reason\":5}\n");
    }
    ValidationReport report =
        validate(
            text.toString(),
            new TraceValidator.Options(Duration.ZERO, false, false, read -> {}, () -> true));

    assertThat(report.complete()).isFalse();
    assertThat(report.entries()).isEqualTo(16_384);
  }
}
