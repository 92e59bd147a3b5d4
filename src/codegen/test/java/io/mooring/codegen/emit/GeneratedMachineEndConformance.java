package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.model.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who listens to a machine that runs and from when on, its step log, and its end. */
@Timeout(60)
final class GeneratedMachineEndConformance {

  private final RunningMachine.Calls calls = new RunningMachine.Calls();

  /** What happened, in order; steps as such, calls of effects by their names. */
  private final List<Object> heard = Collections.synchronizedList(new ArrayList<>());

  private RunningMachine machine(Subject subject) throws Exception {
    return RunningMachine.of(subject, calls);
  }

  @Test
  void aListenerIsNotifiedFromWhenItIsAddedUntilItIsRemoved() throws Exception {
    RunningMachine machine = machine(Subject.TURNSTILE);
    machine.apply("PUSH");
    Object listener = machine.listener("addListener", machine.newListener(heard::add));
    machine.listener("addListener", listener);
    machine.apply("PUSH");
    assertThat(heard).hasSize(2);

    machine.listener("removeListener", listener);
    machine.apply("PUSH");

    assertThat(heard).hasSize(2);
  }

  @Test
  void aListenerThatRemovesTheNextOneIsTheLastToBeNotified() throws Exception {
    RunningMachine machine = machine(Subject.TURNSTILE);
    Object second = machine.newListener(heard::add);
    machine.listener(
        "addListener",
        machine.newListener(
            step -> {
              try {
                machine.listener("removeListener", second);
              } catch (Exception impossible) {
                throw new AssertionError(impossible);
              }
            }));
    machine.listener("addListener", second);

    machine.apply("PUSH");

    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void afterTheEndNothingIsDecided(Subject subject) throws Exception {
    calls.listener = Optional.of(heard::add);
    calls.effects = (name, step) -> heard.add(name);
    RunningMachine machine = machine(subject);
    Object location = machine.call("currentLocation");
    machine.call("shutDown");
    machine.call("shutDown");

    long dropped = 0;
    for (Event event : RunningMachine.events(RunningMachine.generated(subject))) {
      if (new MachineNames(RunningMachine.generated(subject).model()).isAnswered(event)) {
        assertThatThrownBy(() -> machine.apply(event))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("The machine was shut down before " + event.name());
      } else {
        machine.apply(event);
      }
      dropped++;
    }

    assertThat(machine.call("dropped")).isEqualTo(dropped);
    assertThat(machine.call("currentLocation")).isEqualTo(location);
    assertThat(heard).isEmpty();
    assertThat(calls.time.tasks).isEmpty();
  }

  @Test
  void anEndInAListenerStopsTheListenersButNotTheEffects() throws Exception {
    RunningMachine[] self = new RunningMachine[1];
    calls.effects = (name, step) -> heard.add(name);
    calls.listener =
        Optional.of(
            step -> {
              heard.add(RunningMachine.get(step, "event").toString());
              self[0].apply("RESET");
              self[0].call("shutDown");
            });
    self[0] = machine(Subject.TURNSTILE);

    self[0].apply("PUSH");

    assertThat(heard).containsExactly("PUSH", "blockArm");
  }

  @Test
  void theStepLogIsBounded() throws Exception {
    calls.logSize = 2;
    RunningMachine machine = machine(Subject.TURNSTILE);
    machine.apply("RESET");
    machine.apply("PUSH");
    machine.apply("INSERT_1");

    assertThat((List<?>) machine.call("stepLog"))
        .extracting(step -> RunningMachine.get(step, "event").toString())
        .containsExactly("PUSH", "INSERT_1");

    calls.logSize = 0;
    RunningMachine other = machine(Subject.TURNSTILE);
    other.apply("RESET");
    assertThat((List<?>) other.call("stepLog")).isEmpty();
  }
}
