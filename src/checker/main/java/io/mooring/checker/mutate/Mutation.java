package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.mutate.MutationRun.Limits;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The mutation of one specification as a caller asks for it: from its mutants, of which some are
 * chosen, to their results.
 */
public final class Mutation {

  private final Tlc tlc;
  private final Path module;
  private final List<Path> configs;
  private final ReviewedList reviewed;
  private final MutantSelection selection;
  private final Limits limits;
  private final MutantSet mutantSet;
  private final List<Mutant> chosen;

  private Mutation(
      Tlc tlc,
      Path module,
      List<Path> configs,
      ReviewedList reviewed,
      MutantSelection selection,
      Limits limits,
      MutantSet mutantSet) {
    this.tlc = tlc;
    this.module = module;
    this.configs = List.copyOf(configs);
    this.reviewed = reviewed;
    this.selection = selection;
    this.limits = limits;
    this.mutantSet = mutantSet;
    this.chosen = selection.of(mutantSet, reviewed);
  }

  /**
   * Makes the mutants of a specification and chooses some; checks none.
   *
   * @param configs the configurations in which they are checked, the cheapest first; empty for the
   *     one beside the module with its name
   * @throws RefusedException if nothing can be checked this way
   * @throws TlcException if the specification cannot be read
   */
  public static Mutation of(
      Tlc tlc,
      Path module,
      List<Path> configs,
      ReviewedList reviewed,
      MutantSelection selection,
      Limits limits)
      throws TlcException {
    List<Path> used = configs.isEmpty() ? List.of(ModuleFile.beside(module, ".cfg")) : configs;
    requireNames(used);
    selection.requireSample();
    Long states = limits.states();
    if (states != null && states < 1) {
      throw new RefusedException(
          "--limit-states " + states + " allows nothing", "Give at least 1.");
    }
    MutantSet mutantSet = MutantFinder.mutants(tlc, module, used, selection.modules());
    Mutation mutation = new Mutation(tlc, module, used, reviewed, selection, limits, mutantSet);
    if (mutantSet.mutants().isEmpty()) {
      throw mutation.nothingToChange();
    }
    if (mutation.chosen.isEmpty()) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "%s: none of its %,d mutants is left by --only, --matching and --skip-reviewed",
              module,
              mutantSet.mutants().size()),
          "'mooring mutate " + module.getFileName() + " --list' lists all.");
    }
    return mutation;
  }

  /** The matrix lists configurations by their names. */
  private static void requireNames(List<Path> configs) throws RefusedException {
    Set<Path> names = new HashSet<>();
    for (Path config : configs) {
      if (!names.add(config.getFileName())) {
        throw new RefusedException(
            "--config names two files " + config.getFileName(),
            "Give each configuration once, with a unique name: the matrix lists them by name.");
      }
    }
  }

  /** The configurations in which mutants are checked. */
  public List<Path> configs() {
    return configs;
  }

  /** The mutants that were chosen, in the order of the text. */
  public List<Mutant> chosen() {
    return chosen;
  }

  /** A note on modules that define behaviour and are not changed, if there are any. */
  public Optional<String> note() {
    return selection.modules().isEmpty() && !mutantSet.elsewhere().isEmpty()
        ? Optional.of(
            "note: behaviour stands in "
                + modules(mutantSet.elsewhere())
                + " as well, which is left as it is; "
                + option()
                + " changes that")
        : Optional.empty();
  }

  /**
   * Checks the chosen mutants.
   *
   * @param journal the log of earlier results, to which new ones are added
   * @param interrupted whether the user has interrupted the run
   * @throws TlcException if the specification itself cannot be checked, or does not hold
   */
  public MutationOutcome run(ResultLog journal, Reporter reporter, BooleanSupplier interrupted)
      throws TlcException {
    KillMatrix matrix =
        new MutationRun(tlc, mutantSet, limits, journal, reporter, interrupted)
            .run(chosen, configs);
    boolean partly = selection.modules().isEmpty() && !mutantSet.elsewhere().isEmpty();
    String hint =
        partly
            ? "What the specification does stands in "
                + modules(mutantSet.elsewhere())
                + "; "
                + option()
                + " changes that."
            : "Why stands above; without --sample, --only and --matching there may be others.";
    return new MutationOutcome(
        mutantSet, matrix, reviewed, reviewed.stale(matrix, mutantSet), hint);
  }

  private RefusedException nothingToChange() {
    List<String> named = selection.modules();
    String changed = named.isEmpty() ? mutantSet.name() : String.join(", ", named);
    return mutantSet.elsewhere().isEmpty()
        ? new RefusedException(
            module + " has no mutants: nothing in " + changed + " is behaviour that can be changed",
            "Look at what SPECIFICATION, or INIT and NEXT, of the configuration name.")
        : new RefusedException(
            module
                + " has no mutants in the text of "
                + changed
                + ": what it does stands in "
                + modules(mutantSet.elsewhere()),
            option() + " changes that.");
  }

  private static String modules(List<String> names) {
    return (names.size() == 1 ? "module " : "modules ") + String.join(", ", names);
  }

  private String option() {
    return "--module " + String.join(",", mutantSet.elsewhere());
  }
}
