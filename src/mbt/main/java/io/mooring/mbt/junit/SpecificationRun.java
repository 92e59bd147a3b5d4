package io.mooring.mbt.junit;

import io.mooring.checker.modelcheck.ExitCodes;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.mbt.driver.CoverageReport;
import io.mooring.mbt.driver.DriverTest;
import io.mooring.mbt.driver.DriverTest.Walks;
import io.mooring.mbt.driver.Found;
import io.mooring.mbt.driver.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tests of one class, by their names. For one thread. */
final class SpecificationRun implements AutoCloseable {
  private final Settings settings;
  private final Map<String, Test> tests = new LinkedHashMap<>();
  private final Set<String> walked = new TreeSet<>();
  private final Tlc tlc = Tlc.bundled();
  private @Nullable CheckResult checked;
  private @Nullable DriverTest driver;

  /** One test. */
  @FunctionalInterface
  private interface Test {
    void run() throws TlcException;
  }

  /**
   * The tests of a class.
   *
   * @throws UsageException if its files cannot be found or read
   */
  SpecificationRun(Class<?> type) {
    this.settings = Settings.of(type);
    try {
      tests.put("model", this::model);
      for (String property : ConfigFile.read(settings.config()).checked()) {
        tests.put("property " + property, () -> property(property));
      }
    } catch (TlcException unreadable) {
      throw new UsageException(String.valueOf(unreadable.getMessage()));
    }
    for (String witness : settings.annotation().witnesses()) {
      tests.put("witness " + witness, () -> witness(witness));
    }
    for (Kind kind : Kind.values()) {
      tests.put(kind.text, () -> walk(kind));
    }
    tests.put("coverage and blind spot", this::coverage);
  }

  /** The kinds of walks. */
  private enum Kind {
    ACTIONS("walks with every action"),
    PAIRS("walks with every pair of actions"),
    RANDOM("random walks");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    Walks of(DriverTest test) {
      return switch (this) {
        case ACTIONS -> test.everyAction();
        case PAIRS -> test.everyPair();
        case RANDOM -> test.random();
      };
    }
  }

  /** The names of the tests in order. */
  Set<String> names() {
    return tests.keySet();
  }

  /**
   * Runs one test.
   *
   * @throws AssertionError if it fails
   * @throws UsageException if the test or the specification is written wrongly
   */
  void run(String name) {
    Test test = tests.get(name);
    if (test == null) {
      throw new UsageException("there is no test " + name + "; there are " + tests.keySet());
    }
    try {
      test.run();
    } catch (TlcException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }

  private void model() throws TlcException {
    CheckResult result = whole();
    if (ExitCodes.of(result) != ExitCodes.EXPECTED && result.property().isEmpty()) {
      throw failure(result);
    }
  }

  private void property(String name) throws TlcException {
    CheckResult result = whole();
    if (ExitCodes.of(result) == ExitCodes.EXPECTED) {
      return;
    }
    Set<String> others = new TreeSet<>(ConfigFile.read(settings.config()).checked());
    others.remove(name);
    CheckResult alone = check(request().without(others));
    if (ExitCodes.of(alone) != ExitCodes.EXPECTED) {
      throw failure(alone);
    }
  }

  private void witness(String name) throws TlcException {
    CheckResult result = check(request().seeking(name));
    if (result.search().witnesses().stream().noneMatch(each -> each.shortest().isPresent())) {
      throw new AssertionError(
          name + ": no reachable state or step makes it true within the bounds of the model");
    }
  }

  private CheckRequest request() {
    return CheckRequest.of(settings.module(), settings.config());
  }

  private CheckResult whole() throws TlcException {
    CheckResult known = checked;
    if (known == null) {
      known = check(request());
      checked = known;
      known.warnings().forEach(SpecificationRun::print);
      known.vacuities().forEach(each -> print(each.text()));
    }
    return known;
  }

  private CheckResult check(CheckRequest request) throws TlcException {
    return tlc.check(request, CheckProgress.NONE);
  }

  private static AssertionError failure(CheckResult result) {
    List<String> lines = new ArrayList<>(List.of(result.message()));
    result.trace().ifPresent(trace -> lines.addAll(TraceText.lines(trace, TraceView.USUAL)));
    return new AssertionError(String.join("\n", lines));
  }

  private void walk(Kind kind) throws TlcException {
    walked.add(kind.text);
    Walks walks = kind.of(driver());
    if (walks.found().isPresent()) {
      throw new AssertionError(written(kind, walks.found().get()));
    }
    Set<String> missed = kind == Kind.ACTIONS ? driver().coverage().actionsMissed() : Set.of();
    if (!missed.isEmpty()) {
      throw new AssertionError(
          "The model can take "
              + String.join(", ", missed)
              + ", and no walk of the implementation did. If the implementation decides when that"
              + " happens, name it in @SpecificationTest(internal = ...) where it is unseen, or"
              + " (ignored = ...) where the driver cannot bring it about.");
    }
  }

  private void coverage() throws TlcException {
    for (Kind kind : Kind.values()) {
      if (!walked.contains(kind.text)) {
        walk(kind);
      }
    }
    CoverageReport report = driver().coverage();
    print(settings.type().getName() + ": " + report.text());
    write("coverage.txt", report.text());
    if (settings.annotation().counts()) {
      String source = settings.type().getName();
      print("counts: " + write("counts.json", CountsJson.write(driver().counts(source))));
    }
    report
        .provesNothing()
        .ifPresent(
            why -> {
              throw new AssertionError(why);
            });
  }

  private String written(Kind kind, Found found) {
    String name =
        settings.type().getSimpleName().replaceFirst("Test$", "")
            + switch (kind) {
              case ACTIONS -> "ActionWalkTest";
              case PAIRS -> "PairWalkTest";
              case RANDOM -> "RandomWalkTest";
            };
    StringBuilder text = new StringBuilder(found.text());
    Path source = write(name + ".java", WalkSource.of(name, settings.type(), found));
    text.append("written: ").append(source).append(",\n  a JUnit test that shows it again\n");
    if (!found.itf().isEmpty()) {
      text.append("written: ").append(write(name + ".itf.json", found.itf()));
    }
    return text.toString();
  }

  private Path write(String name, String text) {
    Path file = settings.output().resolve(name);
    try {
      Files.createDirectories(settings.output());
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be written", failure);
    }
  }

  @SuppressWarnings("SystemOut") // the output of a test
  private static void print(String text) {
    System.out.println(text);
  }

  private DriverTest driver() throws TlcException {
    DriverTest known = driver;
    if (known == null) {
      known =
          DriverTest.open(
              tlc,
              settings.module(),
              settings.config(),
              DriverTest.drivers(settings.type()),
              settings.options());
      driver = known;
      known.requireActions(settings.type());
      if (settings.annotation().counts()) {
        known.count();
      }
    }
    return known;
  }

  @Override
  public void close() {
    DriverTest known = driver;
    if (known != null) {
      known.close();
    }
  }
}
