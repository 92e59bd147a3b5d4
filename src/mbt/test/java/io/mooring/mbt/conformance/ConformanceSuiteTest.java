package io.mooring.mbt.conformance;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.WrittenSource;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.mbt.run.TableSystem;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The JUnit suite itself, on systems that are one of the machines, sound or with a fault. */
public final class ConformanceSuiteTest {

  /** The machines are generated while the tests run, so that their types have no names here. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  abstract static class Suite extends MachineConformance {
    private final Machines machines;

    Suite(Machines machines) {
      this.machines = machines;
    }

    @Override
    protected JavaMachine machine() {
      return machines.java();
    }

    @Override
    protected SystemUnderTest system() {
      Machine machine = machine().machine();
      Scope scope = Scope.everything(machine);
      TableSystem<Answer> system = new TableSystem<>(faulty(machine), scope::of);
      return event -> system.apply(event(machine, event));
    }

    Machine faulty(Machine machine) {
      return machine;
    }

    private static MachineEvent event(Machine machine, Object constant) {
      return machine.events().stream()
          .filter(event -> event.name().equals(((Enum<?>) constant).name()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Does all that it must. */
  static final class SoundBreaker extends Suite {
    SoundBreaker() {
      super(Machines.CIRCUIT_BREAKER);
    }
  }

  /** A turnstile of which only the gate is visible. */
  static final class SoundGate extends Suite {
    SoundGate() {
      super(Machines.TURNSTILE);
    }

    @Override
    protected Scope scope() {
      return super.scope().showing("gate");
    }
  }

  /** Its bolt does not hold: a locked door opens. */
  public static final class WeakDoor extends Suite {

    /** For the source of the test. */
    public WeakDoor() {
      super(Machines.DOOR);
    }

    @Override
    Machine faulty(Machine machine) {
      MachineStep open =
          machine.steps().stream()
              .filter(step -> text(machine, step).startsWith("CLOSED --Open--> OPEN"))
              .findFirst()
              .orElseThrow();
      MachineStep locked =
          machine.steps().stream()
              .filter(step -> text(machine, step).startsWith("LOCKED --Open--> LOCKED"))
              .findFirst()
              .orElseThrow();
      return machine.with(
          new MachineStep(
              locked.from(), locked.event(), open.to(), open.outputs(), locked.source()));
    }

    private static String text(Machine machine, MachineStep step) {
      return machine.rowText(machine.row(step.from(), step.event()))
          + " "
          + machine.locations().get(step.to());
    }
  }

  private record Result(String method, String name, String failure) {}

  @Test
  void everyTestOfTheSuitePassesOnSoundSystems() {
    assertThat(run(SoundBreaker.class)).isNotEmpty().allMatch(result -> result.failure().isEmpty());
    assertThat(run(SoundGate.class)).isNotEmpty().allMatch(result -> result.failure().isEmpty());
  }

  @Test
  void everyTestMethodFindsAFaultAndNamesItsEdge() {
    List<Result> failed =
        run(WeakDoor.class).stream().filter(result -> !result.failure().isEmpty()).toList();

    Map<String, List<Result>> byMethod =
        new TreeMap<>(failed.stream().collect(groupingBy(Result::method)));
    assertThat(byMethod)
        .containsOnlyKeys(
            "everyEdge",
            "everySequence",
            "theLearnedModelIsTheSpecification",
            "tours",
            "whatIsRefusedOrIgnoredChangesNothing",
            "wpMethod");
    assertThat(failed).extracting(Result::name).contains("LOCKED --Open--> LOCKED");
    assertThat(failed)
        .extracting(Result::failure)
        .allMatch(
            text ->
                text.startsWith("after Lock, Open\n  expected  leaf = LOCKED [silent]  (Door.tla:"))
        .allMatch(text -> text.contains("\n  found     leaf = OPEN [silent]\n"));
  }

  @Test
  void theTestThatAFailurePrintsCompilesAndFailsAgain(@TempDir Path folder) throws Exception {
    String failure =
        run(WeakDoor.class).stream()
            .filter(result -> result.method().equals("wpMethod"))
            .map(Result::failure)
            .findFirst()
            .orElseThrow();
    String marker = "A test that shows it:\n";
    String source =
        failure.substring(failure.indexOf(marker) + marker.length()).replace("\n  ", "\n").strip();
    Matcher name = Pattern.compile("class (\\w+) \\{").matcher(source);
    assertThat(name.find()).isTrue();

    try (URLClassLoader loader =
        WrittenSource.compile(folder, name.group(1), source, Machines.DOOR.java())) {
      Class<?> written =
          loader.loadClass(ConformanceSuiteTest.class.getPackageName() + "." + name.group(1));
      List<Result> results = run(written);
      assertThat(results).hasSize(1);
      assertThat(results.get(0).method()).isEqualTo("lockThenOpen");
      assertThat(results.get(0).failure())
          .isEqualTo("expected: <leaf = LOCKED [silent]> but was: <leaf = OPEN [silent]>");
    }
  }

  private static List<Result> run(Class<?> tests) {
    List<Result> results = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  String method =
                      test.getSource()
                          .filter(MethodSource.class::isInstance)
                          .map(source -> ((MethodSource) source).getMethodName())
                          .orElse("");
                  String failure = result.getThrowable().map(Throwable::getMessage).orElse("");
                  results.add(new Result(method, test.getDisplayName(), failure));
                }
              }
            });
    return results;
  }
}
