package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.Machines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class InputTextTest {
  private static final EventInputs<MachineEvent> TURNSTILE =
      EventInputs.of(Machines.TURNSTILE.machine());

  @ParameterizedTest
  @EnumSource(Machines.class)
  void whatIsWrittenIsReadBack(Machines machines) throws InputFormatException {
    EventInputs<MachineEvent> inputs = EventInputs.of(machines.machine());
    for (int seed = 0; seed < 50; seed++) {
      List<MachineEvent> list = inputs.lists(40).next(new SplittableRandom(seed));

      assertThat(InputText.parse("list", InputText.write(list, inputs), inputs)).isEqualTo(list);
    }
  }

  @Test
  void eventsCarryTheirParametersThroughTheText() throws InputFormatException {
    List<MachineEvent> list =
        InputText.parse(
            "coins",
            "# two coins\n\nInsert(coin = 2)   # and\n  Insert( coin=1 )\nPush\n",
            TURNSTILE);

    assertThat(InputText.write(list, TURNSTILE))
        .isEqualTo("Insert(coin = 2)\nInsert(coin = 1)\nPush\n");
    assertThat(list.get(0).parameters().values().toString()).isEqualTo("[2]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Push# | \"Push#\" is no event of Turnstile (did you mean Push?); allowed: Insert(coin = 1)",
        "Puhs | \"Puhs\" is no event of Turnstile (did you mean Push?); allowed:",
        "Insert | \"Insert\" is no event of Turnstile; allowed: Insert(coin = 1), Insert(coin = 2)",
        "Insert(coin = 3) | \"Insert(coin = 3)\" is no event of Turnstile (did you mean Insert(coin"
            + " = 1)?); allowed:",
      })
  void aLineThatIsNotUnderstoodIsNamedWithWhatIsAllowed(String line, String message) {
    assertThatThrownBy(() -> InputText.parse("a.events", "Push\n\n" + line + "\n", TURNSTILE))
        .isInstanceOf(InputFormatException.class)
        .hasMessageStartingWith("a.events:3: " + message);
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
    Path absent = folder.resolve("absent.events");
    Path binary = Files.write(folder.resolve("binary.events"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> InputText.read(absent, TURNSTILE))
        .hasMessage(absent + ": there is no such file");
    assertThatThrownBy(() -> InputText.read(binary, TURNSTILE))
        .hasMessageStartingWith(binary + ": cannot be read as UTF-8 text");
  }

  @Test
  void aVariantIsTheSameActionWithOtherParameters() {
    MachineEvent one = TURNSTILE.of(0);
    MachineEvent push = TURNSTILE.of(2);

    assertThat(TURNSTILE.variant(one, new SplittableRandom(1))).contains(TURNSTILE.of(1));
    assertThat(TURNSTILE.variant(push, new SplittableRandom(1))).isEmpty();
    assertThat(TURNSTILE.simpler(one)).isEmpty();
    assertThatThrownBy(() -> TURNSTILE.text(EventInputs.of(Machines.DOOR.machine()).of(0)))
        .hasMessage("Turnstile has no event Open");
  }
}
