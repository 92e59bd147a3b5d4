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
 * <p>A mutant that is killed or stillborn in one is not checked in the next. A figure of a manifest
 * decides only what no property of any configuration has decided, unless the limits say otherwise.
 */
public final class MutationRun {

  private final Tlc tlc;
  private final MutantSet mutantSet;
  private final Limits limits;
  private final ResultLog journal;
  private final Reporter reporter;
  private final BooleanSupplier interrupted;

  /**
   * The limits of a run, and what it checks beside the properties.
   *
   * @param states the bound on distinct states of a mutant; null for ten times the number of the
   *     specification plus 10,000
   * @param time the bound on the time of a check; null for ten times the time of the specification
   *     plus a minute
   * @param manifest the file with witnesses and figures of the configurations; null for none
   * @param early whether a mutant that a figure detects is not checked further
   */
  public record Limits(
      @Nullable Long states, @Nullable Duration time, @Nullable Path manifest, boolean early) {}

  /**
   * A run.
   *
   * @param journal the log of earlier results, to which new ones are added
   * @param interrupted whether the user has interrupted the run
   */
  public MutationRun(
      Tlc tlc,
      MutantSet mutantSet,
      Limits limits,
      ResultLog journal,
      Reporter reporter,
      BooleanSupplier interrupted) {
    this.tlc = tlc;
    this.mutantSet = mutantSet;
    this.limits = limits;
    this.journal = journal;
    this.reporter = reporter;
    this.interrupted = interrupted;
  }

  /**
   * Checks some of the mutants.
   *
   * @param configs the configurations in which they are checked, the cheapest first
   * @throws TlcException if the specification itself cannot be checked, or does not hold
   */
  public KillMatrix run(List<Mutant> chosen, List<Path> configs) throws TlcException {
    long start = System.nanoTime();
    List<ConfigPass> passes = new ArrayList<>();
    for (Path config : configs) {
      reporter.progress(
          String.format(
              Locale.ROOT,
              "%s: checking the specification itself, %s",
              mutantSet.name(),
              config.getFileName()));
      passes.add(ConfigPass.of(tlc, mutantSet, config, limits));
    }
    Map<Mutant, MutantResult> results = new HashMap<>();
    try (PrivateFolder folder = PrivateFolder.create()) {
      List<Mutant> left = chosen;
      for (int i = 0; i < passes.size(); i++) {
        Path texts = Files.createDirectory(folder.path().resolve("round" + i));
        ask(left, passes.get(i), texts, results);
        left = left.stream().filter(mutant -> isCheckedAgain(results.get(mutant))).toList();
      }
    } catch (IOException failure) {
      throw new TlcException("The texts of the mutants cannot be written", failure);
    }
    reporter.progress("");
    return new KillMatrix(
        mutantSet.name(),
        passes,
        mutantSet.mutants().size(),
        chosen.size(),
        chosen.stream().map(results::get).filter(Objects::nonNull).toList(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private boolean isCheckedAgain(@Nullable MutantResult result) {
    return result != null
        && (result.status().isOpen()
            || (result.status() == MutantResult.Status.PINNED && !limits.early()));
  }

  private void ask(
      List<Mutant> left, ConfigPass pass, Path folder, Map<Mutant, MutantResult> results)
      throws TlcException {
    MutantRun run = new MutantRun(tlc, mutantSet, pass, interrupted);
    ProgressLine tally =
        new ProgressLine(
            String.format(Locale.ROOT, "%s, %s", mutantSet.name(), pass.name()), left.size());
    Map<Mutant, MutantResult> news =
        new Checks(run, pass, journal, reporter, interrupted).of(left, tally, folder);
    for (Mutant mutant : left) {
      MutantResult result = news.get(mutant);
      MutantResult earlier = results.remove(mutant);
      if (result != null) {
        results.put(mutant, earlier == null ? result : result.after(earlier));
      }
    }
  }
}
