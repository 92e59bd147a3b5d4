package io.mooring.room.cli;

import io.mooring.room.codegen.modelcheck.ModelChecking;
import io.mooring.room.codegen.modelcheck.Summary;
import io.mooring.room.codegen.tlc.TlcException;
import java.nio.file.Path;
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
      "Model-checks a TLA+ specification; without one, every model of the manifest.",
      "A violation is shown as numbered steps, and written as a Mermaid diagram and as ITF JSON."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring check                       every model of spec/manifest.json",
      "  ./mooring check Queue.tla --config Small.cfg"
    })
final class CheckCommand implements Callable<Integer> {

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
      description = "The list of models with what each must give. Default: spec/manifest.json.")
  private @Nullable Path manifest;

  @Option(names = "--fast", description = "Leave out the models that the manifest calls slow.")
  private boolean fast;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where counterexamples are written. Default: target/mooring/check.")
  private @Nullable Path out;

  @Mixin private final CheckerOption checker = new CheckerOption();

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws TlcException {
    Path folder = out == null ? shell.artefacts("check") : shell.resolve(out);
    ModelChecking checking = new ModelChecking(checker.tlc(shell), folder);
    shell
        .interrupts()
        .lastWords(
            () ->
                shell.warn(
                    "Interrupted. What stands above is complete; the rest was not checked."));
    return checked(checking).exitCode();
  }

  private Summary checked(ModelChecking checking) throws TlcException {
    ShellReporter reporter = new ShellReporter(shell);
    if (spec == null) {
      if (config != null) {
        throw new Refusal(
            "--config says how to check a specification, and none is named",
            "For example: mooring check Queue.tla --config " + config);
      }
      Path models =
          manifest == null
              ? shell.project().resolve("spec/manifest.json")
              : shell.existing(manifest);
      return checking.checkManifest(models, fast, reporter);
    }
    if (manifest != null || fast) {
      throw new Refusal(
          "a specification and "
              + (manifest != null ? "--manifest" : "--fast")
              + " exclude each other",
          "Leave out one of them.");
    }
    return checking.checkOne(
        shell.existing(spec), config == null ? null : shell.existing(config), reporter);
  }
}
