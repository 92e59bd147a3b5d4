package io.mooring.room.cli;

import io.mooring.checker.distributed.WorkerPool;
import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.modelcheck.Sweep;
import io.mooring.checker.report.CheckReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code check}: model checking, of this project's models or of any specification. */
@Command(
    name = "check",
    description = {
      "Model-checks a TLA+ specification; without one, every fast model of the manifest.",
      "A violation is shown as numbered steps, and written as a Mermaid diagram and as ITF JSON."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring check                       every fast model of spec/manifest.json",
      "  ./mooring check --deep                every model, the deep ones too",
      "  ./mooring check --deep --distributed  the same on all workers that join",
      "  ./mooring check Queue.tla --config Small.cfg",
      "  ./mooring check Queue.tla --witness Full",
      "  ./mooring check Queue.tla --sweep Size=2,3,4 --timeout 10m",
      "  ./mooring check Queue.tla --simulate --depth 500",
      "  ./mooring check --about --tla2tools tla2tools.jar"
    })
@HelpSection.In(HelpSection.CHECKED)
final class CheckCommand extends ReportingCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SPEC.tla",
      description = "The specification to check.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Its configuration. Default: the .cfg file beside it with the same name.")
  private @Nullable Path config;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The list of models, each with its expected result. Default: spec/manifest.json.")
  private @Nullable Path manifest;

  @Option(
      names = "--deep",
      description = "Check the deep models of the manifest too; they take minutes.")
  private boolean deep;

  @Option(
      names = "--witness",
      paramLabel = "NAME",
      description =
          "Show a shortest behaviour that makes this predicate of SPEC.tla true, on a state or on a "
              + "step, instead of checking properties. Exit code 1 if there is none. Repeatable: of several "
              + "the states and steps are counted too.")
  private List<String> witnesses = List.of();

  @Option(
      names = "--sweep",
      paramLabel = "N=2,3,4",
      description =
          "Check once for each of these values of a constant, with one line for each. Repeatable: of "
              + "several constants, every combination. The exit code is the worst one.")
  private List<String> sweeps = List.of();

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where counterexamples are written. Default: target/mooring/check.")
  private @Nullable Path out;

  @HelpSection.In(HelpSection.CHECKER)
  @Option(
      names = "--about",
      description =
          "Say which checker would be used, what it can do, and which known faults it has; nothing "
              + "else is done.")
  private boolean about;

  @Mixin private final TraceMixin shown = new TraceMixin();

  @Mixin private final SearchMixin search = new SearchMixin();

  @Mixin private final DistributedMixin machines = new DistributedMixin();

  @Mixin private final CheckerOption checker = new CheckerOption();

  CheckCommand(Shell shell) {
    super(shell);
  }

  @Override
  Path subject() {
    return spec != null ? spec : manifest != null ? manifest : Path.of(Shell.MANIFEST);
  }

  @Override
  public Integer call() throws TlcException {
    if (about) {
      ModelChecking.about(checker.tlc(shell), new ShellReporter(shell));
      return 0;
    }
    shell
        .interrupts()
        .lastWords(
            () ->
                shell.warn(
                    spec == null
                        ? "Interrupted. Only the models that are listed above, if any, were checked."
                        : "Interrupted before the check was done: nothing is known of "
                            + spec
                            + "."));
    ShellReporter reporter = new ShellReporter(shell);
    machines.refuseWithout();
    if (spec == null) {
      return manifest(reporter);
    }
    if (manifest != null || deep) {
      throw new UsageException(
          "a specification and "
              + (manifest != null ? "--manifest" : "--deep")
              + " exclude each other",
          "Leave out one of them.");
    }
    machines.refuseWithSpecification();
    if (!witnesses.isEmpty() && (search.simulates() || !sweeps.isEmpty())) {
      throw new UsageException(
          "--witness and "
              + (search.simulates() ? "--simulate" : "--sweep")
              + " exclude each other",
          "A witness is searched for in all behaviours, with the constants of the configuration.");
    }
    Path module = shell.existing(spec);
    Path used = config == null ? null : shell.existing(config);
    CheckRequest request = ModelChecking.request(module, used).searching(search.options());
    Tlc tlc = checker.tlc(shell);
    ModelChecking checking = checking(tlc, module);
    Summary summary =
        !sweeps.isEmpty()
            ? checking.sweep(request, sweepsOf(sweeps), reporter)
            : witnesses.isEmpty()
                ? checking.checkOne(request, reporter)
                : checking.findWitnesses(request, witnesses, reporter);
    return reports.write(report(tlc, module).ofSpecification(summary));
  }

  private static List<Sweep> sweepsOf(List<String> texts) throws TlcException {
    List<Sweep> all = new ArrayList<>();
    for (String text : texts) {
      all.add(Sweep.of(text));
    }
    return all;
  }

  private CheckReport report(Tlc tlc, Path subject) {
    return new CheckReport(Report.Tool.of(tlc.version()), subject, shell.directory());
  }

  private ModelChecking checking(Tlc tlc, Path subject) {
    return new ModelChecking(tlc, shell.results("check", out, subject)).showing(shown.view(shell));
  }

  private int manifest(ShellReporter reporter) throws TlcException {
    if (config != null || !witnesses.isEmpty()) {
      throw new UsageException(
          config != null
              ? "--config says how to check a specification, and none is named"
              : "--witness is a predicate of a specification, and none is named",
          "For example: mooring check Queue.tla "
              + (config != null ? "--config " + config : "--witness " + witnesses.get(0)));
    }
    if (shown.selects()) {
      throw new UsageException(
          "--only and --hide name variables of a specification, and none is named",
          "For example: mooring check Queue.tla --only queue");
    }
    if (!sweeps.isEmpty()) {
      throw new UsageException(
          "--sweep is about a constant of a specification, and none is named",
          "For example: mooring check Queue.tla --sweep " + sweeps.get(0));
    }
    search.refuseWithManifest();
    Path models =
        manifest == null ? shell.project().resolve("spec/manifest.json") : shell.existing(manifest);
    Tlc tlc = checker.tlc(shell);
    Summary summary = checked(tlc, models, reporter);
    int leftOut = summary.leftOut().size();
    if (leftOut > 0) {
      shell.say(
          String.format(
              Locale.ROOT,
              "%d deep %s left out; ./mooring check --deep checks %s too: %s",
              leftOut,
              leftOut == 1 ? "model was" : "models were",
              leftOut == 1 ? "it" : "them",
              String.join(", ", summary.leftOut())));
    }
    return reports.write(report(tlc, models).ofManifest(summary));
  }

  private Summary checked(Tlc tlc, Path models, ShellReporter reporter) throws TlcException {
    ModelChecking checking = checking(tlc, models);
    if (!machines.wanted()) {
      return checking.checkManifest(models, deep, search.timeout(), reporter);
    }
    try (WorkerPool workerPool = machines.open(tlc, shell)) {
      return checking.onWorkers(workerPool).checkManifest(models, deep, search.timeout(), reporter);
    }
  }
}
