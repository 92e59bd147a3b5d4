package io.mooring.room.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.ClassSelector;
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
    HUNG
  }

  private TestRun() {}

  /**
   * Runs tests.
   *
   * @param limit how long all of them may take
   * @return how those ended that there are; those that hang keep a thread
   */
  public static Map<NamedTest, Ending> of(
      Collection<NamedTest> tests, FaultyLibrary library, Duration limit)
      throws InterruptedException {
    Set<NamedTest> wanted = Set.copyOf(tests);
    Endings endings = new Endings();
    FutureTask<@Nullable Void> run =
        new FutureTask<>(
            () -> LauncherFactory.create().execute(request(wanted, library), endings), null);
    Thread thread = new Thread(run, "tests");
    thread.setDaemon(true);
    thread.setContextClassLoader(library);
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

  private static LauncherDiscoveryRequest request(Set<NamedTest> wanted, FaultyLibrary library) {
    List<ClassSelector> classes =
        wanted.stream()
            .map(NamedTest::className)
            .distinct()
            .map(name -> selectClass(library, name))
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

  /** What has ended how; a test that takes arguments begins and ends once more around them. */
  private static final class Endings implements TestExecutionListener {

    private final Map<NamedTest, Ending> ended = new LinkedHashMap<>();
    private final Map<NamedTest, Integer> running = new LinkedHashMap<>();

    @Override
    public synchronized void executionStarted(TestIdentifier identifier) {
      test(identifier.getSource()).ifPresent(test -> running.merge(test, 1, Integer::sum));
    }

    @Override
    public synchronized void executionFinished(
        TestIdentifier identifier, TestExecutionResult result) {
      boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
      test(identifier.getSource())
          .ifPresent(
              test -> {
                running.computeIfPresent(test, (key, count) -> count == 1 ? null : count - 1);
                add(ended, test, passed ? Ending.PASSED : Ending.FAILED);
              });
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
