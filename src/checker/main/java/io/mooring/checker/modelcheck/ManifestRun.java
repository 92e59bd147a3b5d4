package io.mooring.checker.modelcheck;

import io.mooring.checker.distributed.NoWorkersException;
import io.mooring.checker.distributed.WorkerPool;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Checks the models of a manifest, as many at once as there are processors, and reports in order.
 */
final class ManifestRun {

  private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

  private static final Set<Verdict> UNUSABLE =
      EnumSet.of(Verdict.EVALUATION_ERROR, Verdict.NOTHING_JUDGED);

  /**
   * Above so many edges a model has all processors and all memory for itself. Below, several models
   * with one worker each are quicker: most checkers decide temporal properties with one anyway.
   */
  private static final long LARGE = 10_000_000;

  /** So many checks are at most handed out at once; those beyond wait here. */
  private static final int HANDED_OUT = 256;

  /** The fast models first; of the others the largest first, so that none is left for the end. */
  private final Comparator<ModelEntry> order =
      Comparator.comparing(this::isAlone)
          .thenComparing(model -> !model.fast())
          .thenComparing(model -> model.fast() ? 0 : -model.edges().orElse(0));

  private final Tlc tlc;
  private final @Nullable WorkerPool workerPool;
  private final Path output;
  private final Manifest manifest;
  private final TraceView view;
  private final Optional<Duration> timeout;
  private final Reporter reporter;
  private final List<ModelVerdict> verdicts = new ArrayList<>();
  private final List<Summary.Refused> refused = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private boolean unusable;

  /**
   * A run.
   *
   * @param workerPool the workers that check the models; null if this process does
   */
  ManifestRun(
      Tlc tlc,
      @Nullable WorkerPool workerPool,
      Path output,
      Manifest manifest,
      Optional<Duration> timeout,
      TraceView view,
      Reporter reporter) {
    this.tlc = tlc;
    this.workerPool = workerPool;
    this.output = output;
    this.manifest = manifest;
    this.timeout = timeout;
    this.view = view;
    this.reporter = reporter;
  }

  /**
   * Checks the fast models, and then, if wanted, the deep ones, several at once; last those that
   * are very large or of unknown size, one after another with all processors.
   */
  Summary run(boolean deep) throws TlcException {
    long start = System.nanoTime();
    List<ModelEntry> models =
        manifest.models().stream().filter(model -> deep || model.fast()).sorted(order).toList();
    int together = (int) models.stream().filter(model -> !isAlone(model)).count();
    failures.addAll(manifest.unregistered());
    ResultTable table = ResultTable.of(models);
    Path canaryFolder = manifest.folder().resolve("canaries");
    Canaries canaries =
        Files.isDirectory(canaryFolder) ? Canaries.in(canaryFolder) : new Canaries(List.of());
    if (workerPool != null) {
      workerPool.awaitExpected();
    }
    table.header().forEach(reporter::line);
    ExecutorService pool = Executors.newFixedThreadPool(workerPool == null ? AT_ONCE : HANDED_OUT);
    try {
      List<Future<ModelVerdict>> runs = new ArrayList<>();
      for (ModelEntry model : models.subList(0, together)) {
        runs.add(pool.submit(() -> run(model, 1, models.size())));
      }
      List<Future<Boolean>> answers = ask(canaries, pool);
      for (int i = 0; i < runs.size(); i++) {
        progress(ended(models.size()) + places());
        report(table, models.get(i), runs.get(i));
      }
      for (ModelEntry model : models.subList(together, models.size())) {
        report(table, model, pool.submit(() -> run(model, AT_ONCE, models.size())));
      }
      report(canaries, answers);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TlcException("The run was interrupted", interrupted);
    } finally {
      pool.shutdownNow();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    List<String> leftOut =
        manifest.models().stream()
            .filter(model -> !models.contains(model))
            .map(ModelEntry::name)
            .toList();
    Summary summary = new Summary(exitCode(), verdicts, refused, failures, leftOut, time);
    List<String> problems = summary.problems();
    if (workerPool != null) {
      line(workerPool.summary());
    }
    problems.forEach(problem -> line("failure: " + problem));
    line(
        String.format(
            Locale.ROOT,
            "%d of %d models as expected%s, %.1f s, %s",
            summary.asExpected(),
            models.size(),
            problems.isEmpty() ? "" : ", " + problems.size() + " other failures",
            time.toMillis() / 1000.0,
            tlc.version()));
    return summary;
  }

  /** Whether a model has all processors for itself, or all workers. */
  private boolean isAlone(ModelEntry model) {
    if (workerPool != null) {
      return model.result() == Verdict.SUCCESS
          && model.distinctStates().orElse(model.fast() ? 0 : Long.MAX_VALUE)
              >= workerPool.together();
    }
    return !model.fast() && model.edges().orElse(Long.MAX_VALUE) > LARGE;
  }

  private ModelVerdict run(ModelEntry model, int workers, int all) throws TlcException {
    ProgressRate pace =
        new ProgressRate(
            text -> progress(ended(all) + ", " + model.name() + ": " + text + places()));
    try {
      return new ModelRun(checker(model), output, model, workers, timeout).run(pace);
    } finally {
      ended.incrementAndGet();
    }
  }

  /** How many checks have ended: rows are in order, so a long one holds back those behind it. */
  private String ended(int all) {
    return String.format(Locale.ROOT, "%d of %d checked", ended.get(), all);
  }

  private Checking checker(ModelEntry model) {
    if (workerPool == null) {
      return tlc;
    }
    return isAlone(model)
        ? workerPool.askingTogether(model.name())
        : workerPool.asking(model.name());
  }

  /** Which worker does what, for the line of progress; empty without workers. */
  private String places() {
    return workerPool == null ? "" : "  [" + workerPool.overview() + "]";
  }

  private void report(ResultTable table, ModelEntry model, Future<ModelVerdict> run)
      throws InterruptedException, NoWorkersException {
    try {
      ModelVerdict verdict = run.get();
      verdicts.add(verdict);
      unusable |= !verdict.asExpected() && UNUSABLE.contains(verdict.result().verdict());
      line(table.row(verdict));
      if (!verdict.bounds().isEmpty()) {
        line("    within: " + verdict.bounds());
      }
      verdict.differences().forEach(difference -> line("    " + difference));
      if (!verdict.asExpected()) {
        TraceView shown = Counterexample.view(view, verdict.files());
        verdict
            .result()
            .trace()
            .ifPresent(trace -> TraceText.lines(trace, shown).forEach(this::line));
      }
      verdict.files().forEach(file -> line("    written: " + file));
    } catch (ExecutionException failure) {
      if (cause(failure) instanceof NoWorkersException none) {
        throw none;
      }
      unusable = true;
      line(table.broken(model));
      refused.add(new Summary.Refused(model.name(), reason(cause(failure))));
    }
  }

  /** Runs the canaries while the models are checked. */
  private List<Future<Boolean>> ask(Canaries canaries, ExecutorService pool) {
    List<Future<Boolean>> answers = new ArrayList<>();
    for (Canary canary : canaries.all()) {
      answers.add(pool.submit(() -> canary.isFaultPresent(tlc)));
    }
    return answers;
  }

  private void report(Canaries canaries, List<Future<Boolean>> answers)
      throws TlcException, InterruptedException {
    List<Canary> present = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Canary canary = canaries.all().get(i);
      try {
        boolean fault = answers.get(i).get();
        line(canary.line(fault));
        if (fault) {
          present.add(canary);
        }
      } catch (ExecutionException failure) {
        throw new TlcException(
            "canary " + canary.name() + ": " + cause(failure).getMessage(), failure);
      }
    }
    ConstructScan scan = new ConstructScan(present);
    Set<String> uses = new LinkedHashSet<>();
    verdicts.forEach(verdict -> uses.addAll(scan.uses(verdict.result().module())));
    failures.addAll(uses);
  }

  private static Throwable cause(ExecutionException failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  private static TlcException reason(Throwable cause) {
    return cause instanceof TlcException refusal
        ? refusal
        : new TlcException(String.valueOf(cause.getMessage()), cause);
  }

  private int exitCode() {
    if (unusable) {
      return ExitCodes.WRONG;
    }
    int code = failures.isEmpty() ? ExitCodes.EXPECTED : ExitCodes.FOUND;
    for (ModelVerdict verdict : verdicts) {
      boolean ended = verdict.result().search().limit().isPresent();
      code =
          ExitCodes.worst(
              code,
              verdict.asExpected()
                  ? ExitCodes.EXPECTED
                  : ended ? ExitCodes.NO_VERDICT : ExitCodes.FOUND);
    }
    return code;
  }

  private synchronized void line(String text) {
    reporter.progress("");
    reporter.line(text);
  }

  private synchronized void progress(String text) {
    reporter.progress(text);
  }
}
