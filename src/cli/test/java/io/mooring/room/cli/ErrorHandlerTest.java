package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.prover.model.ContradictionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** A fault of the program itself: one line on the screen, the rest in a file. */
final class ErrorHandlerTest {

  private final Path folder;

  ErrorHandlerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final StringWriter err = new StringWriter();

  /** A command with a fault. */
  @Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("the table has no row\nand more words");
    }
  }

  /** A command whose helpers disagree. */
  @Command(name = "torn")
  static final class Torn implements Runnable {
    @Override
    public void run() {
      throw new ContradictionException("the solvers disagree about \"A keeps B\"");
    }
  }

  private int call(String... args) {
    Shell shell =
        new Shell(folder, null, new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    return Mooring.commandLine(shell)
        .addSubcommand(new Broken())
        .addSubcommand(new Torn())
        .execute(args);
  }

  @Test
  void theDetailsAreWrittenToAFile() throws IOException {
    int code = call("broken");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            """
            mooring broken: failed unexpectedly: the table has no row
            The details are in target/mooring/failure.txt; --verbose prints them.
            """);
    assertThat(Files.readString(folder.resolve("target/mooring/failure.txt")))
        .contains("IllegalStateException: the table has no row", "ErrorHandlerTest");
  }

  @Test
  void aContradictionIsAnErrorOfTheToolWithAnExitCodeOfItsOwn() {
    int code = call("torn");

    assertThat(code).isEqualTo(4);
    assertThat(err.toString())
        .isEqualTo(
            """
            mooring torn: the solvers disagree about "A keeps B"
            One of them is wrong, or the translation between them: an error of the tool, and no\
             answer of it counts. Report it with the specification.
            """);
  }

  @Test
  void verbosePrintsTheStackTrace() {
    int code = call("--verbose", "broken");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("\tat " + Broken.class.getName());
  }
}
