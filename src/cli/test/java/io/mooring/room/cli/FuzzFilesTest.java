package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class FuzzFilesTest {

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final Shell shell;

  FuzzFilesTest(@TempDir Path folder) {
    this.folder = folder;
    PrintWriter writer = new PrintWriter(out);
    this.shell = new Shell(Called.project(), null, writer, writer, /* terminal= */ false);
  }

  @Command
  private static final class Options {
    @Mixin private final FuzzFiles files = new FuzzFiles();
  }

  private static FuzzFiles files(String... args) {
    Options options = new Options();
    new CommandLine(options).parseArgs(args);
    return options.files;
  }

  /** Takes every kick for the end of the room. */
  private static final class Deaf implements Engine {
    private final CompiledEngine right = new CompiledEngine();

    @Override
    public Location location() {
      return right.location();
    }

    @Override
    public Step step(Event event) {
      return right.step(event == Event.KICKED ? Event.ROOM_CLOSED : event);
    }
  }

  private static FuzzReport<Stimulus> report(FuzzFiles files, boolean faulty) {
    return files
        .counting(
            Fuzz.of(
                "deaf", "table", ConnectionHarness.of(faulty ? Deaf::new : CompiledEngine::new)))
        .with(options -> options.withSeed(3).withTries(400))
        .run();
  }

  @Test
  void thePageOfARunHasItsCounts() throws Exception {
    Path page = folder.resolve("a.html");
    FuzzFiles files = files("--html", page.toString());

    assertThat(files.write(shell, report(files, false), "deaf.events")).isTrue();

    assertThat(out.toString()).isEqualTo("The page:  " + page + "\n");
    assertThat(page)
        .content()
        .contains("\"source\":\"mooring fuzz, engine deaf, oracle table, seed 3, 400 lists\"")
        .contains("\"opens\":\"coverage\"")
        .doesNotContain("\"opens\":\"walk\"");
  }

  @Test
  void theFailingListIsInThePageAndCountsAreWrittenToo() throws Exception {
    Path page = folder.resolve("a.html");
    Path counts = folder.resolve("a.json");
    FuzzFiles files = files("--html", page.toString(), "--counts", counts.toString());
    FuzzReport<Stimulus> report = report(files, true);
    assertThat(report.failure()).isPresent();

    assertThat(files.write(shell, report, "deaf.events")).isTrue();

    assertThat(page)
        .content()
        .contains("\"opens\":\"walk\"", "\"walked\":{\"name\":\"deaf.events\",\"text\":\"")
        .contains("Kicked\\n");
    CoverageCounts written = CountsJson.read(Files.readString(counts));
    assertThat(written.source()).contains("deaf", Long.toString(report.total().tries()));
    assertThat(written.taken()).isNotEmpty();
  }
}
