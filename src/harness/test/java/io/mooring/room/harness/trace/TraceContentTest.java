package io.mooring.room.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The formats that are read, those that are recognised, and the report of parts that were not
 * checked.
 */
final class TraceContentTest {

  private static final String GOOD =
      """
      {"time":0,"session":"a","state":2,"reason":5}
      {"time":700,"session":"a","state":3,"reason":6}
      """;

  private static ValidationReport read(String name, byte[] content) throws IOException {
    return ConnectionTraces.validateAll(
        List.of(new TraceSource(name, () -> new ByteArrayInputStream(content))),
        TraceValidator.Options.DEFAULT);
  }

  private static ValidationReport read(String text) throws IOException {
    return read("t", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String fault(byte[] content) throws IOException {
    ValidationReport report = read("t", content);
    assertThat(report.faults()).hasSize(1);
    assertThat(report.sessions()).isZero();
    return report.faults().get(0);
  }

  private static String fault(String text) throws IOException {
    return fault(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsEmptyOrBlankIsNoTrace() throws IOException {
    assertThat(fault("")).startsWith("t:1: is empty: expected a JSON object on each line");
    assertThat(fault("\ufeff")).startsWith("t:1: is empty: ");
    assertThat(fault(gzip(new byte[0]))).startsWith("t:1: is empty: ");
    assertThat(fault(" \t\r\n \n")).startsWith("t:1: has nothing but white space: expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void anotherEncodingIsNamed(String charset) throws IOException {
    assertThat(fault(GOOD.getBytes(Charset.forName(charset))))
        .startsWith("t:1: is UTF-16, and not UTF-8: expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time,session,state,reason\n0,a,2,5\n",
        "time;session;state;reason\n0;a;2;5\n",
        "\"time\"\t\"state\"\t\"reason\"\n\"0\"\t\"2\"\t\"5\"\n",
        "2026-01-31T12:00:00.250Z,CONNECTING,JOIN_CHANNEL\n2026-01-31T12:00:01Z,CONNECTED,JOIN\n",
        "time,state,reason",
      })
  void aTableIsNamed(String text) throws IOException {
    assertThat(fault(text)).startsWith("t:1: is CSV, and not JSON: expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"time\":0,\"state\":2,\"reason\":5}]",
        "[\n{\"time\":0,\"state\":2,\"reason\":5},\n{\"time\":1,\"state\":3,\"reason\":6}\n]\n",
        "\n [ {\"state\":2,\"reason\":5},\n {\"state\":3,\"reason\":6} ]",
        "[]",
      })
  void anArrayIsNamed(String text) throws IOException {
    assertThat(fault(text)).startsWith("t:1: is a JSON array: expected").contains("jq -c '.[]'");
  }

  @Test
  void objectsOnSeveralLinesAreNamed() throws IOException {
    assertThat(fault(GOOD.replace(",", ",\n  ").replace("{", "{\n  ")))
        .startsWith("t:1: is JSON whose objects stand on several lines: expected");
  }

  @ParameterizedTest
  @CsvSource({
    "504b0304140000, a ZIP archive",
    "28b52ffd0458, compressed by zstd",
    "425a68393141, compressed by bzip2",
    "fd377a585a00, compressed by xz",
    "cafebabe00000037, 'binary, and no text'",
    "7f454c460201, 'binary, and no text'",
  })
  void whatIsNoTextIsNamed(String digits, String what) throws IOException {
    byte[] bytes = new BigInteger("01" + digits, 16).toByteArray();
    assertThat(fault(Arrays.copyOfRange(bytes, 1, bytes.length))).startsWith("t:1: is " + what);
  }

  @Test
  void gzipAndAByteOrderMarkAreTakenOffWhateverTheName() throws IOException {
    byte[] plain = ("\ufeff" + GOOD.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    byte[] packed = gzip(plain);

    for (byte[] content : List.of(plain, packed)) {
      assertThat(read("t", content).faults()).isEmpty();
      assertThat(read("t", content).accepted()).isEqualTo(1);
    }
    assertThat(read("t", Arrays.copyOf(packed, packed.length - 12)).faults())
        .singleElement()
        .asString()
        .contains("gzip", "was cut or altered");
  }

  @Test
  void aPipeIsReadPlainAndCompressed(@TempDir Path folder) throws Exception {
    byte[] plain = GOOD.getBytes(StandardCharsets.UTF_8);
    for (byte[] content : List.of(plain, gzip(plain))) {
      Path pipe = folder.resolve("pipe" + content.length);
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                try (OutputStream out = Files.newOutputStream(pipe)) {
                  out.write(content);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });

      ValidationReport report =
          ConnectionTraces.validate(List.of(pipe), TraceValidator.Options.DEFAULT);

      writing.join();
      assertThat(report.faults()).isEmpty();
      assertThat(report.accepted()).isEqualTo(1);
    }
  }

  @Test
  void theInformalTraceFormatIsToldByWhatStandsInIt() throws IOException {
    String good =
        "{\"#meta\":{},\"vars\":[\"state\"],\n\"states\":[{\"state\":2,\"reason\":5},\n"
            + "{\"state\":3,\"reason\":6}]}";

    assertThat(read(good).faults()).isEmpty();
    assertThat(read(good).notifications()).isEqualTo(2);
    assertThat(fault("{\"states\":[]}")).contains("nothing was judged");
    assertThat(fault("{\"states\":[{\"state\":2,\"reason\":5},{\"sta"))
        .contains("t: line 1 is not");
    assertThat(read("t.itf.json", "{}".getBytes(StandardCharsets.UTF_8)).faults())
        .singleElement()
        .asString()
        .startsWith("t.itf.json: the file has no list \"states\"; expected");
  }

  @Test
  void aLineThatIsNoEntrySaysWhatItHasAndWhatIsExpected() throws IOException {
    assertThat(read(GOOD + "{\"level\":\"info\",\"message\":\"hi\"}\n").faults())
        .containsExactly(
            "t:3: the line has no state and no reason, but level, message: a callback has a state"
                + " and a reason, and what is none has an event alone");
    assertThat(read(GOOD + "INFO started\n").faults())
        .singleElement()
        .asString()
        .startsWith("t:3: the line is not JSON: ")
        .endsWith(
            "; expected a JSON object on each line, like {\"time\":0,\"session\":\"a\","
                + "\"state\":2,\"reason\":5}, in UTF-8");
    assertThat(read(GOOD + "hello").faults()).hasSize(1);
  }

  @Test
  void aLineThatIsTooLongEndsItsFileAlone() throws IOException {
    assertThat(read(GOOD + "{\"x\":\"" + "y".repeat(1 << 21) + "\"}\n").faults())
        .singleElement()
        .asString()
        .startsWith("t:3: the line is longer than 1 MiB");
  }

  @Test
  void eventsAndStaleFactsAloneAreNothingToJudge() throws IOException {
    assertThat(read("{\"event\":\"Kicked\"}\n").faults())
        .singleElement()
        .asString()
        .contains("no callback", "nothing was judged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp",
        "ts",
        "Time",
        "@timestamp",
        "date",
        "time_ms",
        "timeMillis",
        "t",
        "eventTime"
      })
  void aTimeByAnotherNameIsNotJudgedAndThatIsSaid(String name) throws IOException {
    ValidationReport report = read(GOOD.replace("\"time\"", "\"" + name + "\""));

    assertThat(report.timed()).isZero();
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("t: the entries have no \"time\", but \"" + name + "\": no time was judged;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sessionId", "session_id", "sid", "channelId", "roomId", "uid", "Session"})
  void aSessionByAnotherNameIsOneWithTheOthersAndThatIsSaid(String name) throws IOException {
    assertThat(read(GOOD.replace("\"session\"", "\"" + name + "\"")).warnings())
        .singleElement()
        .asString()
        .startsWith("t: the entries have no \"session\", but \"" + name + "\": all were taken as");
  }

  @Test
  void someEntriesWithAnotherNameAreCounted() throws IOException {
    ValidationReport report =
        read(GOOD + "{\"ts\":900,\"session\":\"a\",\"state\":1,\"reason\":3}\n");

    assertThat(report.timed()).isEqualTo(2);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("t: 1 of 3 entries have no \"time\", but \"ts\": the time of those was not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "state2", "uptime", "resolution", "what"})
  void otherMembersAreLeftAlone(String name) throws IOException {
    assertThat(read(GOOD.replace("\"time\":0", "\"" + name + "\":0")).warnings()).isEmpty();
    assertThat(read(GOOD.replace("}", ",\"ts\":1,\"sessionId\":2}")).warnings()).isEmpty();
  }

  private static String callback(String session, long time, int state, int reason) {
    return String.format(
        Locale.ROOT,
        "{\"time\":%d,\"session\":\"%s\",\"state\":%d,\"reason\":%d}\n",
        time,
        session,
        state,
        reason);
  }

  private static RejectedEntry only(String text) throws IOException {
    ValidationReport report = read(text);
    assertThat(report.faults()).isEmpty();
    assertThat(report.rejections()).hasSize(1);
    return report.rejections().get(0);
  }

  /** Whether the options that an objection names decide, and nothing less does. */
  private static void decides(String text, Duration tolerance, boolean middle) throws IOException {
    TraceSource source =
        new TraceSource("t", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(
            ConnectionTraces.validateAll(
                    List.of(source),
                    new TraceValidator.Options(tolerance, middle, false, read -> {}, () -> false))
                .rejected())
        .isZero();
  }

  @Test
  void theToleranceThatWouldDecideIsNamed() throws IOException {
    String lost =
        callback("a", 0, 2, 5)
            + callback("a", 1, 3, 6)
            + callback("a", 1000, 4, 9)
            + callback("a", 61_500, 3, 7);

    RejectedEntry objection = only(lost);

    assertThat(objection.cures()).containsExactly("--tolerance 11s");
    assertThat(objection.allowed()).isEmpty();
    assertThat(objection.text()).contains("\naccepted with    --tolerance 11s");
    decides(lost, Duration.ofSeconds(11), false);
    assertThat(only(lost + callback("a", 61_600, 2, 5)).cures()).isEmpty();
    assertThat(only(lost + callback("a", 200, 1, 3)).cures()).isEmpty();
  }

  @Test
  void thatASessionBeganBeforeTheTraceIsNamedWhereItDecides() throws IOException {
    String middle = callback("a", 0, 3, 6) + callback("b", 0, 2, 5) + callback("b", 1, 3, 6);

    assertThat(only(middle).cures()).containsExactly("--from-the-middle");
    decides(middle, Duration.ofSeconds(1), true);
    assertThat(only(middle + callback("a", 5, 3, 6)).cures()).isEmpty();
    assertThat(only(callback("a", 0, 2, 5) + callback("a", 1, 2, 5)).cures()).isEmpty();
  }

  @Test
  void whatIsRefusedIsNotAmongWhatCouldBeTold() throws IOException {
    String early =
        GOOD
            + "{\"time\":1000,\"session\":\"a\",\"state\":\"RECONNECTING\",\"reason\":"
            + "\"SIGNAL_DISCONNECTED\"}\n"
            + "{\"time\":2000,\"session\":\"a\",\"state\":\"FAILED\",\"reason\":\"TIME_OUT\"}\n";

    assertThat(only(early).text().lines().filter(line -> line.startsWith("told could be")))
        .singleElement()
        .asString()
        .contains("(CONNECTED, REJOIN_SUCCEED)")
        .doesNotContain("(FAILED, TIME_OUT)");
    assertThat(only(early).cures()).containsExactly("--tolerance 29s");
    assertThat(
            only(GOOD
                    + "{\"session\":\"a\",\"event\":\"Kicked\",\"state\":\"RECONNECTING\","
                    + "\"reason\":\"SIGNAL_DISCONNECTED\"}\n")
                .text())
        .endsWith("told could be    (DISCONNECTED, BE_KICKED)");
  }

  @Test
  void rejectionsComeByLine() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(callback("s" + i, i, 2, 5));
    }
    text.append(callback("bad", 50, 3, 6)).append(callback("end", 90_000, 2, 5));

    assertThat(read(text.toString()).rejections())
        .hasSize(41)
        .isSortedAccordingTo(Comparator.comparingLong(RejectedEntry::line));
  }

  @Test
  void whatIsMissedAtTheEndIsSoughtInTheFileWhereItWas() throws IOException {
    List<TraceSource> parts =
        List.of(
            new TraceSource("1", () -> bytes(callback("a", 0, 2, 5))),
            new TraceSource("2", () -> bytes(callback("b", 90_000, 2, 5))));

    assertThat(
            ConnectionTraces.validateAll(
                    parts,
                    new TraceValidator.Options(
                        Duration.ofSeconds(1), false, true, read -> {}, () -> false))
                .rejections())
        .singleElement()
        .extracting(RejectedEntry::file)
        .isEqualTo("1");
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTimeThatNoClockHasIsRefused() throws IOException {
    assertThat(read(callback("a", 1_700_000_000_000_000L, 2, 5)).faults())
        .singleElement()
        .asString()
        .contains("has a time that is too far away: time is in milliseconds");
  }
}
