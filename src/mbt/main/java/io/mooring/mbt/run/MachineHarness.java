package io.mooring.mbt.run;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.machine.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives any system with the events of a machine and compares each answer with what the machine
 * does. It needs no more than {@link SystemUnderTest}, and a {@link Projection} that says what can
 * be seen of a step.
 *
 * <p>A system that says which step it made is checked against the generated rules as well.
 * Immutable.
 *
 * @param <E> the events: the generated enum, or {@link MachineEvent}
 * @param <A> the answers
 */
public final class MachineHarness<E, A> implements Harness<E> {

  /** The kind of a violation: the system answered otherwise than the machine. */
  public static final String ANSWER = "ANSWER";

  /** The kind of a violation: a rule does not hold between two steps. */
  public static final String RULE = "RULE";

  /** The kind of a violation: the oracle objects to a step of the machine. */
  public static final String ORACLE = "ORACLE";

  /** The kind of a violation: the system threw an exception. */
  public static final String CRASH = "CRASH";

  private final Parts<E, A> parts;

  /** What all runs have in common. */
  record Parts<E, A>(
      Machine machine,
      EventInputs<E> inputs,
      Supplier<? extends SystemUnderTest<? super E, ? extends A>> system,
      Projection<A> projection,
      Coverage coverage,
      @Nullable Ruled<A> rules,
      @Nullable StepOracle oracle) {}

  /**
   * Rules of the answers.
   *
   * @param rules the rules
   * @param initial the answer that represents the initial state
   */
  record Ruled<A>(Rules<A, ?> rules, A initial) {}

  private MachineHarness(Parts<E, A> parts) {
    this.parts = parts;
  }

  /**
   * A harness for a machine with generated Java.
   *
   * @param java the machine
   * @param system gives a fresh system in the initial state at every call
   * @param projection what can be seen of a step
   */
  public static <E extends Enum<E>, A> MachineHarness<E, A> of(
      JavaMachine<E> java,
      Supplier<? extends SystemUnderTest<? super E, ? extends A>> system,
      Projection<A> projection) {
    return of(java.machine(), EventInputs.of(java), system, projection);
  }

  /** The same for a machine that has no generated Java: its events are data. */
  public static <A> MachineHarness<MachineEvent, A> of(
      Machine machine,
      Supplier<? extends SystemUnderTest<? super MachineEvent, ? extends A>> system,
      Projection<A> projection) {
    return of(machine, EventInputs.of(machine), system, projection);
  }

  private static <E, A> MachineHarness<E, A> of(
      Machine machine,
      EventInputs<E> inputs,
      Supplier<? extends SystemUnderTest<? super E, ? extends A>> system,
      Projection<A> projection) {
    Coverage coverage = Coverage.of(new MooreGraph(machine));
    return new MachineHarness<>(
        new Parts<>(machine, inputs, system, projection, coverage, null, null));
  }

  /**
   * A harness for a system that answers with generated {@code Step} objects: whole steps are
   * compared, and the generated rules are checked.
   */
  public static <E extends Enum<E>> MachineHarness<E, Object> ofSteps(
      JavaMachine<E> java, Supplier<? extends SystemUnderTest<? super E, ?>> system) {
    GeneratedSteps steps = new GeneratedSteps(java);
    MachineHarness<E, Object> harness = of(java, system, steps);
    return steps.rules().map(rules -> harness.withRules(rules, java.initial())).orElse(harness);
  }

  /**
   * The same harness with rules that must hold between each answer and the next.
   *
   * @param rules the rules
   * @param initial the answer that represents the initial state
   */
  public MachineHarness<E, A> withRules(Rules<A, ?> rules, A initial) {
    return new MachineHarness<>(
        new Parts<>(
            parts.machine(),
            parts.inputs(),
            parts.system(),
            parts.projection(),
            parts.coverage(),
            new Ruled<>(rules, initial),
            parts.oracle()));
  }

  /** The same harness with an oracle that checks each step of the machine, too. */
  public MachineHarness<E, A> withOracle(StepOracle oracle) {
    return new MachineHarness<>(
        new Parts<>(
            parts.machine(),
            parts.inputs(),
            parts.system(),
            parts.projection(),
            parts.coverage(),
            parts.rules(),
            oracle));
  }

  @Override
  public Run<E> run(List<E> inputs) {
    return run(inputs, Optional.empty());
  }

  @Override
  public Run<E> run(List<E> inputs, CoverageRecorder recorder) {
    return run(inputs, Optional.of(recorder));
  }

  private Run<E> run(List<E> inputs, Optional<CoverageRecorder> recorder) {
    List<E> given = List.copyOf(inputs);
    MachineDrive<E, A> drive = new MachineDrive<>(parts, recorder.orElse(null), null);
    drive.give(given);
    return new Run<>(
        parts.inputs(),
        given,
        drive.steps(),
        drive.violation(),
        recorder.map(CoverageRecorder::covered).orElse(List.of()),
        () -> report(given));
  }

  private RunReport report(List<E> inputs) {
    MachineLog log = new MachineLog(parts.machine());
    MachineDrive<E, A> drive = new MachineDrive<>(parts, null, log);
    drive.give(inputs);
    return log.report(drive.violation());
  }

  @Override
  public EventInputs<E> inputs() {
    return parts.inputs();
  }

  @Override
  public Coverage coverage() {
    return parts.coverage().empty();
  }
}
