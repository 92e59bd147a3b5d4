package io.mooring.mbt.driver;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.mbt.run.Shrinker;
import io.mooring.mbt.tlc.SpecAction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tests an implementation by walks through its specification: each walk gives a new driver actions
 * that the specification allows, and ends with the first thing that no state explains in which the
 * specification may be.
 *
 * <p>For one thread at a time. The same specification, options and implementation give the same
 * walks.
 */
public final class DriverTest implements AutoCloseable {

  /** A shrunk list of a call that hangs is looked for with a shorter limit. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final DrivenSpecification specification;
  private final Callable<? extends Driver> drivers;
  private final WalkOptions options;
  private final WalkCoverage coverage = new WalkCoverage();
  private @Nullable Reachable reachable;
  private volatile @Nullable WalkRun current;

  private DriverTest(DrivenSpecification specification, Callable<? extends Driver> drivers) {
    this.specification = specification;
    this.drivers = drivers;
    this.options = specification.options();
  }

  /**
   * Opens a specification.
   *
   * @param drivers makes a driver for each walk
   * @throws TlcException if the specification cannot be loaded
   * @throws UsageException if an option names an action that it does not have
   */
  public static DriverTest open(
      Tlc tlc, Path module, Path config, Callable<? extends Driver> drivers, WalkOptions options)
      throws TlcException {
    return new DriverTest(new DrivenSpecification(tlc, module, config, options), drivers);
  }

  /**
   * Makes drivers of a class: it is a {@link Driver}, or has methods with {@link Step} and {@link
   * Shown}. Each driver is a new object.
   */
  public static Callable<Driver> drivers(Class<?> type) {
    return () -> {
      Object made = Members.create(type);
      return made instanceof Driver driver ? driver : AnnotatedDriver.of(made);
    };
  }

  /**
   * Refuses an annotated class that has steps for actions that the specification does not have.
   *
   * @throws UsageException if it has
   */
  public void requireActions(Class<?> type) {
    if (!Driver.class.isAssignableFrom(type)) {
      AnnotatedDriver.names(type).forEach(specification::requireAction);
    }
  }

  /** The result of walks of one kind. */
  public record Walks(long walks, long steps, Optional<Found> found) {}

  /**
   * Walks until each action and each of its guards was carried out that the model can reach, and
   * was refused because of each conjunct that forbids it, if it is one to be refused.
   */
  public Walks everyAction() {
    SortedSet<Item> goals = new TreeSet<>(reachable().items(Item.Kind.ACTION));
    goals.addAll(reachable().items(Item.Kind.GUARD));
    goals.addAll(reachable().items(Item.Kind.REFUSAL));
    return cover("every action", goals);
  }

  /** Walks until each pair of actions followed each other that can. */
  public Walks everyPair() {
    return cover("every pair", reachable().items(Item.Kind.PAIR));
  }

  private Walks cover(String kind, SortedSet<Item> goals) {
    GoalChooser chooser = new GoalChooser(specification, reachable(), coverage, goals);
    return walks(kind, number -> chooser, (number, steps) -> number == 0 || steps > 0);
  }

  /** Random walks: so many as the options say, or for so long. */
  public Walks random() {
    RandomChooser chooser = new RandomChooser(specification, reachable());
    long end = System.nanoTime() + options.time().orElse(Duration.ZERO).toNanos();
    Walks walks =
        walks(
            "random, seed " + options.seed(),
            number -> {
              chooser.begin();
              return chooser;
            },
            (number, steps) ->
                options.time().isEmpty()
                    ? number < options.walks()
                    : number == 0 || System.nanoTime() < end);
    coverage.random(walks.walks());
    return walks;
  }

  /**
   * Gives a driver a list of actions.
   *
   * @param list one action a line, as a report writes it; those that the specification does not
   *     allow when it is their turn are left out
   * @throws UsageException if none of them is ever allowed
   */
  public Walks replay(String list) {
    List<String> lines = list.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    Walks walks =
        walks(
            "a list",
            number -> new ListChooser(specification, reachable().alphabet(), lines),
            (number, steps) -> number == 0);
    if (walks.steps() == 0 && !lines.isEmpty() && walks.found().isEmpty()) {
      throw new UsageException(
          "the specification allows none of these actions when it is its turn:\n" + list);
    }
    return walks;
  }

  /**
   * Counts from now on how often the walks take each row, edge and pair of the machine that the
   * module describes. A walk is counted as long as what the driver shows leaves one state possible.
   *
   * @throws UsageException if the module is no machine module
   * @throws TlcException if it cannot be explored
   */
  public void count() throws TlcException {
    coverage.count(specification.machineSteps());
  }

  /**
   * What was counted. {@link io.mooring.codegen.counts.CountsJson} writes it as a file.
   *
   * @param source what was run, in words
   * @throws IllegalStateException if nothing was to be counted
   */
  public CoverageCounts counts(String source) {
    return coverage
        .machine()
        .orElseThrow(() -> new IllegalStateException("nothing was counted; count() begins it"))
        .counts(source);
  }

  /** What was covered by all walks so far. */
  public CoverageReport coverage() {
    return new CoverageReport(specification, reachable(), coverage);
  }

  @FunctionalInterface
  private interface Choosers {
    Chooser chooser(int number);
  }

  @FunctionalInterface
  private interface Again {
    boolean another(int number, int stepsOfLast);
  }

  /** What one walk was. */
  private record Walk(int number, List<String> given, Finding finding) {}

  private Walks walks(String kind, Choosers choosers, Again again) {
    long walksBefore = coverage.walks();
    long stepsBefore = coverage.steps();
    int[] number = {0};
    Optional<Walk> walk =
        guarded(
            options.stepLimit(),
            watch -> {
              int steps = 0;
              while (again.another(number[0], steps)) {
                number[0]++;
                WalkRun run = new WalkRun(specification, coverage, watch);
                current = run;
                Optional<Finding> finding =
                    run.walk(drivers, choosers.chooser(number[0]), options.steps());
                if (finding.isPresent()) {
                  return finding;
                }
                steps = run.given().size();
              }
              return Optional.empty();
            },
            number);
    Optional<Found> found = walk.map(each -> shrunk(kind, each));
    return new Walks(coverage.walks() - walksBefore, coverage.steps() - stepsBefore, found);
  }

  @FunctionalInterface
  private interface Task {
    Optional<Finding> run(Watch watch);
  }

  private Optional<Walk> guarded(Duration limit, Task task, int[] number) {
    Watch watch = new Watch(limit);
    Optional<Finding> finding;
    try {
      finding = watch.run(() -> task.run(watch));
    } catch (Watch.Hang hang) {
      int step = given().size();
      finding =
          Optional.of(new Finding(Finding.Kind.HANG, step, String.valueOf(hang.getMessage())));
    }
    return finding.map(each -> new Walk(number[0], given(), each));
  }

  private List<String> given() {
    WalkRun run = current;
    return run == null ? List.of() : run.given().stream().map(SpecAction::toString).toList();
  }

  private Optional<Walk> again(List<String> actions, Duration limit) {
    int[] one = {1};
    return guarded(
        limit,
        watch -> {
          WalkRun run = new WalkRun(specification, new WalkCoverage(), watch);
          current = run;
          return run.walk(
              drivers,
              new ListChooser(specification, reachable().alphabet(), actions),
              Integer.MAX_VALUE);
        },
        one);
  }

  private Found shrunk(String kind, Walk walk) {
    Finding.Kind what = walk.finding().kind();
    boolean hang = what == Finding.Kind.HANG;
    Duration quick = hang && options.stepLimit().compareTo(SHORT) > 0 ? SHORT : options.stepLimit();
    List<String> smallest =
        Shrinker.shrink(
            walk.given(),
            list -> again(list, quick).filter(other -> other.finding().kind() == what).isPresent(),
            this::simpler);
    List<String> notes = new ArrayList<>();
    Walk shown =
        again(smallest, options.stepLimit())
            .filter(other -> other.finding().kind() == what)
            .orElse(walk);
    WalkRun last = current;
    if (shown.equals(walk) && !walk.given().equals(smallest)) {
      notes.add(
          "The walk does not always end like this: it was found once and could not be repeated.");
    }
    String text = what.words();
    String itf = hang || last == null ? "" : last.itf("the implementation " + text);
    return new Found(
        "walk "
            + walk.number()
            + " of "
            + kind
            + ", shrunk from "
            + walk.given().size()
            + " to "
            + shown.given().size()
            + " actions",
        shown.given(),
        shown.finding(),
        notes,
        itf);
  }

  /** The same action with arguments that come earlier. */
  private List<String> simpler(String action) {
    String name = action.replaceFirst("\\(.*", "");
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, SpecAction> each : reachable().alphabet().entrySet()) {
      if (each.getKey().equals(action)) {
        break;
      }
      if (each.getValue().name().equals(name)) {
        all.add(each.getKey());
      }
    }
    return all;
  }

  private Reachable reachable() {
    Reachable known = reachable;
    if (known == null) {
      known = new Reachable(specification);
      reachable = known;
    }
    return known;
  }

  @Override
  public void close() {
    specification.close();
  }
}
