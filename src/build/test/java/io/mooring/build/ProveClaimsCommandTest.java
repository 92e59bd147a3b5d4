package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.cli.Mooring;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProveClaimsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path folder;

  ProveClaimsCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int call(String... args) {
    return Mooring.run(folder, new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void itIsACommandOfThisRepositoryWithTwoExamples() {
    assertThat(call()).isZero();
    assertThat(out.toString()).contains("\n  prove ");
    assertThat(call("prove", "--help")).isZero();
    assertThat(out.toString()).contains("./mooring prove\n", "./mooring prove --write");
  }

  @Test
  void itIsRefusedOutsideOfACheckout() {
    assertThat(call("prove")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no spec/manifest.json");
    assertThat(call("generate", "--check")).isEqualTo(2);
  }

  @Test
  void anOptionThatItDoesNotHaveIsRefusedWithAHint() {
    assertThat(call("prove", "--no-such-thing")).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-thing", "mooring prove --help");
  }

  @Test
  void itEndsWithOneIfAStepFailedOrAPageDiffers() {
    assertThat(ProveClaimsCommand.exitCode(0, List.of())).isZero();
    assertThat(ProveClaimsCommand.exitCode(0, List.of("the table"))).isEqualTo(1);
    assertThat(ProveClaimsCommand.exitCode(1, List.of())).isEqualTo(1);
  }
}
