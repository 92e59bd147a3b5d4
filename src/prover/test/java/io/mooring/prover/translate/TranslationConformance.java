package io.mooring.prover.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The translation means what TLC means: on states that TLC explores, with constants for values,
 * every predicate has TLC's answer, every action TLC's successors and is enabled where it is for
 * TLC, and every property says of steps, and of pairs of states that are none, what TLC says.
 */
class TranslationConformance {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final Path OWN = Path.of("../../spec");

  private final Path folder;

  TranslationConformance(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The configuration of a model, for the module that proofs are about. */
  private Path followed(String model) throws Exception {
    String text = Files.readString(OWN.resolve(model), StandardCharsets.UTF_8);
    return Files.writeString(
        folder.resolve("Followed.cfg"),
        text.substring(0, text.indexOf("SPECIFICATION"))
            + "SPECIFICATION Followed\nINVARIANTS\n    Ind\n");
  }

  @Test
  void aQueueOfAnyLength() throws Exception {
    new Conformance(SPECS.resolve("Queue.tla"), SPECS.resolve("Queue.cfg"), "Next").run(300);
  }

  @Test
  void ticketsOfProcesses() throws Exception {
    new Conformance(SPECS.resolve("Ticket.tla"), SPECS.resolve("Ticket.cfg"), "Next").run(300);
  }

  @Test
  void theClientInTime() throws Exception {
    Conformance compared =
        new Conformance(OWN.resolve("RoomReconnect.tla"), OWN.resolve("RoomReconnect.cfg"), "Next");
    compared.run(200);

    assertThat(compared.actions())
        .as("actions whose successors were compared")
        .containsAll(List.of("JoinChannel", "CarryOut", "TimerFires", "World", "Client", "Ticks"));
    assertThat(compared.predicates())
        .containsAll(List.of("NoTimeLockInv", "B6_StaleFactChangesNothingInv", "TypeOK"));
    assertThat(compared.properties()).contains("B8_OneAttemptAtATimeProp", "NumberedProp");
  }

  @Test
  void theInvariantThatIsProven() throws Exception {
    Conformance compared =
        new Conformance(
            OWN.resolve("RoomReconnectUnbounded.tla"),
            followed("models/RoomReconnectTicks.cfg"),
            "FollowedNext");
    compared.run(200);

    assertThat(compared.predicates())
        .containsAll(
            List.of("Ind", "Types", "DecidedIsSoundInv", "Numbers", "Queue", "Begins", "Telling"))
        .containsAll(List.of("Armed", "Countdowns", "Outcomes", "Attempts", "Counted"));
    assertThat(compared.actions()).contains("FollowedNext");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Small", "Ticks", "Busy"})
  @EnabledIfSystemProperty(named = "mooring.deep", matches = "true")
  void everyStateOfSmallModels(String model) throws Exception {
    Path config = OWN.resolve("models/RoomReconnect" + model + ".cfg");
    new Conformance(OWN.resolve("RoomReconnect.tla"), config, "Next").run(Integer.MAX_VALUE);
    new Conformance(
            OWN.resolve("RoomReconnectUnbounded.tla"),
            followed("models/RoomReconnect" + model + ".cfg"),
            "FollowedNext")
        .run(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Blocks", "Episodes", "Facts", "Half", "Seconds", "Sessions"})
  @EnabledIfSystemProperty(named = "mooring.deep", matches = "true")
  void aSampleOfLargerModels(String model) throws Exception {
    new Conformance(
            OWN.resolve("RoomReconnectUnbounded.tla"),
            followed("models/RoomReconnect" + model + ".cfg"),
            "FollowedNext")
        .run(3_000);
  }
}
