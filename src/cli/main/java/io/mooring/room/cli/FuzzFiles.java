package io.mooring.room.cli;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write the atlas with these counts: a page that shows what was taken and what never was."
              + " A failing list can be walked in it.")
  private @Nullable Path html;

  /** Refuses what cannot be written, before anything is searched. */
  void check(Shell shell, boolean searchesNothing) {
    check(shell, "--counts", counts, searchesNothing);
    check(shell, "--html", html, searchesNothing);
  }

  private static void check(Shell shell, String option, @Nullable Path file, boolean nothing) {
    if (file == null) {
      return;
    }
    if (nothing) {
      throw new UsageException(
          option + " belongs to a search", "Leave out --replay and --minimise, or " + option + ".");
    }
    if (Files.isDirectory(shell.resolve(file))) {
      throw new UsageException(option + " names " + file + ", which is a folder", "");
    }
  }

  /** The fuzz, which counts if that is wanted. */
  Fuzz<Stimulus> counting(Fuzz<Stimulus> fuzz) {
    return counts == null && html == null ? fuzz : fuzz.withCounts();
  }

  /**
   * Writes what is wanted.
   *
   * @param list what a failing list is called
   * @return whether it could be written
   */
  boolean write(Shell shell, FuzzReport<Stimulus> report, String list)
      throws TlcException, ModelException {
    boolean written = true;
    if (counts != null) {
      written = save(shell, "The counts", shell.resolve(counts), CountsJson.write(counts(report)));
    }
    if (html != null) {
      String page = page(shell.project(), report, list).html();
      written &= save(shell, "The page", shell.resolve(html), page);
    }
    return written;
  }

  private static boolean save(Shell shell, String what, Path file, String text) {
    boolean written = shell.save(file, text);
    if (written) {
      shell.say(what + ":  " + shell.show(file));
    }
    return written;
  }

  private static Atlas.Page page(Path project, FuzzReport<Stimulus> report, String list)
      throws TlcException, ModelException {
    Path spec = project.resolve("spec");
    return new Generator(Tlc.bundled())
        .atlas(
            spec.resolve("RoomConnection.tla"),
            spec.resolve("RoomConnection.cfg"),
            Optional.of(spec.resolve("RoomTiming.tla")),
            model -> enclosed(model, report, list));
  }

  private static Enclosed enclosed(Model model, FuzzReport<Stimulus> report, String list) {
    try {
      return new Enclosed(
          Optional.of(counts(report).of(model)),
          Optional.empty(),
          report.failure().map(failure -> new Enclosed.Walk(list, failure.run().text())));
    } catch (ModelException other) {
      throw new UsageException(
          "the page is not written, because the specification has changed: " + other.getMessage(),
          "Run ./mooring generate, and fuzz again.");
    }
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
