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

/** Checks one mutant in one configuration, in a folder of its own. */
final class MutantRun {

  private final Tlc tlc;
  private final MutantSet population;
  private final ConfigPass round;
  private final BooleanSupplier interrupted;

  MutantRun(Tlc tlc, MutantSet population, ConfigPass round, BooleanSupplier interrupted) {
    this.tlc = tlc;
    this.population = population;
    this.round = round;
    this.interrupted = interrupted;
  }

  /** What becomes of a mutant; empty if the user has interrupted it. */
  Optional<MutantResult> run(Mutant mutant, Path folder) throws TlcException {
    long start = System.nanoTime();
    Path module = write(mutant, folder);
    Path home = population.module().toAbsolutePath().normalize().resolveSibling("");
    CheckRequest request =
        round.request(module).withLibraries(List.of(home, home.resolve("..").normalize()));
    Guard guard = new Guard(start);
    MutantResult fate;
    try {
      fate = fate(mutant, tlc.check(request, guard), guard);
    } catch (TooLittleMemory full) {
      fate = without(mutant, MutantResult.Status.UNDECIDED, full, folder, start);
    } catch (TlcException unusable) {
      // It parsed before the change: so the change, and nothing else, is what cannot be used.
      fate = without(mutant, MutantResult.Status.STILLBORN, unusable, folder, start);
    }
    return interrupted.getAsBoolean() ? Optional.empty() : Optional.of(fate);
  }

  private Path write(Mutant mutant, Path folder) throws TlcException {
    try {
      // Not what is above it: at an interrupt that is gone, and must stay so.
      Files.createDirectory(folder);
      for (Map.Entry<String, String> text : population.texts(mutant).entrySet()) {
        Files.writeString(folder.resolve(text.getKey() + ".tla"), text.getValue());
      }
      return folder.resolve(population.name() + ".tla");
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be written", failure);
    }
  }

  private MutantResult fate(Mutant mutant, CheckResult result, Guard guard) {
    MutantResult.Status kind =
        switch (result.verdict()) {
          case SUCCESS, NOTHING_JUDGED -> passed(result);
          case SAFETY_FAILURE, LIVENESS_FAILURE -> MutantResult.Status.KILLED;
          case DEADLOCK -> MutantResult.Status.DEADLOCK;
          case ASSUMPTION_FAILURE -> MutantResult.Status.ASSUMPTION;
          case EVALUATION_ERROR -> MutantResult.Status.STILLBORN;
          case STOPPED -> MutantResult.Status.UNDECIDED;
        };
    OptionalInt steps =
        result.trace().isPresent()
            ? OptionalInt.of(result.trace().get().steps().size())
            : OptionalInt.empty();
    String detail =
        switch (kind) {
          case UNDECIDED -> guard.why;
          case STILLBORN ->
              result.span().map(span -> span.line() + ": ").orElse("") + result.message();
          case WITNESS -> "nothing makes it true any more";
          case PINNED -> String.join("; ", differences(result));
          default -> result.message();
        };
    Optional<String> property =
        kind == MutantResult.Status.WITNESS
            ? result.exercised().unseen().stream().findFirst()
            : result.property();
    return new MutantResult(mutant, round.name(), kind, property, steps, detail, result.time(), 1);
  }

  /** What no property has noticed, a witness or a figure of the manifest may. */
  private MutantResult.Status passed(CheckResult result) {
    if (!result.exercised().unseen().isEmpty()) {
      return MutantResult.Status.WITNESS;
    }
    return differences(result).isEmpty()
        ? MutantResult.Status.SURVIVED
        : MutantResult.Status.PINNED;
  }

  private List<String> differences(CheckResult result) {
    return round.pins().map(pins -> pins.differences(result)).orElse(List.of());
  }

  /** The fate of a mutant whose check gave no result. */
  private MutantResult without(
      Mutant mutant, MutantResult.Status kind, TlcException why, Path folder, long start) {
    String message = String.valueOf(why.getMessage()).replace(folder + "/", "");
    return new MutantResult(
        mutant,
        round.name(),
        kind,
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
      Bounds bounds = round.bounds();
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
