package io.mooring.checker.tlc;

import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SearchResult.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One check as its caller sees it, which may take several runs of the checker. */
final class WholeCheck {

  /** How long after its timeout a run may take to stop by itself, with what it has counted. */
  private static final Duration LENIENCE = Duration.ofSeconds(5);

  private final Runs runs;
  private final CheckRequest request;
  private final CheckProgress progress;
  private final long start = System.nanoTime();

  /** What a check needs of a checker. */
  interface Runs {
    /** Runs it once. */
    CheckResult run(CheckRequest request, CheckProgress progress) throws TlcException;

    /** The module of a request. */
    ModuleAst module(CheckRequest request) throws TlcException;
  }

  WholeCheck(Runs runs, CheckRequest request, CheckProgress progress) {
    this.runs = runs;
    this.request = request;
    this.progress = progress;
  }

  CheckResult result() throws TlcException {
    refuseExcess();
    CheckResult result = within(request);
    boolean unnamed = result.verdict() == Verdict.LIVENESS_FAILURE && result.property().isEmpty();
    return unnamed ? named(result) : result;
  }

  /** A limit that Java reaches before the check does would never be noticed. */
  private void refuseExcess() throws TlcException {
    long most = Runtime.getRuntime().maxMemory();
    long limit = request.search().memory().orElse(0);
    if (limit > most) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "a limit of %d MB of memory is more than Java may use here, which is %d MB; MOORING_OPTS=-Xmx%dm gives it more",
              limit >> 20,
              most >> 20,
              // Java does not count all that it is given as usable.
              (limit >> 20) + (limit >> 22)));
    }
  }

  /**
   * A run that ends at its timeout even where the checker cannot be stopped: then it is left to
   * itself on threads that do not keep the process alive.
   */
  private CheckResult within(CheckRequest one) throws TlcException {
    Optional<Duration> timeout = one.search().timeout();
    if (timeout.isEmpty()) {
      return once(one);
    }
    Optional<CheckResult> result = Patience.call(timeout.get().plus(LENIENCE), () -> once(one));
    return result.isPresent() ? result.get() : ended(Limit.TIMEOUT, one);
  }

  private CheckResult once(CheckRequest one) throws TlcException {
    try {
      return runs.run(one, progress);
    } catch (SaysNothing some) {
      Set<String> without = new TreeSet<>(one.without());
      without.addAll(some.properties());
      return once(one.without(without));
    } catch (OutOfMemoryError full) {
      // By now the memory of the check is released.
      if (one.search().memory().isPresent()) {
        return ended(Limit.MEMORY, one);
      }
      throw new TooLittleMemory(one.module(), full);
    }
  }

  private CheckResult ended(Limit limit, CheckRequest one) throws TlcException {
    return CheckResult.ended(limit, limit.message(one.search()), runs.module(one));
  }

  /**
   * The same failure with the name of its property. Of several temporal properties TLC does not say
   * which one is violated, so each is checked alone until one is, or the time is over.
   */
  private CheckResult named(CheckResult all) throws TlcException {
    for (String suspect : all.temporal()) {
      Optional<Duration> timeout = request.search().timeout();
      if (timeout.isPresent() && System.nanoTime() - start >= timeout.get().toNanos()) {
        return all;
      }
      Set<String> others = new TreeSet<>(request.without());
      others.addAll(all.properties());
      others.remove(suspect);
      CheckResult alone = within(request.without(others).withVacuity(false));
      if (alone.verdict() == Verdict.LIVENESS_FAILURE) {
        return alone.of(all);
      }
    }
    return all;
  }
}
