package io.mooring.room.cli;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.report.CheckReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
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
      "  ./mooring check Queue.tla --config Small.cfg",
      "  ./mooring check Queue.tla --witness Full",
      "  ./mooring check --about --tla2tools tla2tools.jar"
    })
final class CheckCommand implements Callable<Integer>, ReportingCommand {

  private final Shell shell;

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
      description = {
        "Show a shortest behaviour that makes this predicate of SPEC.tla true, on a state or on a",
        "step, instead of checking properties. Exit code 1 if there is none."
      })
  private @Nullable String witness;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where counterexamples are written. Default: target/mooring/check.")
  private @Nullable Path out;

  @Option(
      names = "--about",
      description = {
        "Say which checker would be used, what it can do, and which known faults it has; nothing",
        "else is done."
      })
  private boolean about;

  @Mixin private final TraceMixin shown = new TraceMixin();

  @Mixin private final SearchMixin search = new SearchMixin();

  @Mixin private final CheckerOption checker = new CheckerOption();

  @Mixin private final ReportOptions reports;

  CheckCommand(Shell shell) {
    this.shell = shell;
    this.reports = new ReportOptions(shell);
  }

  @Override
  public ReportOptions reports() {
    return reports;
  }

  @Override
  public Path subject() {
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
    Path module = shell.existing(spec);
    Path used = config == null ? null : shell.existing(config);
    CheckRequest request = ModelChecking.request(module, used).searching(search.options());
    Tlc tlc = checker.tlc(shell);
    ModelChecking checking = checking(tlc, module);
    if (witness == null) {
      Summary summary = checking.checkOne(request, reporter);
      return reports.write(report(tlc, module).ofSpecification(summary));
    }
    return checking.findWitness(request, witness, reporter) ? 0 : 1;
  }

  private CheckReport report(Tlc tlc, Path subject) {
    return new CheckReport(Report.Tool.of(tlc.version()), subject, shell.directory());
  }

  private ModelChecking checking(Tlc tlc, Path subject) {
    return new ModelChecking(tlc, shell.results("check", out, subject)).showing(shown.view(shell));
  }

  private int manifest(ShellReporter reporter) throws TlcException {
    if (config != null || witness != null) {
      throw new UsageException(
          config != null
              ? "--config says how to check a specification, and none is named"
              : "--witness is a predicate of a specification, and none is named",
          "For example: mooring check Queue.tla "
              + (config != null ? "--config " + config : "--witness " + witness));
    }
    if (shown.selects()) {
      throw new UsageException(
          "--only and --hide name variables of a specification, and none is named",
          "For example: mooring check Queue.tla --only queue");
    }
    if (!search.given().isEmpty()) {
      throw new UsageException(
          search.given().get(0) + " says how to check a specification, and none is named",
          "For example: mooring check Queue.tla " + search.given().get(0));
    }
    Path models =
        manifest == null ? shell.project().resolve("spec/manifest.json") : shell.existing(manifest);
    Tlc tlc = checker.tlc(shell);
    Summary summary = checking(tlc, models).checkManifest(models, deep, reporter);
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
}
