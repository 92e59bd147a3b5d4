package io.mooring.room.cli;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a fuzz writes of all of its lists, whether one of them failed or not. */
final class FuzzFiles {

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description =
          "Write how often the lists took each row, edge and edge pair, as JSON."
              + " The atlas shows it; see src/docs/guide/reports.md.")
  private @Nullable Path counts;

  /** Refuses what cannot be written, before anything is searched. */
  void check(Shell shell, boolean searchesNothing) {
    if (counts == null) {
      return;
    }
    if (searchesNothing) {
      throw new UsageException(
          "--counts belongs to a search", "Leave out --replay and --minimise, or --counts.");
    }
    if (Files.isDirectory(shell.resolve(counts))) {
      throw new UsageException("--counts names " + counts + ", which is a folder", "");
    }
  }

  /** The fuzz, which counts if that is wanted. */
  Fuzz<Stimulus> counting(Fuzz<Stimulus> fuzz) {
    return counts == null ? fuzz : fuzz.withCounts();
  }

  /** Writes what is wanted, and returns whether it could. */
  boolean write(Shell shell, FuzzReport<Stimulus> report) {
    if (counts == null) {
      return true;
    }
    Path file = shell.resolve(counts);
    boolean written = shell.save(file, CountsJson.write(counts(report)));
    if (written) {
      shell.say("The counts:  " + shell.show(file));
    }
    return written;
  }

  private static CoverageCounts counts(FuzzReport<Stimulus> report) {
    return report
        .total()
        .coverage()
        .counts(
            Table.FINGERPRINT,
            "mooring fuzz, engine "
                + report.system()
                + ", oracle "
                + report.oracle()
                + ", seed "
                + report.options().seed()
                + ", "
                + report.total().tries()
                + (report.total().tries() == 1 ? " list" : " lists"));
  }
}
