package io.mooring.checker.mutate;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.TooLittleMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Checks one mutant in one configuration, in a separate folder. */
final class MutantRun {

  private final Tlc tlc;
  private final MutantSet mutantSet;
  private final ConfigPass pass;
  private final BooleanSupplier interrupted;

  MutantRun(Tlc tlc, MutantSet mutantSet, ConfigPass pass, BooleanSupplier interrupted) {
    this.tlc = tlc;
    this.mutantSet = mutantSet;
    this.pass = pass;
    this.interrupted = interrupted;
  }

  /** The result of a mutant; empty if the user interrupts the check. */
  Optional<MutantResult> run(Mutant mutant, Path folder) throws TlcException {
    long start = System.nanoTime();
    Path module = write(mutant, folder);
    Path home = mutantSet.module().toAbsolutePath().normalize().resolveSibling("");
    CheckRequest request = pass.request(module).withHomes(List.of(home));
    Guard guard = new Guard(start);
    MutantResult result;
    try {
      result = resultOf(mutant, tlc.check(request, guard), guard);
    } catch (TooLittleMemory full) {
      result = without(mutant, MutantResult.Status.UNDECIDED, full, folder, start);
    } catch (TlcException unusable) {
      // It parsed before the change: so the change, and nothing else, is what cannot be used.
      result = without(mutant, MutantResult.Status.STILLBORN, unusable, folder, start);
    }
    return interrupted.getAsBoolean() ? Optional.empty() : Optional.of(result);
  }

  private Path write(Mutant mutant, Path folder) throws TlcException {
    try {
      // Not what is above it: at an interrupt that is gone, and must stay so.
      Files.createDirectory(folder);
      for (Map.Entry<String, String> text : mutantSet.texts(mutant).entrySet()) {
        Files.writeString(folder.resolve(text.getKey() + ".tla"), text.getValue());
      }
      return folder.resolve(mutantSet.name() + ".tla");
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be written", failure);
    }
  }

  private MutantResult resultOf(Mutant mutant, CheckResult check, Guard guard) {
    MutantResult.Status status =
        switch (check.verdict()) {
          case SUCCESS, NOTHING_JUDGED -> passed(check);
          case SAFETY_FAILURE, LIVENESS_FAILURE, POSTCONDITION_FAILURE ->
              MutantResult.Status.KILLED;
          case DEADLOCK -> MutantResult.Status.DEADLOCK;
          case ASSUMPTION_FAILURE -> MutantResult.Status.ASSUMPTION;
          case EVALUATION_ERROR -> MutantResult.Status.STILLBORN;
          case SIMULATED, STOPPED -> MutantResult.Status.UNDECIDED;
        };
    OptionalInt steps =
        check.trace().isPresent()
            ? OptionalInt.of(check.trace().get().steps().size())
            : OptionalInt.empty();
    String detail =
        switch (status) {
          case UNDECIDED -> guard.why;
          case STILLBORN ->
              check.span().map(span -> span.line() + ": ").orElse("") + check.message();
          case WITNESS -> "nothing makes it true any more";
          case PINNED -> String.join("; ", differences(check));
          default -> check.message();
        };
    Optional<String> property =
        status == MutantResult.Status.WITNESS
            ? check.exercised().unseen().stream().findFirst()
            : check.property();
    return new MutantResult(mutant, pass.name(), status, property, steps, detail, check.time(), 1);
  }

  /** A mutant without a violation may still lack a witness or differ from the baseline. */
  private MutantResult.Status passed(CheckResult check) {
    if (!check.exercised().unseen().isEmpty()) {
      return MutantResult.Status.WITNESS;
    }
    return differences(check).isEmpty() ? MutantResult.Status.SURVIVED : MutantResult.Status.PINNED;
  }

  private List<String> differences(CheckResult check) {
    return pass.pins().map(pins -> pins.differences(check)).orElse(List.of());
  }

  /** The result of a mutant whose check ended without one. */
  private MutantResult without(
      Mutant mutant, MutantResult.Status status, TlcException why, Path folder, long start) {
    String message = String.valueOf(why.getMessage()).replace(folder + "/", "");
    return new MutantResult(
        mutant,
        pass.name(),
        status,
        Optional.empty(),
        OptionalInt.empty(),
        message.strip().replaceAll("\\s*\\n\\s*", " "),
        Duration.ofNanos(System.nanoTime() - start),
        1);
  }

  /** Ends the check at its bounds, or when the user interrupts. */
  private final class Guard implements CheckProgress {

    private final long start;
    private volatile String why = "interrupted";

    Guard(long start) {
      this.start = start;
    }

    @Override
    public void update(long distinctStates, long generatedStates, long queuedStates) {}

    @Override
    public boolean enough(long distinctStates) {
      Bounds bounds = pass.bounds();
      if (distinctStates > bounds.states()) {
        why = String.format(Locale.ROOT, "has more than %,d distinct states", bounds.states());
        return true;
      }
      if (System.nanoTime() - start > bounds.time().toNanos()) {
        why = String.format(Locale.ROOT, "takes longer than %,d s", bounds.time().toSeconds());
        return true;
      }
      return interrupted.getAsBoolean();
    }
  }
}
