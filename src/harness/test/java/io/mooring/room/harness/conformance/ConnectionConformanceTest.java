package io.mooring.room.harness.conformance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The JUnit suite itself, run on a sound and on a faulty connection. */
class ConnectionConformanceTest {

  /** As a consumer writes it. */
  static class Sound extends ConnectionConformance {
    @Override
    protected ConnectionUnderTest connection() {
      return new EngineUnderTest(new CompiledEngine());
    }
  }

  /** Has been kicked, and stays as if nothing had been. */
  static class FightsAKick extends ConnectionConformance {
    private static final Supplier<Engine> ENGINES =
        TamperedEngine.changed(Location.RECONNECTING, Event.KICKED, FightsAKick::ignored);

    private static Step ignored(Step step) {
      return Table.step(Location.RECONNECTING, Event.JOINED);
    }

    @Override
    protected ConnectionUnderTest connection() {
      return new EngineUnderTest(ENGINES.get());
    }
  }

  @Test
  void everyTestOfTheSuitePassesOnASoundConnection() {
    assertThat(run(selectClass(Sound.class))).allMatch(result -> result.failure().isEmpty());
  }

  /** Is restored without the events that it missed. */
  static class Forgets extends ConnectionConformance {
    @Override
    protected ConnectionUnderTest connection() {
      RoomConnectionUnderTest sound = new RoomConnectionUnderTest(CompiledEngine::new);
      return new ConnectionUnderTest() {
        private ConnectionAnswer last = new ConnectionAnswer(ConnectionState.UNKNOWN, List.of());

        @Override
        public ConnectionAnswer apply(Event event) {
          last = sound.apply(event);
          return last;
        }

        @Override
        public Optional<ConnectionAnswer> dieAndReturn(Duration away, boolean wayBack) {
          return Optional.of(new ConnectionAnswer(last.state(), List.of()));
        }
      };
    }
  }

  /**
   * A connection that cannot be restored is skipped; one that forgets is found where there is a
   * session.
   */
  @Test
  void deathAndReturnAreCheckedForConnectionsThatCanBeRestored() {
    assertThat(run(selectMethod(Sound.class, "deathAndReturn")))
        .isNotEmpty()
        .allMatch(Result::isAborted);
    List<Result> forgets = run(selectMethod(Forgets.class, "deathAndReturn"));
    assertThat(forgets).noneMatch(Result::isAborted);
    assertThat(forgets.stream().filter(result -> !result.failure().isEmpty()))
        .hasSize(15)
        .extracting(Result::failure)
        .anyMatch(
            message ->
                message.startsWith(
                    "A connection that had Initialize, JoinChannel, Joined died for 10 s with a way"
                        + " back and was restored: expected RECONNECTING [notifies"
                        + " (RECONNECTING, SIGNAL_DISCONNECTED)], but the answer was CONNECTED"));
  }

  @Test
  void everyLayerThatReachesAFaultFindsIt() {
    Map<String, List<Result>> byMethod =
        run(selectClass(FightsAKick.class)).stream().collect(groupingBy(Result::method));

    assertThat(
            byMethod.entrySet().stream()
                .filter(
                    entry ->
                        entry.getValue().stream().anyMatch(found -> !found.failure().isEmpty()))
                .map(Map.Entry::getKey)
                .collect(toSet()))
        .containsExactlyInAnyOrder(
            "everyEdge",
            "whatIsRefusedOrIgnoredChangesNothing",
            "tours",
            "wpMethod",
            "theLearnedModelIsTheSpecification",
            "everyEventListKeepsToTheSpecification");
    assertThat(byMethod).as("the fault lies five events deep").containsKey("everySequence");
  }

  @Test
  void theNameOfATestIsItsEdge() {
    assertThat(run(selectClass(FightsAKick.class)).stream().filter(r -> !r.failure().isEmpty()))
        .extracting(Result::name)
        .contains("RECONNECTING --Kicked--> DISCONNECTED");
  }

  @Test
  void aFailureHasTheListTheDiagramAndATest() {
    assertThat(failure())
        .startsWith("after Initialize, JoinChannel, Joined, ")
        .contains("Path:\n    1. Initialize")
        .contains("Sequence diagram (Mermaid):\n  sequenceDiagram")
        .contains("A test that shows it:\n");
  }

  @Test
  void theTestInTheReportCompilesAndFails(@TempDir Path folder) throws Exception {
    Class<?> written = compiled(folder, failure());

    List<Result> results = run(selectClass(written));

    assertThat(results).hasSize(1);
    assertThat(results.get(0).failure())
        .contains("expected: <DISCONNECTED [")
        .contains("but was: <RECONNECTING [");
  }

  @Test
  void theTestInTheReportPassesOnceTheConnectionIsMended(@TempDir Path folder) throws Exception {
    String mended =
        failure().replace("FightsAKick()", "Sound()").replace("FightsAKickKicked", "Mended");

    assertThat(run(selectClass(compiled(folder, mended))))
        .hasSize(1)
        .allMatch(result -> result.failure().isEmpty());
  }

  private static String failure() {
    return run(selectMethod(FightsAKick.class, "wpMethod")).get(0).failure();
  }

  private static Class<?> compiled(Path folder, String report)
      throws IOException, IllegalAccessException {
    String marker = "A test that shows it:\n";
    String source =
        report.substring(report.indexOf(marker) + marker.length()).replace("\n  ", "\n").strip();
    Matcher name = Pattern.compile("class (\\w+) \\{").matcher(source);
    assertThat(name.find()).isTrue();
    Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(exit).isZero();
    Path bytes = folder.resolve("io/mooring/room/harness/conformance/" + name.group(1) + ".class");
    return MethodHandles.lookup().defineClass(Files.readAllBytes(bytes));
  }

  private record Result(String method, String name, String failure, boolean isAborted) {}

  private static List<Result> run(DiscoverySelector selector) {
    List<Result> results = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter("jqwik.database", "target/.jqwik-database-of-suites")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  String method =
                      test.getSource()
                          .filter(MethodSource.class::isInstance)
                          .map(source -> ((MethodSource) source).getMethodName())
                          .orElse("");
                  results.add(
                      new Result(
                          method,
                          test.getDisplayName(),
                          result
                              .getThrowable()
                              .filter(thrown -> result.getStatus() == Status.FAILED)
                              .map(Throwable::getMessage)
                              .orElse(""),
                          result.getStatus() == Status.ABORTED));
                }
              }
            });
    return results;
  }
}
