package io.mooring.room.cli;

import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.atlas.EnclosedFiles;
import io.mooring.codegen.atlas.Enclosing;
import io.mooring.codegen.fleet.FleetReader;
import io.mooring.codegen.fleet.FleetReport;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a page has in it. */
final class AtlasFiles {

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description =
          "Show how often each row, edge and edge pair was taken, as fuzz --counts or a test wrote"
              + " it. Given several times, the counts are added.")
  private List<Path> counts = List.of();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Open the page at the comparison with another version: the model file that generate wrote"
              + " of it, below model/.")
  private @Nullable Path compare;

  @Option(
      names = "--fleet",
      paramLabel = "DIR",
      description =
          "Open the page at the report of a fleet: the folder that the job on Flink has written,"
              + " with verdicts, and tallies and counts if there are any.")
  private @Nullable Path fleet;

  /** Reads them. */
  Enclosing read(Shell shell) {
    List<Path> files = counts.stream().map(shell::existing).toList();
    Optional<Path> other = Optional.ofNullable(compare).map(shell::existing);
    try {
      EnclosedFiles read = EnclosedFiles.read(files, other);
      Optional<FleetReport> report = report(shell);
      return model -> in(shell, model, read, report);
    } catch (ModelException wrong) {
      throw refused(shell, wrong);
    }
  }

  private Optional<FleetReport> report(Shell shell) throws ModelException {
    if (fleet == null) {
      return Optional.empty();
    }
    FleetReport report = FleetReader.read(shell.resolve(fleet));
    shell.say(report.summary());
    return Optional.of(report);
  }

  private static Enclosed in(
      Shell shell, Model model, EnclosedFiles files, Optional<FleetReport> report) {
    try {
      Enclosed enclosed = files.of(model);
      if (report.isEmpty()) {
        return enclosed;
      }
      long foreign = report.get().counts().foreign(model);
      if (foreign > 0) {
        shell.warn(
            foreign + " records of counts are of another version or another machine: left out");
      }
      return enclosed.reporting(report.get(), report.get().counts().of(model));
    } catch (ModelException foreign) {
      throw refused(shell, foreign);
    }
  }

  private static UsageException refused(Shell shell, ModelException wrong) {
    return new UsageException(shell.brief(String.valueOf(wrong.getMessage())), "");
  }
}
