package io.mooring.room.codegen.mutate;

import io.mooring.room.codegen.modelcheck.Reporter;
import io.mooring.room.codegen.tlc.CheckProgress;
import io.mooring.room.codegen.tlc.CheckRequest;
import io.mooring.room.codegen.tlc.CheckResult;
import io.mooring.room.codegen.tlc.PrivateFolder;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks mutants, as many at once as there are processors, and says how far it has come.
 *
 * <p>A check that does not end at its bound, because the evaluation of one expression does not end,
 * is left to itself: its thread ends with the process.
 */
public final class MutationRun {

  private static final int AT_ONCE = Math.min(8, Runtime.getRuntime().availableProcessors());
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration LAST_GRACE = Duration.ofSeconds(3);

  private final Tlc tlc;
  private final Population population;
  private final Path config;
  private final @Nullable Long states;
  private final @Nullable Duration time;
  private final Reporter reporter;
  private final BooleanSupplier interrupted;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** A check that has come to its end: with a fate, with a failure, or with neither. */
  private record Ended(Mutant mutant, Optional<Fate> fate, Optional<Throwable> failure) {}

  /**
   * A run.
   *
   * @param states distinct states that a mutant may have; null for ten times those of the
   *     specification and 10,000 more
   * @param time that a mutant may take; null for ten times that of the specification and a minute
   * @param interrupted whether the user wants the run to end
   */
  public MutationRun(
      Tlc tlc,
      Population population,
      Path config,
      @Nullable Long states,
      @Nullable Duration time,
      Reporter reporter,
      BooleanSupplier interrupted) {
    this.tlc = tlc;
    this.population = population;
    this.config = config;
    this.states = states;
    this.time = time;
    this.reporter = reporter;
    this.interrupted = interrupted;
  }

  /**
   * Checks some of the mutants.
   *
   * @throws TlcException if the specification itself cannot be checked, or does not hold
   */
  public KillMatrix run(List<Mutant> chosen) throws TlcException {
    long start = System.nanoTime();
    reporter.progress(population.name() + ": checking the specification itself");
    CheckResult original = original();
    Bounds around = Bounds.around(original.distinctStates(), original.time());
    Bounds bounds =
        new Bounds(states == null ? around.states() : states, time == null ? around.time() : time);
    Map<Mutant, Fate> fates;
    try (PrivateFolder folder = PrivateFolder.create()) {
      fates = fates(chosen, bounds, folder.path());
    }
    reporter.progress("");
    return new KillMatrix(
        population.name(),
        original,
        bounds,
        population.mutants().size(),
        chosen.size(),
        chosen.stream().map(fates::get).filter(Objects::nonNull).toList(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private CheckResult original() throws TlcException {
    CheckResult result =
        tlc.check(
            CheckRequest.of(population.module(), config).withVacuity(false), CheckProgress.NONE);
    if (result.verdict() != CheckResult.Verdict.SUCCESS) {
      throw new TlcException(
          "%s: does not hold itself: %s; only of a specification that holds can be asked which changes its properties notice"
              .formatted(population.module(), result.message()));
    }
    return result;
  }

  private Map<Mutant, Fate> fates(List<Mutant> chosen, Bounds bounds, Path folder)
      throws TlcException {
    MutantRun run = new MutantRun(tlc, population, config, bounds, interrupted);
    Map<Mutant, Fate> fates = new HashMap<>();
    Map<Mutant, Long> running = new HashMap<>();
    Deque<Mutant> waiting = new ArrayDeque<>(chosen);
    Tally tally = new Tally(chosen.size());
    int number = 0;
    long deadline = Long.MAX_VALUE;
    while ((!waiting.isEmpty() || !running.isEmpty()) && System.nanoTime() < deadline) {
      if (interrupted.getAsBoolean() && deadline == Long.MAX_VALUE) {
        waiting.clear();
        deadline = System.nanoTime() + LAST_GRACE.toNanos();
      }
      while (running.size() < AT_ONCE && !waiting.isEmpty()) {
        Mutant next = waiting.removeFirst();
        running.put(next, System.nanoTime());
        begin(run, next, folder.resolve(Integer.toString(number++)));
      }
      Optional<Ended> news = await();
      if (news.isPresent() && running.remove(news.get().mutant()) != null) {
        fate(news.get()).ifPresent(fate -> fates.put(fate.mutant(), tally.count(fate)));
      }
      abandon(running, bounds).forEach(fate -> fates.put(fate.mutant(), tally.count(fate)));
      reporter.progress(population.name() + ": " + tally.line());
    }
    return fates;
  }

  private void begin(MutantRun run, Mutant mutant, Path folder) {
    Thread thread =
        new Thread(
            () -> {
              Optional<Fate> fate = Optional.empty();
              Optional<Throwable> failure = Optional.empty();
              try {
                fate = run.run(mutant, folder);
              } catch (TlcException | RuntimeException | Error thrown) {
                failure = Optional.of(thrown);
              }
              ended.add(new Ended(mutant, fate, failure));
            },
            "mooring-mutant");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<Ended> await() throws TlcException {
    try {
      return Optional.ofNullable(ended.poll(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new TlcException("The run was interrupted", interrupt);
    }
  }

  private static Optional<Fate> fate(Ended end) throws TlcException {
    if (end.failure().isPresent()) {
      throw new TlcException(
          end.mutant().id() + ": the check failed: " + end.failure().get(), end.failure().get());
    }
    return end.fate();
  }

  /** Takes out the checks that should have ended long ago. */
  private static List<Fate> abandon(Map<Mutant, Long> running, Bounds bounds) {
    List<Fate> abandoned = new ArrayList<>();
    long latest = System.nanoTime() - bounds.time().plus(GRACE).toNanos();
    running
        .entrySet()
        .removeIf(
            entry -> {
              boolean late = entry.getValue() < latest;
              if (late) {
                abandoned.add(
                    new Fate(
                        entry.getKey(),
                        Fate.Kind.UNDECIDED,
                        Optional.empty(),
                        OptionalInt.empty(),
                        "takes longer than %,d s, in one step".formatted(bounds.time().toSeconds()),
                        bounds.time().plus(GRACE)));
              }
              return late;
            });
    return abandoned;
  }
}
