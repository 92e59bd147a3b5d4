package io.mooring.checker.modelcheck;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Counter;
import io.mooring.checker.tlc.ModuleAst;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The argument of {@code RoomConnectionInductive.tla} has no gap. */
class InductiveConformance {

  private static final Path SPEC = Path.of("../../spec");
  private static final Path MODULE = SPEC.resolve("RoomConnectionInductive.tla");
  private static final CheckRequest INDUCTIVE =
      CheckRequest.of(MODULE, SPEC.resolve("RoomConnectionInductive.cfg")).withVacuity(false);
  private static final CheckRequest WEAKEST =
      CheckRequest.of(MODULE, SPEC.resolve("models/RoomConnectionWeakest.cfg")).withVacuity(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TransportIsTheSessions",
        "JoinTimeIsTheJoins",
        "AttemptsAreTheEpisodes",
        "WindowIsTheEpisodes",
        "DepartedIsDisconnected",
        "ProxyIsTheJoins"
      })
  void everyConjunctIsNeeded(String conjunct) throws Exception {
    assertThat(
            TLC.check(INDUCTIVE.substituting(Map.of(conjunct, "Anything")), CheckProgress.NONE)
                .verdict())
        .isEqualTo(Verdict.SAFETY_FAILURE);
  }

  @Test
  void thatNothingWeakerWouldDoCanFail() throws Exception {
    assertThat(
            TLC.check(
                    WEAKEST.substituting(Map.of("NothingIsRememberedTooLongInv", "Anything")),
                    CheckProgress.NONE)
                .property())
        .contains("WeakestInv");
  }

  @Test
  void everyPropertyOfTheContractIsAskedFor() throws Exception {
    Set<String> contract = names("RoomConnection.cfg");
    Set<String> here = names("RoomConnectionInductive.cfg");
    assertThat(contract).isNotEmpty();
    assertThat(here).containsAll(contract);
    here.removeAll(contract);
    assertThat(here).containsExactly("Inductive", "NeverUnsaidProp");
  }

  private static Set<String> names(String config) throws Exception {
    return new TreeSet<>(ConfigFile.read(SPEC.resolve(config)).checked());
  }

  @Test
  void noStepAndNoPropertyOfStepsReadsOut() throws Exception {
    ModuleAst module = TLC.parse(MODULE);
    assertThat(Reads.of(module, "out").places("Next")).isEmpty();
    assertThat(Reads.of(module, "out").places("Inductive")).isEmpty();
    for (String property : names("RoomConnectionInductive.cfg")) {
      if (property.endsWith("Prop")) {
        assertThat(Reads.of(module, "out").places(property)).as(property).isEmpty();
      }
    }
  }

  @Test
  void aReadingOfAVariableIsSeen(@TempDir Path folder) throws Exception {
    ModuleAst counter = TLC.parse(Counter.module(folder));
    assertThat(Reads.of(counter, "x").places("Step")).isEmpty();
    assertThat(Reads.of(counter, "x").places("World"))
        .isEqualTo(List.of("Counter.tla:10", "Counter.tla:11"));
    assertThat(Reads.of(counter, "last").places("Broken"))
        .isEqualTo(List.of("Counter.tla:17", "Counter.tla:17"));
    assertThat(Reads.of(counter, "x").places("UpOnly")).isEqualTo(List.of("Counter.tla:23"));
  }
}
