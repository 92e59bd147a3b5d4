package io.mooring.room.cli;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.events.CheckpointFile;
import io.mooring.mbt.events.EventTraces;
import io.mooring.mbt.events.TraceMap;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The specification that traces are validated against, if it is not the room's. */
@HelpSection.In(HelpSection.CHECKED)
final class SpecificationMixin {

  @Option(
      names = "--spec",
      paramLabel = "SPEC.tla",
      description =
          "Validate against this specification: each line is one of its actions, or values of its "
              + "variables. See traces-of-any-specification.md.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Its configuration. Default: the one beside it with the same name.")
  private @Nullable Path config;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "What the members of a line mean. Its expressions are code: they run in the checker.")
  private @Nullable Path map;

  @Option(
      names = "--unseen",
      paramLabel = "N",
      description = "Up to N steps may happen before a line without one of their own. Default: 0.")
  private @Nullable Integer unseen;

  @Option(
      names = "--unseen-action",
      paramLabel = "NAME",
      description = "An action of these steps; may be given several times. Default: all.")
  private Set<String> unseenActions = new LinkedHashSet<>();

  @Option(
      names = "--states",
      paramLabel = "N",
      description =
          "How many states may be possible at once; a trace with more is undecided (exit code 3). "
              + "Default: "
              + EventTraces.STATES
              + ".")
  private @Nullable Integer states;

  @Option(
      names = "--resume",
      description =
          "Continue an earlier call with the same traces that was stopped, from its checkpoint.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "Where a long call saves how far it is, for --resume."
              + " Default: target/mooring/validate/SPEC.checkpoint.json.")
  private @Nullable Path checkpoint;

  @Mixin private final CheckerOption checker = new CheckerOption();

  boolean isGiven() {
    return spec != null;
  }

  /** Refuses what says nothing without a specification. */
  void refuseAlone() {
    String given =
        config != null
            ? "--config"
            : map != null
                ? "--map"
                : unseen != null
                    ? "--unseen"
                    : !unseenActions.isEmpty()
                        ? "--unseen-action"
                        : states != null
                            ? "--states"
                            : resume ? "--resume" : checkpoint != null ? "--checkpoint" : library();
    if (!given.isEmpty()) {
      throw new UsageException(
          given + " belongs to --spec, which is missing",
          "Without --spec the traces are those of a room.");
    }
  }

  private String library() {
    String typed = checker.typed();
    return typed.isEmpty() ? "" : typed.contains("--tla2tools") ? "--tla2tools" : "--library";
  }

  EventTraces open(Shell shell) throws TlcException {
    Path module = shell.existing(Objects.requireNonNull(spec));
    CheckRequest request =
        ModelChecking.request(module, config == null ? null : shell.existing(config));
    TraceMap meaning = map == null ? TraceMap.PLAIN : TraceMap.read(shell.existing(map));
    return EventTraces.open(checker.tlc(shell), request, meaning);
  }

  EventTraces.Options options(Shell shell, boolean continued) {
    if (unseen != null && unseen < 0) {
      throw new UsageException("--unseen is at least 0, not " + unseen, "");
    }
    if (states != null && states < 1) {
      throw new UsageException("--states is at least 1, not " + states, "");
    }
    if (!unseenActions.isEmpty() && unseen == null) {
      throw new UsageException("--unseen-action needs --unseen", "For example: --unseen 2");
    }
    return new EventTraces.Options(
        unseen == null ? 0 : unseen,
        unseenActions,
        states == null ? EventTraces.STATES : states,
        continued,
        bytes -> shell.progress().update(ValidateCommand.number(bytes >> 20) + " MiB read"),
        shell.interrupts()::requested,
        Optional.of(
            CheckpointFile.in(
                checkpoint(shell), resume, warning -> shell.warn(shell.brief(warning)))));
  }

  private Path checkpoint(Shell shell) {
    Path module = shell.existing(Objects.requireNonNull(spec));
    return checkpoint == null
        ? shell
            .results("validate", null, module)
            .resolve(ModuleFile.name(module) + ".checkpoint.json")
        : shell.resolve(checkpoint);
  }
}
