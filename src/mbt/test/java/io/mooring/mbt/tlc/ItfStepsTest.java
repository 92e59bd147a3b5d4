package io.mooring.mbt.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.StepText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItfStepsTest {

  private static String state(String gate, int paid, String event, String effects) {
    return "{\"gate\":\""
        + gate
        + "\",\"paid\":{\"#bigint\":\""
        + paid
        + "\"},\"clock\":{\"#bigint\":\"7\"},\"out\":{\"event\":\""
        + event
        + "\",\"outcome\":\"taken\",\"effects\":["
        + effects
        + "]}}";
  }

  private static List<ItfSteps.ItfStep> steps(String... states) throws IOException {
    String text = "{\"vars\":[],\"states\":[" + String.join(",", states) + "]}";
    return ItfSteps.steps(
        Machines.TURNSTILE.machine(),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aBehaviourIsStepsWithTheEventThatLeadsThere() throws IOException {
    Machine turnstile = Machines.TURNSTILE.machine();
    String begin = state("locked", 0, "Reset", "\"block-arm\"");

    List<ItfSteps.ItfStep> steps =
        steps(
            begin,
            state("locked", 2, "Insert", ""),
            state("locked", 2, "Insert", ""),
            state("locked", 0, "Reset", "\"block-arm\""),
            state("locked", 1, "Insert", ""));

    assertThat(steps.stream().map(each -> StepText.step(turnstile, each.step())))
        .containsExactly(
            row(turnstile, 0, "Insert(coin = 2)"),
            row(turnstile, steps.get(0).step().to(), "Reset"),
            row(turnstile, 0, "Insert(coin = 1)"));
    assertThat(steps.stream().map(ItfSteps.ItfStep::number)).containsExactly(2, 4, 5);
    assertThat(steps.get(0).state().get("clock")).hasToString("7");
  }

  private static String row(Machine machine, int location, String event) {
    int number = machine.events().stream().map(each -> each.text()).toList().indexOf(event);
    return StepText.step(machine, machine.step(location, number).orElseThrow());
  }

  @Test
  void aStateThatIsNoLocationIsNamedByItsNumber() {
    String begin = state("locked", 0, "Reset", "\"block-arm\"");

    assertThatThrownBy(() -> steps(begin, state("ajar", 0, "Push", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "state 2: the specification has a state that is no location of Turnstile:");
    assertThatThrownBy(() -> steps(begin, state("unlocked", 0, "Kick", "")))
        .hasMessage("state 2: \"Kick\" is no event of Turnstile");
  }
}
