package io.mooring.room.codegen.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.codegen.tlc.Tlc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The argument of {@code RoomReconnectInductive.tla} has no gap. */
class ReconnectInductiveConformance {

  private static final Tlc TLC = Tlc.bundled();
  private static final Path SPEC = Path.of("../../spec");

  @Test
  void everyPropertyOfTheClientIsAskedFor() throws Exception {
    Set<String> safety = names("RoomReconnect.cfg");
    assertThat(safety).contains("RefinesContractSafely");
    safety.remove("RefinesContractSafely");
    safety.addAll(List.of("SoundInv", "StepsOfTheContractProp"));
    assertThat(names("RoomReconnectInductive.cfg")).isEqualTo(safety);

    Set<String> liveness = names("RoomReconnectLiveness.cfg");
    assertThat(liveness).contains("RefinesContract");
    liveness.remove("RefinesContract");
    liveness.add("FairToTheContractProp");
    assertThat(names("RoomReconnectInductiveLiveness.cfg")).isEqualTo(liveness);
  }

  private static Set<String> names(String config) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(SPEC.resolve(config))) {
      String word = line.strip();
      if (word.matches("TypeOK|Refines\\w+|\\w+(Inv|Prop)")) {
        names.add(word);
      }
    }
    return names;
  }

  @Test
  void outIsReadByNothingThatMatters() throws Exception {
    assertThat(reads("out").places("Next")).isEmpty();
    assertThat(reads("out").places("Sound")).isEmpty();
    for (String property : names("RoomReconnectInductive.cfg")) {
      if (!property.equals("TypeOK")) {
        assertThat(reads("out").places(property)).as(property).isEmpty();
      }
    }
  }

  @Test
  void aReadingInsideTheContractIsSeen() throws Exception {
    assertThat(reads("departed").places("Next"))
        .anyMatch(place -> place.startsWith("RoomConnection.tla:"));
    assertThat(reads("proxied").places("Sound"))
        .anyMatch(place -> place.startsWith("RoomConnectionInductive.tla:"));
    assertThat(reads("out").places("TypeOK")).isNotEmpty();
    assertThat(reads("epoch").places("Next")).isNotEmpty();
  }

  private static Reads reads(String variable) throws Exception {
    return Reads.otherThanToKeep(
        TLC.parse(SPEC.resolve("RoomReconnectInductive.tla")),
        variable,
        Map.of(
            "Contract", TLC.parse(SPEC.resolve("RoomConnection.tla")),
            "SoundContract", TLC.parse(SPEC.resolve("RoomConnectionInductive.tla"))));
  }
}
