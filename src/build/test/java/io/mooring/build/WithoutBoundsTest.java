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

  /**
   * Properties of lives: of the whole of each life, and of several. What is restored, and that what
   * is stored can be restored, is proven besides (RoomLivesProof).
   */
  private static final Set<String> BOUNDED_OF_LIVES =
      Set.of(
          "B3_OutcomeIsToldProp",
          "B16_DeadlineFirstProp",
          "B16_EachLifeIsAClientInTimeProp",
          "B16_EachLifeRefinesTheContractProp",
          "B16_EarlierLifeChangesNothingInv",
          "B16_JudgedBeforeAnAttemptProp",
          "B16_LateByAtMostTheErrorInv",
          "B16_LeaveSurvivesInv",
          "B16_NoSuccessAfterTheWindowInv",
          "B16_NotTooEarlyProp",
          "B16_NumbersGrowProp",
          "B16_OwedOutcomeIsToldInv",
          "B16_RestoredIsSoundInv",
          "B16_SessionsAreNewProp",
          "B16_StoredEndsAsTheContract",
          "B16_StoredRefinesTheContract",
          "B16_WithoutAWayBackItEndsProp",
          "CapturedLeaveIsKeptProp",
          "CapturedNumbersGrowProp",
          "CapturedOutcomeIsToldInv",
          "CapturedSessionsAreNewProp",
          "CapturedWindowInv",
          "LivesTypeOK");

  /** What is proven in addition. */
  private static final List<String> MORE = List.of("Ind", "DecidedIsSoundInv", "ProgressInv");

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
    proven.removeAll(MORE);
    assertThat(proven).doesNotContainAnyElementsOf(BOUNDED);
    proven.addAll(BOUNDED);
    assertThat(checked("RoomReconnect(?!In|Proof)\\w*")).isEqualTo(proven);
  }

  @Test
  void everyPropertyOfLivesIsSaidToBeBounded() throws Exception {
    assertThat(checked("RoomLives(?!In|Proof)\\w*")).isEqualTo(BOUNDED_OF_LIVES);
  }

  @Test
  void thePageNamesWhatIsBounded() throws Exception {
    String page = Files.readString(Project.root().resolve("src/docs/guide/proof-of-the-room.md"));
    String bounded = page.substring(page.indexOf("## What remains within bounds"));

    assertThat(bounded).contains(BOUNDED).contains(BOUNDED_OF_LIVES);
  }

  @Test
  void eachConjunctOfTheInvariantHasALineThatSaysWhatItIsNeededFor() throws Exception {
    WithoutBounds client =
        new WithoutBounds(
            Tlc.bundled(), Project.root(), WithoutBounds.Subject.CLIENT, ProvenBefore.nothing());

    assertThat(client.isCurrent()).as("generated/proof is that of today").isTrue();
    assertThat(client.notNeeded()).isEmpty();
  }
}
