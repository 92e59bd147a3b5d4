package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is proven without bounds is all that the models ask for, but for liveness. */
class WithoutBoundsTest {

  /** Properties of whole behaviours. */
  private static final Set<String> BOUNDED =
      Set.of(
          "RefinesContract",
          "B3_OutcomeIsToldProp",
          "B15_NothingWaitsForEverProp",
          "B15_ToldInTheEndProp",
          "NoZenoRunProp");

  private static Set<String> checked(String configurations) throws Exception {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Project.root().resolve("spec"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches(configurations + "\\.cfg")) {
          all.addAll(ConfigFile.read(file).checked());
        }
      }
    }
    return all;
  }

  @Test
  void everyPropertyOfTheClientInTimeIsProvenOrIsSaidToBeBounded() throws Exception {
    Set<String> proven = checked("RoomReconnectProof");
    proven.removeAll(List.of("Ind", "StepsOfTheContractProp"));
    proven.add("RefinesContractSafely");
    assertThat(proven).doesNotContainAnyElementsOf(BOUNDED);
    proven.addAll(BOUNDED);
    assertThat(checked("RoomReconnect(?!In|Proof)\\w*")).isEqualTo(proven);
  }
}
