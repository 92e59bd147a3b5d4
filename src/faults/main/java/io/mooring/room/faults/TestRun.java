package io.mooring.room.faults;

import static java.util.Objects.requireNonNull;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests on a library, and says how each ended. */
public final class TestRun {

  /** How a test ended that was run with all its arguments. */
  public enum Ending {
    /** Each time as it should. */
    PASSED,
    /** At least once not. */
    FAILED,
    /** It was not over in time. */
    HUNG,
    /** It was not run: one of its conditions disabled it. */
    SKIPPED
  }

  private TestRun() {}

  /**
   * Runs tests.
   *
   * @param limit how long all of them may take
   * @return how those ended that there are; those that hang here keep a thread
   */
  public static Map<NamedTest, Ending> of(
      Collection<NamedTest> tests, FaultyLibrary library, Duration limit)
      throws IOException, InterruptedException {
    Map<Boolean, List<NamedTest>> parts =
        tests.stream().collect(Collectors.partitioningBy(NamedTest::needsItsOwnMachine));
    List<NamedTest> here = requireNonNull(parts.get(false));
    List<NamedTest> elsewhere = requireNonNull(parts.get(true));
    Map<NamedTest, Ending> endings = new LinkedHashMap<>(run(here, library, limit));
    if (!elsewhere.isEmpty()) {
      endings.putAll(OwnMachine.run(elsewhere, library, limit));
    }
    return endings;
  }

  /**
   * Runs tests in this virtual machine, on a separate thread.
   *
   * @param loader where their classes come from
   */
  static Map<NamedTest, Ending> run(Collection<NamedTest> tests, ClassLoader loader, Duration limit)
      throws InterruptedException {
    Set<NamedTest> wanted = Set.copyOf(tests);
    Endings endings = new Endings(wanted);
    FutureTask<@Nullable Void> run =
        new FutureTask<>(
            () -> LauncherFactory.create().execute(request(wanted, loader), endings), null);
    Thread thread = new Thread(run, "tests");
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      run.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The tests could not be run: " + wanted, e);
    }
    return endings.soFar();
  }

  private static LauncherDiscoveryRequest request(Set<NamedTest> wanted, ClassLoader loader) {
    List<ClassSelector> classes =
        wanted.stream()
            .map(NamedTest::className)
            .distinct()
            .map(name -> selectClass(loader, name))
            .toList();
    PostDiscoveryFilter named =
        found ->
            FilterResult.includedIf(test(found.getSource()).map(wanted::contains).orElse(true));
    return LauncherDiscoveryRequestBuilder.request().selectors(classes).filters(named).build();
  }

  private static Optional<NamedTest> test(Optional<TestSource> source) {
    return source
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(method -> new NamedTest(method.getClassName(), method.getMethodName()));
  }

  /** The result of each test; a parameterised test also begins and ends around its invocations. */
  private static final class Endings implements TestExecutionListener {

    private final Set<NamedTest> wanted;
    private final Map<NamedTest, Ending> ended = new LinkedHashMap<>();
    private final Map<NamedTest, Integer> running = new LinkedHashMap<>();

    Endings(Set<NamedTest> wanted) {
      this.wanted = wanted;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
      test(identifier.getSource()).ifPresent(test -> add(ended, test, Ending.SKIPPED));
      identifier
          .getSource()
          .filter(ClassSource.class::isInstance)
          .map(source -> ((ClassSource) source).getClassName())
          .ifPresent(
              name ->
                  wanted.stream()
                      .filter(test -> test.className().equals(name))
                      .forEach(test -> add(ended, test, Ending.SKIPPED)));
    }

    @Override
    public synchronized void executionStarted(TestIdentifier identifier) {
      test(identifier.getSource()).ifPresent(test -> running.merge(test, 1, Integer::sum));
    }

    @Override
    public synchronized void executionFinished(
        TestIdentifier identifier, TestExecutionResult result) {
      Ending ending =
          result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
              ? Ending.PASSED
              : result.getThrowable().filter(Endings::isImpatience).isPresent()
                  ? Ending.HUNG
                  : Ending.FAILED;
      test(identifier.getSource())
          .ifPresent(
              test -> {
                running.computeIfPresent(test, (key, count) -> count == 1 ? null : count - 1);
                add(ended, test, ending);
              });
    }

    /** Lincheck gives up after some seconds: on a busy machine that says nothing of the library. */
    private static boolean isImpatience(Throwable thrown) {
      return String.valueOf(thrown.getMessage()).contains("= The execution has hung");
    }

    synchronized Map<NamedTest, Ending> soFar() {
      Map<NamedTest, Ending> all = new LinkedHashMap<>(ended);
      running.keySet().forEach(test -> add(all, test, Ending.HUNG));
      return all;
    }

    /** One failure is enough; everything else is as the last one ended. */
    private static void add(Map<NamedTest, Ending> endings, NamedTest test, Ending ending) {
      endings.merge(test, ending, (before, now) -> before == Ending.FAILED ? before : now);
    }
  }
}
