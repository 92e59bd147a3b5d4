package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks mutants in one configuration after the other.
 *
 * <p>What is killed or stillborn in one is not asked in the next. A figure of a manifest decides
 * only what no property of any configuration has decided, unless the user is in a hurry.
 */
public final class MutationRun {

  private final Tlc tlc;
  private final MutantSet population;
  private final Limits limits;
  private final ResultLog journal;
  private final Reporter reporter;
  private final BooleanSupplier interrupted;

  /**
   * What a run may take, and what it asks beside the properties.
   *
   * @param states distinct states that a mutant may have; null for ten times those of the
   *     specification and 10,000 more
   * @param time that a mutant may take; null for ten times that of the specification and a minute
   * @param manifest where witnesses and figures of the configurations may stand; null for nowhere
   * @param early whether what a figure notices is asked no further
   */
  public record Limits(
      @Nullable Long states, @Nullable Duration time, @Nullable Path manifest, boolean early) {}

  /**
   * A run.
   *
   * @param journal what was checked before, and what is checked now
   * @param interrupted whether the user wants the run to end
   */
  public MutationRun(
      Tlc tlc,
      MutantSet population,
      Limits limits,
      ResultLog journal,
      Reporter reporter,
      BooleanSupplier interrupted) {
    this.tlc = tlc;
    this.population = population;
    this.limits = limits;
    this.journal = journal;
    this.reporter = reporter;
    this.interrupted = interrupted;
  }

  /**
   * Checks some of the mutants.
   *
   * @param configs the configurations in which they are asked, the cheapest first
   * @throws TlcException if the specification itself cannot be checked, or does not hold
   */
  public KillMatrix run(List<Mutant> chosen, List<Path> configs) throws TlcException {
    long start = System.nanoTime();
    List<ConfigPass> rounds = new ArrayList<>();
    for (Path config : configs) {
      reporter.progress(
          String.format(
              Locale.ROOT,
              "%s: checking the specification itself, %s",
              population.name(),
              config.getFileName()));
      rounds.add(ConfigPass.of(tlc, population, config, limits));
    }
    Map<Mutant, MutantResult> fates = new HashMap<>();
    try (PrivateFolder folder = PrivateFolder.create()) {
      List<Mutant> left = chosen;
      for (int i = 0; i < rounds.size(); i++) {
        Path texts = Files.createDirectory(folder.path().resolve("round" + i));
        ask(left, rounds.get(i), texts, fates);
        left = left.stream().filter(mutant -> isAskedOn(fates.get(mutant))).toList();
      }
    } catch (IOException failure) {
      throw new TlcException("The texts of the mutants cannot be written", failure);
    }
    reporter.progress("");
    return new KillMatrix(
        population.name(),
        rounds,
        population.mutants().size(),
        chosen.size(),
        chosen.stream().map(fates::get).filter(Objects::nonNull).toList(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private boolean isAskedOn(@Nullable MutantResult fate) {
    return fate != null
        && (fate.kind().isOpen() || (fate.kind() == MutantResult.Status.PINNED && !limits.early()));
  }

  private void ask(
      List<Mutant> left, ConfigPass round, Path folder, Map<Mutant, MutantResult> fates)
      throws TlcException {
    MutantRun run = new MutantRun(tlc, population, round, interrupted);
    ProgressLine tally =
        new ProgressLine(
            String.format(Locale.ROOT, "%s, %s", population.name(), round.name()), left.size());
    Map<Mutant, MutantResult> news =
        new Checks(run, round, journal, reporter, interrupted).of(left, tally, folder);
    for (Mutant mutant : left) {
      MutantResult fate = news.get(mutant);
      MutantResult earlier = fates.remove(mutant);
      if (fate != null) {
        fates.put(mutant, earlier == null ? fate : fate.after(earlier));
      }
    }
  }
}
