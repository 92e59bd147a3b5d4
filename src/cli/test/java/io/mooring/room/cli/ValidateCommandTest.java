package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidateCommandTest {

  private static final String GOOD =
      """
      {"time":0,"session":"a","state":"CONNECTING","reason":"JOIN_CHANNEL"}
      {"time":700,"session":"a","state":"CONNECTED","reason":"JOIN_SUCCEED"}
      """;

  private static final String BAD =
      """
      {"time":0,"session":"b","state":"CONNECTING","reason":"JOIN_CHANNEL"}
      {"time":9,"session":"b","state":"CONNECTED","reason":"REJOIN_SUCCEED"}
      """;

  private final Path folder;

  ValidateCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Called validate(String trace, String... options) throws IOException {
    Files.writeString(folder.resolve("trace.ndjson"), trace);
    String[] all = new String[options.length + 2];
    all[0] = "validate";
    all[1] = "trace.ndjson";
    System.arraycopy(options, 0, all, 2, options.length);
    return Called.from(folder, all);
  }

  @Test
  void whatIsExplainedIsAccepted() throws IOException {
    assertThat(validate(GOOD).succeeds().out())
        .isEqualTo(
            "2 entries, 2 callbacks, 1 session: 1 accepted, 0 rejected; order and time judged\n");
  }

  /** A behaviour of a specification that ends when the user is told that the client gave up. */
  private String behaviour(String specification, String contract) throws IOException {
    Path spec = Called.project().resolve("spec");
    try (Stream<Path> modules = Files.list(spec)) {
      for (Path module : modules.filter(each -> each.toString().endsWith(".tla")).toList()) {
        Files.copy(module, folder.resolve(module.getFileName()));
      }
    }
    Files.copy(spec.resolve(specification + ".cfg"), folder.resolve("Over.cfg"));
    Files.writeString(
        folder.resolve("Over.tla"),
        String.format(
            Locale.ROOT,
            """
        ---- MODULE Over ----
        EXTENDS %s
        GivenUp == told = %s!FAILED
        ====
        """,
            specification,
            contract));
    Called.from(folder, "check", "Over.tla", "--witness", "GivenUp", "--out", "out").succeeds();
    return Files.readString(folder.resolve("out/Over-GivenUp.itf.json"));
  }

  @ParameterizedTest
  @CsvSource({"RoomReconnect, Contract", "RoomCall, Client!Contract"})
  void aBehaviourOfASpecificationIsHeldAgainstTheTable(String specification, String contract)
      throws IOException {
    String good = behaviour(specification, contract);

    assertThat(itf(good).succeeds().out())
        .endsWith(" 1 session: 1 accepted, 0 rejected; order judged, time not: no entry has one\n");

    Called wrong = itf(good.replace("\"armJoinTimeout\"", "\"armWindow\""));
    assertThat(wrong.code()).isOne();
    assertThat(wrong.out())
        .startsWith("rejected: behaviour.itf.json:")
        .contains("is not the specification's step (RoomConnection.tla:");
    itf(good.replace("\"armJoinTimeout\"", "\"armNothing\""))
        .isRefused("behaviour.itf.json: state ", "\"armNothing\" is no ");
    itf(good.replace("\"departed\" :", "\"gone\" :").replace("\"proxied\" :", "\"p\" :"))
        .isRefused("behaviour.itf.json: state 1 lacks variables of RoomConnection");
  }

  private Called itf(String text) throws IOException {
    Files.writeString(folder.resolve("behaviour.itf.json"), text);
    return Called.from(folder, "validate", "behaviour.itf.json");
  }

  @Test
  void whatIsNotExplainedIsShownAndEndsWithOne() throws IOException {
    Called called = validate(GOOD + BAD);

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).isEmpty();
    assertThat(called.out())
        .startsWith(
            "rejected: trace.ndjson:4: session b\n"
                + "  (CONNECTED, REJOIN_SUCCEED) is not allowed in CONNECTING, by ")
        .contains("\n  it could be in   CONNECTING\n  told could be    (DISCONNECTED, LEAVE")
        .endsWith(
            "\n\n4 entries, 4 callbacks, 2 sessions: 1 accepted, 1 rejected; order and time judged\n");
  }

  @Test
  void aNameInATraceSteersNoTerminal() throws IOException {
    Called called = validate(BAD.replace("\"b\"", "\"\\u001b[2Jb\\n\""));

    assertThat(called.out()).contains("rejected: trace.ndjson:2: session ?[2Jb?\n");
  }

  @Test
  void onlySoManyAreShown() throws IOException {
    String bad = BAD + BAD.replace("\"b\"", "\"c\"") + BAD.replace("\"b\"", "\"d\"");

    assertThat(validate(bad, "--show", "1").out())
        .contains("session b", "2 more rejected; --show prints more of them")
        .doesNotContain("session c");
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndEndsWithTwo() throws IOException {
    Called called = validate(GOOD + "hello\n" + BAD);

    called.isRefused("trace.ndjson:3: the line is not JSON: ");
    assertThat(called.out())
        .contains("1 line or file could not be read", "2 sessions: 1 accepted, 1 rejected");
  }

  @Test
  void whatWasCutOffIsNamedAndEndsWithTwo() throws IOException {
    Called called = validate(GOOD + "{\"ti");

    called.isRefused("trace.ndjson:3: the last line was cut off, and was not judged");
    assertThat(called.out()).contains("1 session: 1 accepted");
  }

  @Test
  void whatIsNoTraceIsNamedAndEndsWithTwo() throws IOException {
    validate("").isRefused("trace.ndjson:1: is empty: expected a JSON object on each line");
    validate("time,state\n1,2\n").isRefused("trace.ndjson:1: is CSV");
    assertThat(validate("").out()).endsWith(": 0 accepted, 0 rejected; nothing was judged\n");
  }

  @Test
  void whatWasNotJudgedIsSaid() throws IOException {
    Called called = validate(GOOD.replace("\"time\"", "\"timestamp\""));

    assertThat(called.code()).isZero();
    assertThat(called.err())
        .startsWith("warning: trace.ndjson: the entries have no \"time\", but \"timestamp\"");
    assertThat(called.out()).endsWith("; order judged, time not: no entry has one\n");
  }

  @Test
  void theStandardInputIsRead() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(folder, null, new PrintWriter(out), new PrintWriter(err), /* terminal= */ false);
    shell.in(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8)));

    assertThat(Mooring.run(shell, "validate", "-")).isOne();
    assertThat(out.toString()).startsWith("rejected: standard input:2: session b\n");
    Called.from(folder, "validate", "-", "-").isRefused("can be read only once");
  }

  @Test
  void aCallThatMakesNoSenseIsRefused() throws IOException {
    validate(GOOD, "--show", "-1").isRefused("--show is from 0 to 1000, not -1");
    validate(GOOD, "--tolerance", "a while").isRefused("'a while' is not a duration");
    validate(GOOD, "nowhere.ndjson").isRefused("there is no file nowhere.ndjson");
    Called.from(folder, "validate").isRefused("FILE");
  }
}
