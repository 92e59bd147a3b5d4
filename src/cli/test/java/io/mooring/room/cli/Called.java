package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** One call of the command line, in this process: what it printed and how it ended. */
record Called(int code, String out, String err) {

  /** What a call says of how far it has come, every ten seconds: a slow machine makes it so. */
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^(?:[^:\\n]+: )?[\\d,]+(?: of [\\d,]+)? (?:states?|behaviours|mutants?|schedules|MiB)\\b.*\\n");

  /** Takes the progress away. */
  Called {
    err = PROGRESS.matcher(err).replaceAll("");
  }

  /** Calls from a folder, without a start script. */
  static Called from(Path directory, String... args) {
    return from(directory, Map.of(), args);
  }

  /** Calls with variables of the environment; otherwise there are none. */
  static Called from(Path directory, Map<String, String> variables, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Shell shell =
        new Shell(
            directory, null, new PrintWriter(out), new PrintWriter(err), /* terminal= */ false);
    shell.variables(variables);
    int code = Mooring.run(shell, args);
    return new Called(code, out.toString(), err.toString());
  }

  /** The names of all commands. */
  static Set<String> commands() {
    return commandLine().getSubcommands().keySet();
  }

  /** All commands, without a caller. */
  static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Mooring.commandLine(
        new Shell(Path.of(""), null, nowhere, nowhere, /* terminal= */ false));
  }

  /** The folder of this project. */
  static Path project() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("spec/manifest.json"))) {
        return folder;
      }
    }
    throw new IllegalStateException("the tests do not run inside the project");
  }

  /** The models of this project's manifest, in its order. */
  static JsonNode models() throws IOException {
    return new ObjectMapper()
        .readTree(project().resolve("spec/manifest.json").toFile())
        .path("models");
  }

  /** Requires an end with 0 and nothing to complain of. */
  Called succeeds() {
    assertThat(code).as("exit code; errors: %s; output: %s", err, out).isZero();
    assertThat(err).isEmpty();
    return this;
  }

  /** Requires an end with 0, whatever was noted on the way. */
  Called succeedsBut() {
    assertThat(code).as("exit code; errors: %s; output: %s", err, out).isZero();
    return this;
  }

  /**
   * Requires that a user's mistake is answered as one: exit code 2, at most a message, a hint and
   * the message's own lines, and no stack trace.
   */
  Called isRefused(String... parts) {
    assertThat(code).as("exit code; errors: %s; output: %s", err, out).isEqualTo(2);
    assertThat(err).contains(parts);
    assertThat(err + out).doesNotContain("\tat ", "Exception", "failed unexpectedly");
    return this;
  }
}
