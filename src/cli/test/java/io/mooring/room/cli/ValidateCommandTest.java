package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .isEqualTo("2 entries, 1 session: 1 accepted, 0 rejected\n");
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
        .endsWith("\n\n4 entries, 2 sessions: 1 accepted, 1 rejected\n");
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
        .contains("1 line could not be read", "2 sessions: 1 accepted, 1 rejected");
  }

  @Test
  void whatWasCutOffIsSaid() throws IOException {
    assertThat(validate(GOOD + "{\"ti").succeeds().out())
        .startsWith("cut off in its last line: trace.ndjson\n");
  }

  @Test
  void aCallThatMakesNoSenseIsRefused() throws IOException {
    validate(GOOD, "--show", "-1").isRefused("--show is from 0 to 1000, not -1");
    validate(GOOD, "--tolerance", "a while").isRefused("'a while' is not a duration");
    validate(GOOD, "nowhere.ndjson").isRefused("there is no file nowhere.ndjson");
    Called.from(folder, "validate").isRefused("FILE");
  }
}
