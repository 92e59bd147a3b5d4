package io.mooring.mbt.run;

import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a {@link MachineHarness}: one system, from its creation to the last event. */
final class MachineDrive<E, A> {
  private final MachineHarness.Parts<E, A> parts;
  private final Machine machine;
  private final @Nullable CoverageRecorder recorder;
  private final @Nullable MachineLog log;
  private MachineStep last;
  private @Nullable A lastAnswer;
  private int steps;
  private @Nullable Violation violation;

  MachineDrive(
      MachineHarness.Parts<E, A> parts,
      @Nullable CoverageRecorder recorder,
      @Nullable MachineLog log) {
    this.parts = parts;
    this.machine = parts.machine();
    this.recorder = recorder;
    this.log = log;
    this.last = machine.initial();
    this.lastAnswer = parts.rules() == null ? null : parts.rules().initial();
  }

  int steps() {
    return steps;
  }

  Optional<Violation> violation() {
    return Optional.ofNullable(violation);
  }

  @SuppressWarnings("IllegalCatch") // what the system throws is what is looked for
  void give(List<E> inputs) {
    SystemUnderTest<? super E, ? extends A> system = parts.system().get();
    try {
      for (int i = 0; i < inputs.size() && violation == null; i++) {
        give(system, inputs.get(i));
        if (recorder != null) {
          recorder.done(i + 1);
        }
      }
    } finally {
      SystemUnderTest.close(system);
    }
  }

  private void give(SystemUnderTest<? super E, ? extends A> system, E input) {
    int event = parts.inputs().number(input);
    if (log != null) {
      log.given(event);
    }
    int row = machine.row(last.to(), event);
    Optional<MachineStep> next = machine.step(row);
    if (next.isEmpty()) {
      if (log != null) {
        log.withoutStep();
      }
      return;
    }
    MachineStep step = next.get();
    A answer;
    try {
      answer = system.apply(input);
    } catch (RuntimeException | AssertionError thrown) {
      violated(MachineHarness.CRASH, row, step, "the system threw " + thrown);
      return;
    }
    if (log != null) {
      log.answered(step, parts.projection().text(answer));
    }
    steps++;
    check(row, step, answer);
    if (recorder != null) {
      recorder.add(row);
    }
    last = step;
  }

  private void check(int row, MachineStep step, A answer) {
    MachineHarness.Ruled<A> ruled = parts.rules();
    if (ruled != null && lastAnswer != null) {
      Optional<?> broken = ruled.rules().broken(lastAnswer, answer);
      if (broken.isPresent()) {
        violated(
            MachineHarness.RULE,
            row,
            step,
            broken.get() + " does not hold: the answer was " + parts.projection().text(answer));
        return;
      }
      lastAnswer = answer;
    }
    A expected = parts.projection().of(step);
    if (!expected.equals(parts.projection().project(answer))) {
      violated(
          MachineHarness.ANSWER, row, step, "the answer was " + parts.projection().text(answer));
      return;
    }
    if (parts.oracle() != null) {
      Optional<String> objection = parts.oracle().objection(last, step);
      objection.ifPresent(message -> violation = new Violation(MachineHarness.ORACLE, message));
    }
  }

  private void violated(String kind, int row, MachineStep step, String found) {
    violation =
        new Violation(
            kind,
            machine.rowText(row)
                + " must answer "
                + parts.projection().text(parts.projection().of(step))
                + ", but "
                + found);
  }
}
