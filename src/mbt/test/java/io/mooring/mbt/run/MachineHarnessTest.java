package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.Tours;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparisonTest;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.machine.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MachineHarnessTest {
  private static final Machine TURNSTILE = Machines.TURNSTILE.machine();

  /** A harness of the machine for a system that does what another machine says. */
  private static MachineHarness<MachineEvent, MachineStep> harness(
      Machine machine, Machine system) {
    return MachineHarness.of(
        machine, () -> new TableSystem<>(system, step -> step), new StepProjection(machine));
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void aSystemThatDoesWhatTheMachineSaysSurvivesEveryTour(Machines machines) {
    Machine machine = machines.machine();
    MachineHarness<MachineEvent, MachineStep> harness =
        harness(machine, machine).withOracle(StepOracle.table(machine));
    Coverage coverage = harness.coverage();

    for (List<MachineEvent> tour : tours(machine)) {
      Run<MachineEvent> run = harness.run(tour, coverage.begin()).requireNoViolation();
      assertThat(run.steps()).isEqualTo(tour.size());
    }

    assertThat(coverage.isExhausted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsChangedIsFoundAlongToursAndNamed(Machines machines) {
    Machine machine = machines.machine();
    List<List<MachineEvent>> tours = tours(machine);
    for (MachineStep step : machine.steps()) {
      for (MachineStep changed : MachineComparisonTest.changes(machine, step)) {
        Violation found = violation(harness(machine, machine.with(changed)), tours);

        assertThat(found.kind()).isEqualTo(MachineHarness.ANSWER);
        assertThat(found.message())
            .startsWith(machine.rowText(machine.row(step.from(), step.event())) + " must answer ")
            .contains(new StepProjection(machine).text(changed));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Machines.class)
  void everyRowThatIsMissingIsFoundAlongToursAndNamed(Machines machines) {
    Machine machine = machines.machine();
    List<List<MachineEvent>> tours = tours(machine);
    for (int row = 0; row < machine.rows(); row++) {
      Violation found = violation(harness(machine, machine.without(row)), tours);

      assertThat(found.kind()).isEqualTo(MachineHarness.CRASH);
      assertThat(found.message()).startsWith(machine.rowText(row) + " must answer ");
    }
  }

  @Test
  void anEventThatCannotOccurIsLeftOut() {
    Machine door = Machines.DOOR.machine();
    int row = door.row(door.initial().to(), 0);
    MachineHarness<MachineEvent, MachineStep> harness = harness(door.without(row), door);

    Run<MachineEvent> run = harness.run(List.of(door.events().get(0), door.events().get(1)));

    assertThat(run.requireNoViolation().steps()).isEqualTo(1);
    assertThat(run.path()).contains("the event cannot occur here");
  }

  @Test
  void theReportHasTheEventsThePathAndADiagram() {
    MachineStep push = TURNSTILE.step(TURNSTILE.initial().to(), 2).orElseThrow();
    MachineStep broken = MachineComparisonTest.changes(TURNSTILE, push).get(0);
    MachineHarness<MachineEvent, MachineStep> harness = harness(TURNSTILE, TURNSTILE.with(broken));
    List<MachineEvent> events = TURNSTILE.events();

    assertThatThrownBy(
            () -> harness.requireNoViolation(List.of(events.get(3), events.get(2), events.get(1))))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Violated: ANSWER: ")
        .hasMessageContaining("Event list:\n  Push\n")
        .hasMessageContaining("  1. Push\n")
        .hasMessageContaining("participant System as Turnstile")
        .hasMessageContaining("Test->>System: Push");
  }

  @Test
  void onlyWhatTheScopeShowsIsCompared() {
    Scope blind = Scope.everything(TURNSTILE).showing().withoutEffects().withoutCodes();
    MachineStep push = TURNSTILE.step(TURNSTILE.initial().to(), 2).orElseThrow();
    Machine elsewhere = TURNSTILE.with(MachineComparisonTest.changes(TURNSTILE, push).get(0));

    MachineHarness.of(TURNSTILE, () -> new TableSystem<>(elsewhere, blind::of), blind)
        .requireNoViolation(List.of(TURNSTILE.events().get(2)));
  }

  @Test
  void aSystemThatAnswersWithGeneratedStepsIsCheckedAgainstTheGeneratedRules() {
    JavaMachine<?> java = Machines.CIRCUIT_BREAKER.java();
    Rules<Object, Object> rules = new GeneratedSteps(java).rules().orElseThrow();
    List<Object> broken = new ArrayList<>();
    Object initial = java.initial();
    for (Object step : steps(java)) {
      rules.broken(initial, step).ifPresent(broken::add);
    }

    // From the initial step only some rows may follow; of a wrong one some rule says so.
    assertThat(broken).isNotEmpty().allMatch(rule -> rule instanceof Enum);
    generated(java);
  }

  /** Runs an engine over the generated steps, sound and with a step that no rule allows. */
  private static <E extends Enum<E>> void generated(JavaMachine<E> java) {
    Machine machine = java.machine();
    List<Object> steps = steps(java);
    MachineHarness<E, Object> sound =
        MachineHarness.ofSteps(java, () -> new Engine<>(java, steps, false));
    MachineHarness<E, Object> wrong =
        MachineHarness.ofSteps(java, () -> new Engine<>(java, steps, true));
    List<E> events = new ArrayList<>();
    Tours.everyEdge(new MooreGraph(machine), 50)
        .get(0)
        .forEach(each -> events.add(sound.inputs().of(each)));

    assertThat(sound.run(events).requireNoViolation().steps()).isEqualTo(events.size());
    assertThat(wrong.run(events).violation().orElseThrow().kind()).isEqualTo(MachineHarness.RULE);
  }

  /** An engine that answers with the steps of the table; a wrong one with that of another row. */
  private static final class Engine<E extends Enum<E>> implements SystemUnderTest<E, Object> {
    private final JavaMachine<E> java;
    private final List<Object> steps;
    private final boolean wrong;
    private int location;

    private Engine(JavaMachine<E> java, List<Object> steps, boolean wrong) {
      this.java = java;
      this.steps = steps;
      this.wrong = wrong;
      this.location = java.machine().initial().to();
    }

    @Override
    public Object apply(E event) {
      int row = java.machine().row(location, java.number(event));
      MachineStep step = java.machine().step(row).orElseThrow();
      location = step.to();
      return steps.get(wrong ? steps.size() - 1 - row : row);
    }
  }

  private static List<Object> steps(JavaMachine<?> java) {
    try {
      Class<?> step = java.initial().getClass();
      Class<?> table = Class.forName(step.getPackageName() + ".Table", true, step.getClassLoader());
      return List.copyOf((List<?>) table.getMethod("steps").invoke(null));
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException(unlike);
    }
  }

  @Test
  void anOracleThatObjectsToTheMachineIsHeard() {
    MachineStep push = TURNSTILE.step(TURNSTILE.initial().to(), 2).orElseThrow();
    Machine other = TURNSTILE.with(MachineComparisonTest.changes(TURNSTILE, push).get(0));

    Run<MachineEvent> run =
        harness(TURNSTILE, TURNSTILE)
            .withOracle(StepOracle.table(TURNSTILE).and(StepOracle.table(other)))
            .run(List.of(TURNSTILE.events().get(2)));

    assertThat(run.violation().orElseThrow().toString())
        .startsWith("ORACLE: the table has ")
        .contains(", but the step was ");
    assertThat(
            StepOracle.table(TURNSTILE.without(TURNSTILE.row(push.from(), push.event())))
                .objection(TURNSTILE.initial(), push))
        .isEqualTo(
            Optional.of(
                "the table has no " + TURNSTILE.rowText(TURNSTILE.row(push.from(), push.event()))));
  }

  private static List<List<MachineEvent>> tours(Machine machine) {
    List<List<MachineEvent>> tours = new ArrayList<>();
    Tours.everyEdgePair(new MooreGraph(machine), 40)
        .forEach(tour -> tours.add(tour.stream().map(machine.events()::get).toList()));
    return tours;
  }

  private static Violation violation(
      MachineHarness<MachineEvent, MachineStep> harness, List<List<MachineEvent>> tours) {
    return tours.stream()
        .flatMap(tour -> harness.run(tour).violation().stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("not found"));
  }
}
