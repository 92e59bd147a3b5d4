package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.ProvenBefore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is proven without bounds is all that the models ask for, and the index is current. */
class WithoutBoundsTest {

  /** Properties of whole behaviours, and the one that the solvers are not asked about. */
  private static final Set<String> BOUNDED =
      Set.of(
          "RefinesContract",
          "B3_OutcomeIsToldProp",
          "B10_EveryEventIsHeardInv",
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

  @Test
  void theIndexIsWhatTheSpecificationGives() throws Exception {
    WithoutBounds all = new WithoutBounds(Tlc.bundled(), Project.root(), ProvenBefore.nothing());
    assertThat(all.index().lines().skip(1)).hasSize(all.obligations());
    assertThat(all.isCurrent()).as("run ./mooring prove --write").isTrue();
  }
}
