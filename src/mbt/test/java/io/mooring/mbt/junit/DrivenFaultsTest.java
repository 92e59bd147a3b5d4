package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.trace.ItfTrace;
import io.mooring.mbt.driver.DriverTest;
import io.mooring.mbt.driver.Finding;
import io.mooring.mbt.driver.UsageException;
import io.mooring.mbt.machine.WrittenSource;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each faulty implementation is found, shrunk, and found again by the test that is written. */
final class DrivenFaultsTest {
  private static final Pattern WRITTEN = Pattern.compile("written: (\\S+)\\.java");

  private final Path folder;

  DrivenFaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Class<?>> faulty() {
    return Stream.of(
        QueueTest.TooBig.class,
        QueueTest.Reopens.class,
        QueueTest.Breaks.class,
        TurnstileDriverTest.Cheap.class,
        TurnstileDriverTest.Generous.class,
        TurnstileDriverTest.Remembers.class,
        BreakerTest.CountsAll.class,
        BreakerTest.Resentful.class,
        BreakerTest.Credulous.class,
        CommitTest.Hasty.class,
        CommitTest.Undead.class,
        CommitTest.Stubborn.class,
        CacheTest.Late.class,
        CacheTest.Kind.class,
        CacheTest.Careless.class);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void aFaultIsFoundAndTheWrittenTestFindsItAgain(Class<?> driver) throws Exception {
    Map<String, Throwable> failures = Launched.of(driver, "coverage and blind spot").failures();
    String report =
        failures.values().stream()
            .map(failure -> String.valueOf(failure.getMessage()))
            .filter(text -> text.startsWith("The implementation "))
            .findFirst()
            .orElseThrow(() -> new AssertionError(driver + " passes: " + failures));
    Matcher written = WRITTEN.matcher(report);

    assertThat(report).contains("shrunk from");
    assertThat(written.find()).as(report).isTrue();
    Path file = Path.of(written.group(1) + ".java");
    String name = file.getFileName().toString().replace(".java", "");
    String source = Files.readString(file);
    assertThatThrownBy(() -> execute(driver, name, source))
        .isInstanceOf(AssertionError.class)
        .message()
        .satisfies(again -> assertThat(list(again)).isEqualTo(list(report)));
    try (InputStream itf = Files.newInputStream(Path.of(written.group(1) + ".itf.json"))) {
      assertThat(ItfTrace.states(itf)).isNotEmpty();
    }

    assertNothingCanBeLeftOut(driver, list(report));

    // With the implementation that is right, the same test passes.
    Class<?> right = driver.getSuperclass();
    execute(right, name, source.replace(driver.getCanonicalName(), right.getCanonicalName()));
  }

  /** The numbered actions of a report. */
  private static List<String> list(String report) {
    return report
        .lines()
        .filter(line -> line.matches("  \\d+  .*"))
        .map(line -> line.replaceFirst("  \\d+  ", ""))
        .toList();
  }

  private static void assertNothingCanBeLeftOut(Class<?> driver, List<String> actions)
      throws Exception {
    Settings settings = Settings.of(driver);
    try (DriverTest test =
        DriverTest.open(
            Tlc.bundled(),
            settings.module(),
            settings.config(),
            DriverTest.drivers(driver),
            settings.options())) {
      Finding.Kind kind = test.replay(String.join("\n", actions)).found().get().finding().kind();
      for (int i = 0; i < actions.size(); i++) {
        List<String> fewer = new ArrayList<>(actions);
        fewer.remove(i);
        assertThat(kinds(test, fewer)).doesNotContain(kind);
      }
    }
  }

  private static Stream<Finding.Kind> kinds(DriverTest test, List<String> actions) {
    try {
      return test.replay(String.join("\n", actions)).found().stream()
          .map(found -> found.finding().kind());
    } catch (UsageException noneIsAllowed) {
      return Stream.empty();
    }
  }

  private void execute(Class<?> driver, String name, String source) throws Exception {
    Path out = Files.createTempDirectory(folder, "classes");
    try (URLClassLoader loader = WrittenSource.compile(out, name, source, driver)) {
      Class<?> test = loader.loadClass(driver.getPackageName() + "." + name);
      Constructor<?> constructor = test.getDeclaredConstructor();
      Method method = test.getDeclaredMethod("theSpecificationAllowsWhatTheImplementationDoes");
      constructor.setAccessible(true);
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof AssertionError found) {
        throw found;
      }
      throw new IllegalStateException(Objects.requireNonNull(failed.getCause()));
    }
  }
}
