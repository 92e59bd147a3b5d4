package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mooring.checker.tlc.Tlc;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.run.Run;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.log.StimulusRun;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.harness.timed.TimedHarness;
import io.mooring.room.harness.timed.TimedOracle;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The test that a run is written as, compiled and run. */
class ConnectionTestSourceTest {

  /** A kick is not heard while the client reconnects. */
  private static final Supplier<Engine> FAULTY =
      TamperedEngine.changed(
          Location.RECONNECTING,
          Event.KICKED,
          step -> Table.step(Location.RECONNECTING, Event.JOINED));

  /** The same as Java source. */
  private static final String FAULTY_SOURCE =
      """
      io.mooring.room.harness.TamperedEngine.changed(
                  io.mooring.room.spec.Location.RECONNECTING,
                  io.mooring.room.spec.Event.KICKED,
                  step -> io.mooring.room.spec.Table.step(
                      io.mooring.room.spec.Location.RECONNECTING,
                      io.mooring.room.spec.Event.JOINED))\
      """;

  private final Path folder;

  ConnectionTestSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void itPassesOnASoundEngineAndFailsOnTheFaultyOne() throws Exception {
    Run<Stimulus> run =
        Fuzz.of("faulty", "table", ConnectionHarness.of(FAULTY))
            .with(options -> options.withTries(5000).withGuidance())
            .run()
            .failure()
            .orElseThrow()
            .run();

    TestExecutionSummary passes =
        run(
            "SoundTest",
            ConnectionTestSource.of("SoundTest", CompiledEngine.class.getName() + "::new", run));
    TestExecutionSummary fails =
        run("FaultyTest", ConnectionTestSource.of("FaultyTest", FAULTY_SOURCE, run));

    assertThat(passes.getTestsSucceededCount()).isEqualTo(1);
    assertThat(passes.getTestsFailedCount()).isZero();
    assertThat(fails.getTestsFailedCount()).isEqualTo(1);
    assertThat(fails.getFailures().get(0).getException())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Event list:\n  Initialize\n  JoinChannel\n");
  }

  @Test
  void aRunInTimePassesOnASoundEngineAndFailsOnTheFaultyOne() throws Exception {
    Path specification = Path.of("../../spec/RoomReconnect.tla").toAbsolutePath().normalize();
    Duration unit = Duration.ofSeconds(1);
    try (TimedOracle tlc = TimedOracle.open(Tlc.bundled(), specification, unit)) {
      String list = "Initialize\nJoinChannel\nJoined\nMediaLost\nKicked\n";
      StimulusRun run = TimedHarness.of(FAULTY, tlc).run(StimulusText.parse("test", list));
      assertThat(run.violation()).as(run.path()).isPresent();

      String sound = CompiledEngine.class.getName() + "::new";
      TestExecutionSummary passes =
          run("Sound", ConnectionTestSource.ofTimed("Sound", sound, specification, unit, run));
      TestExecutionSummary fails =
          run(
              "Faulty",
              ConnectionTestSource.ofTimed("Faulty", FAULTY_SOURCE, specification, unit, run));

      assertThat(passes.getTestsSucceededCount()).isEqualTo(1);
      assertThat(fails.getTestsFailedCount()).isEqualTo(1);
      assertThat(fails.getFailures().get(0).getException()).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void aClassIsNamedAfterAFile() {
    assertThat(ConnectionTestSource.className("compiled-42.events")).isEqualTo("Compiled42Test");
    assertThat(ConnectionTestSource.className("kick")).isEqualTo("KickTest");
    assertThat(ConnectionTestSource.className("7 days.txt")).isEqualTo("Events7DaysTest");
  }

  private TestExecutionSummary run(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-Xlint:all,-options",
                "-Werror",
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(loader.loadClass(name)))
                  .build(),
              listener);
      return listener.getSummary();
    }
  }
}
