package io.mooring.mbt.fuzz;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.Harness;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.InputText;
import io.mooring.mbt.run.Inputs;
import io.mooring.mbt.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A long search for a list of inputs with which a system breaks its specification.
 *
 * <p>Try number <i>i</i> of seed <i>s</i> is the same list in every run, with any number of
 * threads, unless the run is {@linkplain FuzzOptions#withGuidance guided}. A failing list is
 * shrunk, reported and, if a file is given, written so that {@link #replay} runs it again.
 *
 * <p>Immutable: every {@code with} method returns another fuzz.
 *
 * @param <I> the inputs
 */
public final class Fuzz<I> {

  /** Much more than there are kinds of inputs, so that rare ones are among them. */
  private static final int POOL_SIZE = 1 << 13;

  private final String system;
  private final String oracle;
  private final Harness<I> harness;
  private final Inputs<I> inputs;
  private final FuzzOptions options;
  private final Consumer<FuzzProgress> progress;
  private final BooleanSupplier stop;
  private final boolean counting;

  private Fuzz(
      String system,
      String oracle,
      Harness<I> harness,
      Inputs<I> inputs,
      FuzzOptions options,
      Consumer<FuzzProgress> progress,
      BooleanSupplier stop,
      boolean counting) {
    this.system = system;
    this.oracle = oracle;
    this.harness = harness;
    this.inputs = inputs;
    this.options = options;
    this.progress = progress;
    this.stop = stop;
    this.counting = counting;
  }

  /**
   * A fuzz with the {@linkplain FuzzOptions#DEFAULT default} options.
   *
   * @param system what reports call the system
   * @param oracle what reports call the oracle of the harness
   * @param harness runs the lists
   */
  public static <I> Fuzz<I> of(String system, String oracle, Harness<I> harness) {
    return new Fuzz<>(
        system,
        oracle,
        harness,
        harness.inputs(),
        FuzzOptions.DEFAULT,
        ignored -> {},
        () -> false,
        false);
  }

  /** With changed options: {@code fuzz.with(options -> options.withSeed(7))}. */
  public Fuzz<I> with(UnaryOperator<FuzzOptions> change) {
    return new Fuzz<>(
        system, oracle, harness, inputs, change.apply(options), progress, stop, counting);
  }

  /** With inputs of other kinds or frequencies than those of the harness. */
  public Fuzz<I> withInputs(Inputs<I> other) {
    return new Fuzz<>(system, oracle, harness, other, options, progress, stop, counting);
  }

  /** Reports progress about once a second, on the thread of {@link #run()}. */
  public Fuzz<I> withProgress(Consumer<FuzzProgress> other) {
    return new Fuzz<>(system, oracle, harness, inputs, options, other, stop, counting);
  }

  /**
   * With a condition, evaluated from time to time, under which the run ends early; so does an
   * interrupt of the running thread.
   */
  public Fuzz<I> withStop(BooleanSupplier other) {
    return new Fuzz<>(system, oracle, harness, inputs, options, progress, other, counting);
  }

  /**
   * With counts: {@link Coverage#counts} of the report's coverage says how often the lists of the
   * run took each row, edge and pair. Neither what shrinking tries nor a replay is counted.
   */
  public Fuzz<I> withCounts() {
    return new Fuzz<>(system, oracle, harness, inputs, options, progress, stop, true);
  }

  /**
   * Searches until a run has a violation, the tries or the time are used up, or it is stopped.
   *
   * @throws java.io.UncheckedIOException if the corpus cannot be read or written
   */
  public FuzzReport<I> run() {
    Optional<CorpusFolder<I>> folder =
        options.corpus().map(path -> CorpusFolder.open(path, inputs));
    Coverage coverage = counting ? harness.coverage().counting() : harness.coverage();
    FuzzLoop<I> loop =
        new FuzzLoop<>(
            harness, coverage, source(coverage, folder), folder, options, progress, stop);
    FuzzReport.End end = loop.run();
    return new FuzzReport<>(
        system,
        oracle,
        options,
        end,
        loop.progress(),
        folder.map(CorpusFolder::leftOut).orElse(List.of()),
        loop.found().map(this::shrunk));
  }

  private Source<I> source(Coverage coverage, Optional<CorpusFolder<I>> folder) {
    return options.guided()
        ? new GuidedSource<>(
            new Corpus<>(coverage, inputs),
            new Mutator<>(pool(), inputs, options.maxLength()),
            folder)
        : new BlindSource<>(inputs.lists(options.maxLength()), options.seed());
  }

  /**
   * Minimises the folder of the corpus: it keeps lists that together cover what all of them cover.
   * Which these are is chosen greedily, so that there may be still fewer; a list with a violation
   * stays.
   *
   * @throws IllegalStateException if there is no corpus
   * @throws java.io.UncheckedIOException if the folder cannot be read, or a file not removed
   */
  public CorpusReport minimise() {
    Path folder =
        options
            .corpus()
            .orElseThrow(() -> new IllegalStateException("there is no corpus to be minimised"));
    return new CorpusMinimiser<>(harness).minimise(CorpusFolder.open(folder, inputs));
  }

  /**
   * Runs one list of a file.
   *
   * @throws InputFormatException if the file cannot be read or parsed
   */
  public Run<I> replay(Path file) throws InputFormatException {
    return harness.run(InputText.read(file, inputs));
  }

  /**
   * The list of one try of a blind run, alone.
   *
   * @param tryNumber the try, from 0
   */
  public List<I> list(long tryNumber) {
    return new BlindSource<>(inputs.lists(options.maxLength()), options.seed())
        .next(tryNumber, new SplittableRandom(0));
  }

  private FuzzReport.Failure<I> shrunk(FuzzLoop.Found<I> found) {
    Run<I> smallest = harness.smallest(found.run());
    Optional<Path> file =
        options.failureFile().filter(path -> write(path, found.tryNumber(), smallest));
    return new FuzzReport.Failure<>(found.tryNumber(), found.run().inputs().size(), smallest, file);
  }

  /** Returns whether it could be written: the failure is reported in any case. */
  private boolean write(Path file, long tryNumber, Run<I> run) {
    String violation = run.violation().map(Objects::toString).orElse("").replace("\n", "\n# ");
    String text =
        "# System "
            + system
            + ", oracle "
            + oracle
            + ", seed "
            + options.seed()
            + ", try "
            + (tryNumber == FuzzReport.OF_CORPUS ? "of the corpus" : tryNumber)
            + ", shrunk.\n# "
            + violation
            + "\n"
            + run.text();
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return true;
    } catch (IOException failure) {
      return false;
    }
  }

  /** What mutations insert: the same kinds of inputs, as often, as in blind lists. */
  private List<I> pool() {
    SplittableRandom random = new SplittableRandom(options.seed());
    // Equal ones are one object: far fewer, so that they are near at hand.
    Map<I, I> known = new HashMap<>();
    return Stream.generate(() -> inputs.any().next(random))
        .limit(POOL_SIZE)
        .map(input -> known.computeIfAbsent(input, itself -> itself))
        .toList();
  }

  /** Neighbouring seeds and tries must not give similar lists. */
  static long mixed(long seed, long tryNumber) {
    long z = seed * 0x9E3779B97F4A7C15L + tryNumber;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
