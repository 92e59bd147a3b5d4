package io.mooring.room.harness;

import io.mooring.room.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * A long search for an event list that makes a real room connection break the specification.
 *
 * <p>Try number <i>i</i> of seed <i>s</i> is the same event list in every run, on every engine,
 * with any number of threads, unless the run is {@linkplain #withGuidance guided}. A failing list
 * is shrunk, reported and, if a file is given, written so that {@link #replay} walks it again.
 *
 * <p>Immutable: every {@code with} method gives another fuzz.
 */
public final class Fuzz {
  /** What jqwik wants to know of the size of a run; event lists do not depend on it. */
  private static final int GENERATION_SIZE = 1000;

  /** Much more than there are kinds of stimuli, so that rare ones are among them. */
  private static final int POOL_SIZE = 1 << 13;

  private final String engineName;
  private final Supplier<? extends Engine> engine;

  // Written by the with methods alone, before anybody else sees the copy.
  private long seed;
  private long tries = 1000;
  private @Nullable Duration duration;
  private int longest = 60;
  private int threads = 1;
  private String oracleName = "table";
  private StepOracle oracle = StepOracle.table();
  private @Nullable RunOracle timed;
  private Consumer<FuzzProgress> progress = ignored -> {};
  private BooleanSupplier stop = () -> false;
  private @Nullable Path failureFile;
  private boolean endsWhenCovered;
  private boolean guided;
  private boolean oneLife;
  private @Nullable Path corpus;

  private Fuzz(String engineName, Supplier<? extends Engine> engine) {
    this.engineName = engineName;
    this.engine = engine;
  }

  /**
   * A fuzz of connections on an engine: 1000 tries of up to 60 stimuli with seed 0 on one thread,
   * with the generated table as oracle.
   *
   * @param engineName what reports call the engine
   * @param engine gives a fresh engine in the initial location at every call
   */
  public static Fuzz of(String engineName, Supplier<? extends Engine> engine) {
    return new Fuzz(engineName, engine);
  }

  /** With another seed. */
  public Fuzz withSeed(long seed) {
    return with(copy -> copy.seed = seed);
  }

  /** With this many tries, however long they take. */
  public Fuzz withTries(long tries) {
    requirePositive("tries", tries);
    return with(
        copy -> {
          copy.tries = tries;
          copy.duration = null;
        });
  }

  /** With as many tries as fit into a time on the wall clock. */
  public Fuzz withDuration(Duration duration) {
    requirePositive("duration", duration.toNanos());
    return with(
        copy -> {
          copy.tries = Long.MAX_VALUE;
          copy.duration = duration;
        });
  }

  /** With lists of up to this many stimuli. */
  public Fuzz withLongest(int longest) {
    requirePositive("longest", longest);
    return with(copy -> copy.longest = longest);
  }

  /** With walks on this many threads; engine supplier and oracle must bear it. */
  public Fuzz withThreads(int threads) {
    requirePositive("threads", threads);
    return with(copy -> copy.threads = threads);
  }

  /** With another oracle; the name stands in the report. */
  public Fuzz withOracle(String name, StepOracle oracle) {
    return with(
        copy -> {
          copy.oracleName = name;
          copy.oracle = oracle;
          copy.timed = null;
        });
  }

  /** With schedules in virtual time, and an oracle that judges whole runs of them. */
  public Fuzz withOracle(String name, RunOracle oracle) {
    return with(
        copy -> {
          copy.oracleName = name;
          copy.timed = oracle;
        });
  }

  /** With somebody who is told about once a second, on the thread of {@link #run()}. */
  public Fuzz withProgress(Consumer<FuzzProgress> progress) {
    return with(copy -> copy.progress = progress);
  }

  /**
   * With a question, asked from time to time, whether to end early; so does an interrupt of the
   * running thread.
   */
  public Fuzz withStop(BooleanSupplier stop) {
    return with(copy -> copy.stop = stop);
  }

  /** Ending as soon as all has been taken that a connection can take ({@link EdgeCoverage}). */
  public Fuzz withEndWhenCovered() {
    return with(copy -> copy.endsWhenCovered = true);
  }

  /** With a file that a failing list is written to. */
  public Fuzz withFailureFile(Path file) {
    return with(copy -> copy.failureFile = file);
  }

  /**
   * With lists that are not all independent: what took something of the specification's graph for
   * the first time is kept, and most lists are made of that. Then a try is the same in every run
   * with one thread, and cannot be had alone.
   */
  public Fuzz withGuidance() {
    return with(copy -> copy.guided = true);
  }

  /** With processes that neither die nor sleep, and calls that return. */
  public Fuzz withOneLife() {
    return with(copy -> copy.oneLife = true);
  }

  /**
   * With guidance, and a folder that keeps what took something for the first time, one list a file.
   * What is in it is walked first, so that a run goes on where others ended. Several processes may
   * share it: each reads from time to time what the others have written.
   */
  public Fuzz withCorpus(Path folder) {
    return with(
        copy -> {
          copy.guided = true;
          copy.corpus = folder;
        });
  }

  private Fuzz with(Consumer<Fuzz> change) {
    Fuzz copy = new Fuzz(engineName, engine);
    copy.seed = seed;
    copy.tries = tries;
    copy.duration = duration;
    copy.longest = longest;
    copy.threads = threads;
    copy.oracleName = oracleName;
    copy.oracle = oracle;
    copy.timed = timed;
    copy.progress = progress;
    copy.stop = stop;
    copy.failureFile = failureFile;
    copy.endsWhenCovered = endsWhenCovered;
    copy.guided = guided;
    copy.oneLife = oneLife;
    copy.corpus = corpus;
    change.accept(copy);
    return copy;
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be more than 0, got " + value);
    }
  }

  /**
   * Searches until a walk has a violation, the tries or the time are used up, or somebody stops it.
   *
   * @throws UncheckedIOException if the failure file or the corpus cannot be written
   */
  public FuzzReport run() {
    CorpusFolder folder = corpus == null ? null : CorpusFolder.open(corpus);
    return inSession(() -> run(folder));
  }

  /**
   * Makes the folder of the corpus smaller: of its lists those are left that it needs to take what
   * it takes. Which these are is found greedily, so that there may be still fewer; a list with a
   * violation stays.
   *
   * @throws IllegalStateException if there is no corpus
   * @throws UncheckedIOException if the folder cannot be read, or a file not removed
   */
  public CorpusReport minimise() {
    if (corpus == null) {
      throw new IllegalStateException("there is no corpus to be made smaller");
    }
    return CorpusMinimum.of(CorpusFolder.open(corpus), this::harness);
  }

  private FuzzReport run(@Nullable CorpusFolder folder) {
    EdgeCoverage coverage = new EdgeCoverage();
    FuzzLoop loop =
        guided
            ? new GuidedLoop(
                this, harness(coverage), new Mutations(pool(), longest), coverage, folder)
            : new BlindLoop(this, harness(coverage), generator(), coverage);
    FuzzReport.End end = loop.run();
    return new FuzzReport(
        engineName,
        oracleName,
        seed,
        longest,
        threads,
        end,
        loop.progress(),
        folder == null ? List.of() : folder.leftOut(),
        loop.found().map(this::shrunk));
  }

  /**
   * Walks one list of a file.
   *
   * @throws EventListException if the file cannot be read or understood
   */
  public Walk replay(Path file) throws EventListException {
    return harness(null).walk(EventListText.read(file));
  }

  /**
   * The event list of one try of a blind run, alone.
   *
   * @param tryNumber the try, from 0
   */
  public List<Stimulus> stimuli(long tryNumber) {
    return inSession(() -> list(generator(), seed, tryNumber));
  }

  long seed() {
    return seed;
  }

  long tries() {
    return tries;
  }

  @Nullable Duration duration() {
    return duration;
  }

  int threads() {
    return threads;
  }

  boolean endsAt(EdgeCoverage coverage) {
    return endsWhenCovered && coverage.isExhausted();
  }

  Consumer<FuzzProgress> progress() {
    return progress;
  }

  BooleanSupplier stop() {
    return stop;
  }

  static List<Stimulus> list(RandomGenerator<List<Stimulus>> generator, long seed, long tryNumber) {
    return List.copyOf(generator.next(new Random(mixed(seed, tryNumber))).value());
  }

  private FuzzReport.Failure shrunk(FuzzLoop.Found found) {
    Walk smallest = harness(null).smallest(found.walk());
    Optional<Path> file =
        Optional.ofNullable(failureFile).filter(path -> write(path, found.tryNumber(), smallest));
    return new FuzzReport.Failure(found.tryNumber(), found.walk().stimuli().size(), smallest, file);
  }

  /** Whether it could be written: what was found stands nevertheless. */
  private boolean write(Path file, long tryNumber, Walk walk) {
    String violation = walk.violation().map(Objects::toString).orElse("").replace("\n", "\n# ");
    String text =
        "# Engine "
            + engineName
            + ", oracle "
            + oracleName
            + ", seed "
            + seed
            + ", try "
            + (tryNumber == FuzzReport.OF_CORPUS ? "of the corpus" : tryNumber)
            + ", shrunk.\n# "
            + violation
            + "\n"
            + walk.text();
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

  private Harness harness(@Nullable EdgeCoverage coverage) {
    if (timed == null) {
      ConnectionHarness harness = ConnectionHarness.of(engine).withOracle(oracle);
      return coverage == null ? harness : harness.withCoverage(coverage);
    }
    TimedHarness harness = TimedHarness.of(engine, timed);
    return coverage == null ? harness : list -> harness.walk(list, coverage.begin());
  }

  /** What mutations insert: the same kinds of stimuli, as often, as in blind lists. */
  private List<Stimulus> pool() {
    RandomGenerator<Stimulus> generator =
        EventLists.kinds(timed, oneLife).generator(GENERATION_SIZE);
    Random random = new Random(seed);
    // Equal ones are one object: far fewer, so that they are near at hand.
    Map<Stimulus, Stimulus> known = new HashMap<>();
    return Stream.generate(() -> generator.next(random).value())
        .limit(POOL_SIZE)
        .map(stimulus -> known.computeIfAbsent(stimulus, itself -> itself))
        .toList();
  }

  private RandomGenerator<List<Stimulus>> generator() {
    return EventLists.lists(timed, oneLife, longest).generator(GENERATION_SIZE);
  }

  /** Outside a jqwik property, generators need a session; it belongs to the thread. */
  private static <T> T inSession(Supplier<T> work) {
    if (JqwikSession.isActive()) {
      return work.get();
    }
    JqwikSession.start();
    try {
      return work.get();
    } finally {
      JqwikSession.finish();
    }
  }

  /** Neighbouring seeds and tries must not give similar lists. */
  static long mixed(long seed, long tryNumber) {
    long z = seed * 0x9E3779B97F4A7C15L + tryNumber;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
