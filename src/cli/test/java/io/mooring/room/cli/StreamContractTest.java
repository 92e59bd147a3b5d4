package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The use of the two output streams, by the contract of the command line. */
final class StreamContractTest {

  private static final char ESCAPE = '\u001b';

  private final Path folder;

  StreamContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  @Test
  @Says(
      "Results go to the standard output: what was found, counterexamples, and the names of written"
          + " files.")
  void results() throws IOException {
    Called violated = Called.from(folder, "check", "Wheel.tla", "--config", "Small.cfg");

    assertThat(violated.out()).contains("Invariant Small is violated", "n = 2", "written: target/");
    assertThat(violated.err()).isEmpty();
    Files.writeString(
        folder.resolve("t"), "{\"time\":9,\"state\":\"CONNECTED\",\"reason\":\"JOIN_SUCCEED\"}\n");
    assertThat(Called.from(folder, "validate", "t").out()).contains("rejected: t:1");
  }

  @Test
  @Says(
      "Refusals, hints and progress go to the standard error; a warning about a result stands with the"
          + " result.")
  void everythingElse() throws IOException {
    Called refused = Called.from(folder, "check", "Nowhere.tla");
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("there is no file Nowhere.tla", "Looked in");

    Files.writeString(folder.resolve("None.cfg"), "SPECIFICATION Spec\n");
    assertThat(Called.from(folder, "check", "Wheel.tla", "--config", "None.cfg").out())
        .contains("None.cfg: names no INVARIANT");

    Files.writeString(folder.resolve("t"), "no line of a trace\n");
    Called unread = Called.from(folder, "validate", "t");
    assertThat(unread.err()).contains("t:1");
    assertThat(unread.out()).doesNotContain("t:1");
  }

  @Test
  @Says("If all is well, the standard error has nothing but progress, every ten seconds.")
  void quiet() {
    assertThat(Called.from(folder, "check", "Wheel.tla").succeeds().err()).isEmpty();
    assertThat(Called.from(folder, "simulate").succeeds().err()).isEmpty();
    assertThat(Called.from(folder, "mutate", "Wheel.tla").succeeds().err()).isEmpty();
  }

  @Test
  @Says("Output is coloured on a terminal only, or with `--color always`.")
  void colour() {
    String[] call = {"check", "Wheel.tla", "--config", "Small.cfg", "--color", "always"};

    assertThat(Called.from(folder, "chekc").err()).doesNotContain(ESCAPE + "[");
    assertThat(Called.from(folder, "check", "Nowhere.tla").err()).doesNotContain(ESCAPE + "[");
    assertThat(Called.from(folder, call).out()).contains("is violated");
    assertThat(Called.from(folder, "check", "Nowhere.tla", "--color", "always").err())
        .contains(ESCAPE + "[1;31m");
  }

  @Test
  @Says("No foreign text controls a terminal: invisible characters are replaced by `?`.")
  void steering() throws IOException {
    String name = "a" + ESCAPE + "[2Jb\u0007.tla";
    assertThat(Called.from(folder, "check", name).err()).contains("there is no file a?[2Jb?.tla");
    assertThat(Called.from(folder, "check", name, "--color", "always").err())
        .contains("a?[2Jb?.tla", ESCAPE + "[1;31m");

    Files.writeString(
        folder.resolve("Wheel.tla"),
        Files.readString(folder.resolve("Wheel.tla"))
            .replace("n = 0\n", "n = \"" + ESCAPE + "[8m\u202e\"\n"));
    Called shown = Called.from(folder, "check", "Wheel.tla", "--config", "Small.cfg");
    assertThat(shown.out() + shown.err()).doesNotContain(ESCAPE + "[8m", "\u202e");

    Files.writeString(
        folder.resolve("t"),
        "{\"session\":\"\\u001b]0;x\\u0007\\nrejected: no\",\"state\":\"FAILED\",\"reason\":\"TIME_OUT\"}");
    assertThat(Called.from(folder, "validate", "t").out()).contains("session ?]0;x??rejected: no");
  }

  @Test
  @Says(
      "A mistake of the caller is reported with a message and a hint, without a stack" + " trace.")
  void mistakes() throws IOException {
    Called.from(folder, "check", "Wheel.tla", "--config", "Nowhere.cfg").isRefused("Nowhere.cfg");
    Called.from(folder, "check", "Wheel.tla", "--out").isRefused("--out", "--help");
    Called.from(folder, "fuzz").isRefused("spec/manifest.json", "name a file");
    Called.from(folder, "mutate").isRefused("names no specification", "For example");
    Files.writeString(folder.resolve("models.json"), "{\"models\": [7]}");
    Called.from(folder, "check", "--manifest", "models.json").isRefused("models.json");
  }

  @Test
  @Says(
      "Lines of a counterexample are as wide as the terminal, or 100 columns in a file or pipe, or"
          + " as wide as `--width` says.")
  void width() throws Exception {
    Files.writeString(
        folder.resolve("t"), "{\"states\": [{\"n\": \"" + "word ".repeat(60) + "\"}]}");

    for (String[] call : new String[][] {{"trace", "t"}, {"trace", "t", "--width", "60"}}) {
      int width = call.length == 2 ? 100 : 60;
      assertThat(Called.from(folder, call).succeeds().out().lines())
          .allMatch(line -> line.length() <= width)
          .anyMatch(line -> line.length() > width - 10);
    }
    StartScript script = new StartScript(Files.createDirectories(folder.resolve("home")));
    assertThat(script.run(folder, Map.of("COLUMNS", "44"), "trace", "t").out())
        .isEqualTo(Called.from(folder, "trace", "t").out());
  }
}
