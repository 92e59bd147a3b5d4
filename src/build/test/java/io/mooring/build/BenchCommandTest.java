package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.cli.Mooring;
import io.mooring.room.cli.Shell;
import io.mooring.room.cli.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command around the benchmarks, with others in their place. */
final class BenchCommandTest {

  /** Stands for the benchmarks. */
  static final class Measured {
    public static void main(String[] args) {
      System.err.println("1: a machine");
      System.out.println("measured " + Arrays.toString(args));
      // As if, in the long form alone, one of them did something else than the others.
      System.exit(args.length == 0 ? 0 : 3);
    }
  }

  /** Stands for benchmarks that cannot run. */
  static final class Broken {
    public static void main(String[] args) {
      System.err.println("somebody else has the lock");
      System.exit(2);
    }
  }

  private final StringWriter out = new StringWriter();
  private final Shell shell;

  BenchCommandTest(@TempDir Path folder) {
    shell =
        new Shell(
            folder,
            null,
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            /* terminal= */ false);
  }

  private BenchCommand bench(Class<?> main) {
    return new BenchCommand(shell, System.getProperty("java.class.path"), main.getName());
  }

  @Test
  void theReportIsPassedOn() throws Exception {
    assertThat(bench(Measured.class).call()).isZero();
    assertThat(out.toString()).isEqualTo("measured []\n");
  }

  @Test
  void theLongFormIsAskedForAndAFaultEndsWithOne() {
    assertThat(new CommandLine(bench(Measured.class)).execute("--full")).isEqualTo(1);
    assertThat(out.toString()).isEqualTo("measured [--full]\n");
  }

  @Test
  void benchmarksThatCannotRunAreAnsweredWithWhatTheySaidLast() {
    assertThatThrownBy(bench(Broken.class)::call)
        .isInstanceOf(UsageException.class)
        .hasMessage("the benchmarks ended with code 2: somebody else has the lock");
  }

  @Test
  void withoutTheStartScriptThereIsNothingToMeasure() {
    StringWriter err = new StringWriter();
    int code =
        Mooring.run(
            Path.of(""), new PrintWriter(new StringWriter()), new PrintWriter(err), "bench");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("the benchmarks are not built", "./mooring bench");
  }
}
