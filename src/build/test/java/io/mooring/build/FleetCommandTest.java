package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.cli.Mooring;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The job of a fleet among the commands. */
final class FleetCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Mooring.run(Path.of(""), new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void itIsListed() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).containsPattern("(?m)^  fleet +Judges the traces of a fleet");
  }

  @Test
  void withoutTheStartScriptItIsRefusedWithTheRightCall() {
    assertThat(run("--color", "never", "fleet", "--files", "logs")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "the job of a fleet is not on this class path", "./mooring fleet", "--files logs");
  }
}
