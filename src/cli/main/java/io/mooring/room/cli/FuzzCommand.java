package io.mooring.room.cli;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.ModelException;
import io.mooring.mbt.fuzz.CorpusReport;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzOptions;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.Run;
import io.mooring.room.harness.ConnectionTestSource;
import io.mooring.room.harness.model.Stimulus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code fuzz}: a long search for a sequence of events that breaks the specification.
 */
@Command(
    name = "fuzz",
    description = {
      "Drives real room connections with random lists of events, illegal and late ones among them.",
      "In every fourth list processes die, come back from what was stored, and sleep.",
      "Lists that increase the coverage of the specification's graph are kept, and mutated to make",
      "further lists.",
      "Every step is checked against all rules, and by TLC against the text of the specification;",
      "with --oracle timed, every run is also checked against the timed specification."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring fuzz --for 10m --engine spring",
      "  ./mooring fuzz --oracle table --threads 2 --corpus corpus",
      "  ./mooring fuzz --oracle table --minimise --corpus corpus",
      "  ./mooring fuzz --oracle timed --tries 1000",
      "  ./mooring fuzz --oracle table --html target/coverage.html",
      "  ./mooring fuzz --replay target/mooring/fuzz/compiled-42.events"
    })
final class FuzzCommand implements Callable<Integer> {

  private static final long DEFAULT_TRIES = 10_000;

  private final Shell shell;

  @ArgGroup(exclusive = true)
  private @Nullable Extent extent;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the random lists. Default: a new one, which the report names.")
  private @Nullable Long seed;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "compiled",
      description = "The engine: compiled or spring. Default: ${DEFAULT-VALUE}.")
  private EngineChoice engine = EngineChoice.COMPILED;

  @Option(
      names = "--oracle",
      paramLabel = "NAME",
      defaultValue = "tlc",
      description =
          "The oracle: tlc or table checks each step; timed checks whole runs in"
              + " virtual time against the specifications RoomReconnect and RoomRun."
              + " Default: ${DEFAULT-VALUE}.")
  private OracleChoice oracle = OracleChoice.TLC;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "60",
      description = "The maximum length of a list. Default: ${DEFAULT-VALUE}.")
  private int maxLength;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of threads. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where a failing list is written. Default: target/mooring/fuzz/ENGINE-SEED.events.")
  private @Nullable Path out;

  @Option(names = "--blind", description = "Generate each list independently of the corpus.")
  private boolean blind;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description =
          "Keep the corpus in a folder, one list per file, and start with the lists"
              + " in it. Several runs may share it. Without --tries or --for the run"
              + " continues until it is stopped.")
  private @Nullable Path corpus;

  @Mixin private final FuzzFiles files = new FuzzFiles();

  FuzzCommand(Shell shell) {
    this.shell = shell;
  }

  /** How much to do: one of these. */
  static final class Extent {
    @Option(
        names = "--tries",
        paramLabel = "N",
        description = "The number of lists. Default: " + DEFAULT_TRIES + ".")
    private @Nullable Long tries;

    @Option(
        names = "--for",
        paramLabel = "TIME",
        description = "Fuzz for this time: 30s, 10m, 2h, 1h30m.")
    private @Nullable Duration time;

    @Option(
        names = "--replay",
        paramLabel = "FILE",
        description = "Replay one list from a file, with one event per line.")
    private @Nullable Path replay;

    @Option(
        names = "--minimise",
        description = "Minimise the corpus: remove lists that add no coverage.")
    private boolean minimise;
  }

  @Override
  public Integer call() throws TlcException, InputFormatException, ModelException {
    requirePositive("--max-length", maxLength);
    requirePositive("--threads", threads);
    files.check(shell, extent != null && (extent.replay != null || extent.minimise));
    if (extent != null && extent.replay != null) {
      return replay(extent.replay);
    }
    if (extent != null && extent.minimise) {
      return minimise();
    }
    if (blind && corpus != null) {
      throw new UsageException("--blind keeps nothing, so there is nothing for --corpus", "");
    }
    long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
    Path file =
        out == null
            ? shell.artefacts("fuzz").resolve(engine + "-" + first + ".events")
            : shell.resolve(out);
    try (OracleChoice.Opened opened = oracle.open(shell.project())) {
      Fuzz<Stimulus> fuzz =
          files
              .counting(opened.fuzz(engine))
              .with(
                  options ->
                      guided(sized(options))
                          .withSeed(first)
                          .withMaxLength(maxLength)
                          .withThreads(threads)
                          .withFailureFile(file))
              .withProgress(so -> shell.progress().update(so.toString().strip()))
              .withStop(shell.interrupts()::requested);
      FuzzReport<Stimulus> report = fuzz.run();
      int code = report(report, file);
      String list = file.getFileName().toString();
      return files.write(shell, report, list) ? code : Math.max(code, ErrorHandler.WRONG);
    }
  }

  private FuzzOptions guided(FuzzOptions options) {
    if (corpus != null) {
      return options.withCorpus(shell.resolve(corpus));
    }
    return blind ? options : options.withGuidance();
  }

  private FuzzOptions sized(FuzzOptions options) {
    if (extent != null && extent.time != null) {
      return options.withDuration(extent.time);
    }
    if (extent == null && corpus != null) {
      return options.withTries(Long.MAX_VALUE);
    }
    long tries = extent == null || extent.tries == null ? DEFAULT_TRIES : extent.tries;
    requirePositive("--tries", tries);
    return options.withTries(tries);
  }

  private int report(FuzzReport<Stimulus> report, Path file) {
    shell.say(report.text().stripTrailing().replace(file.toString(), shell.show(file)));
    shell.say();
    if (report.failure().isPresent()) {
      FuzzReport.Failure<Stimulus> failure = report.failure().get();
      if (failure.file().isPresent()) {
        shell.say(
            "Again, this list alone:  ./mooring fuzz"
                + options()
                + " --replay "
                + shell.show(file));
      } else {
        shell.warn(
            "warning: " + shell.show(file) + " could not be written; the list is printed above");
      }
      if (isRepeatable()) {
        shell.say("Again, from the start:   " + again(report, failure.tryNumber() + 1));
      }
      writeTest(file, failure.run());
      return 1;
    }
    if (corpus != null) {
      shell.say("On from here:  ./mooring fuzz" + options() + extent());
    } else if (isRepeatable()) {
      shell.say("Again:  " + again(report, report.total().tries()));
    }
    return 0;
  }

  /** Whether the same seed gives the same lists: not when threads or processes share a corpus. */
  private boolean isRepeatable() {
    return blind || (corpus == null && threads == 1);
  }

  /** Writes a failing list as a test beside its file. */
  private void writeTest(Path file, Run<Stimulus> run) {
    String name = ConnectionTestSource.className(file.getFileName().toString());
    Path test = file.resolveSibling(name + ".java");
    if (shell.save(test, oracle.test(shell.project(), name, engine.source(), run))) {
      shell.say("As a JUnit test:         " + shell.show(test));
    }
  }

  private String extent() {
    return (threads == 1 ? "" : " --threads " + threads)
        + (maxLength == 60 ? "" : " --max-length " + maxLength)
        + (extent == null || extent.time == null ? "" : " --for " + extent.time.toSeconds() + "s")
        + (extent == null || extent.tries == null ? "" : " --tries " + extent.tries);
  }

  private String again(FuzzReport<Stimulus> report, long tries) {
    return "./mooring fuzz"
        + options()
        + (blind ? " --blind" : "")
        + (maxLength == 60 ? "" : " --max-length " + maxLength)
        + " --seed "
        + report.options().seed()
        + " --tries "
        + Math.max(1, tries);
  }

  private String options() {
    return (engine == EngineChoice.COMPILED ? "" : " --engine " + engine)
        + (oracle == OracleChoice.TLC ? "" : " --oracle " + oracle)
        + (corpus == null ? "" : " --corpus " + corpus);
  }

  private int replay(Path list) throws TlcException, InputFormatException {
    Path file = shell.existing(list);
    try (OracleChoice.Opened opened = oracle.open(shell.project())) {
      Run<Stimulus> run = opened.fuzz(engine).replay(file);
      shell.say(run.report().stripTrailing());
      shell.say();
      shell.say(run.violation().isPresent() ? "The list is violated." : "The list holds.");
      return run.violation().isPresent() ? 1 : 0;
    }
  }

  private int minimise() throws TlcException {
    if (corpus == null) {
      throw new UsageException("--minimise needs the folder to make smaller", "add --corpus DIR");
    }
    Path folder = shell.resolve(corpus);
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + shell.show(folder), "");
    }
    try (OracleChoice.Opened opened = oracle.open(shell.project())) {
      CorpusReport report =
          opened.fuzz(engine).with(options -> options.withCorpus(folder)).minimise();
      shell.say(report.text().stripTrailing());
      return report.violated().isEmpty() ? 0 : 1;
    }
  }

  private static void requirePositive(String option, long value) {
    if (value <= 0) {
      throw new UsageException(option + " must be 1 or more, not " + value, "");
    }
  }
}
