package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.fake.FakeJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker of each family, made of the bundled one, gives the same results as that. */
class FamilyTest {

  private static final Tlc BUNDLED = Tlc.bundled();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path classicFolder;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path rollingFolder;

  @SuppressWarnings("NullAway.Init")
  private static Tlc classic;

  @SuppressWarnings("NullAway.Init")
  private static Tlc rolling;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @BeforeAll
  static void load() throws TlcException {
    classic = Tlc.at(FakeJar.classic().in(classicFolder));
    rolling = Tlc.at(FakeJar.rolling().in(rollingFolder));
  }

  private Checks lamp() throws Exception {
    return new Checks(folder)
        .module(
            "Lamp",
            "EXTENDS Naturals, TLC",
            "VARIABLES lit, count",
            "vars == <<lit, count>>",
            "Init == lit = FALSE /\\ count = 0",
            "Switch == lit' = ~lit /\\ count' = (count + 1) % 4 /\\ PrintT(count)",
            "Break == count = 7 /\\ lit' = FALSE /\\ count' = 0",
            "Next == Switch \\/ Break",
            "Spec == Init /\\ [][Next]_vars",
            "Fair == Spec /\\ WF_vars(Switch)",
            "Small == count < 3",
            "Fine == count < 4",
            "Dark == lit => count = 9",
            "Never == count = 9 => lit",
            "Once == [](lit => []lit)",
            "Often == []<>lit",
            "Odd == 1 \\div (count - 2) < 9",
            "Narrow == count < 2",
            "Deep[n \\in Nat] == Deep[n + 1]",
            "Wrong == Deep[count] = 1",
            "Start == count = 1 \\div count");
  }

  /** What does not depend on the time and the folder that a run has. */
  private static CheckResult timeless(CheckResult result) {
    return new CheckResult(
        result.verdict(),
        result.property(),
        result.span(),
        result.message(),
        result.initialStates(),
        result.distinctStates(),
        result.generatedStates(),
        result.edges(),
        result.depth(),
        Duration.ZERO,
        result.trace(),
        result.warnings(),
        result.printed(),
        result.exercised(),
        result.properties(),
        result.module(),
        result.temporal(),
        result.search());
  }

  private void isTheSame(CheckRequest request) throws TlcException {
    CheckResult expected = timeless(BUNDLED.check(request, CheckProgress.NONE));
    assertThat(timeless(classic.check(request, CheckProgress.NONE))).isEqualTo(expected);
    assertThat(timeless(rolling.check(request, CheckProgress.NONE))).isEqualTo(expected);
  }

  private void isTheSame(String... config) throws Exception {
    isTheSame(lamp().request("Lamp", config));
  }

  @Test
  void theFamilyIsChosenByWhatTheJarCanDo() throws Exception {
    assertThat(BUNDLED.about().family()).isEqualTo("1.7");
    assertThat(classic.about().family()).isEqualTo("1.7");
    assertThat(classic.version()).isEqualTo(BUNDLED.version());
    assertThat(rolling.about().family()).isEqualTo("1.8");
    assertThat(rolling.version()).isEqualTo("TLC Version 2026.01.02.030405 (rev: abc1234)");
    assertThat(Tlc.at(FakeJar.rolling().undated().in(folder)).version())
        .isEqualTo("TLC Version 1.8 of unknown date");
  }

  @Test
  void whatHoldsIsTheSame() throws Exception {
    isTheSame("SPECIFICATION Fair", "INVARIANTS Fine Never", "PROPERTY Often");
    isTheSame("SPECIFICATION Spec", "INVARIANT Fine", "CONSTRAINT Narrow");
    isTheSame("SPECIFICATION Spec");
  }

  @Test
  void whatIsViolatedIsTheSame() throws Exception {
    isTheSame("SPECIFICATION Spec", "INVARIANT Small");
    isTheSame("SPECIFICATION Spec", "INVARIANT Dark");
    isTheSame("SPECIFICATION Spec", "PROPERTY Often");
    isTheSame("SPECIFICATION Spec", "PROPERTIES Often Once");
    isTheSame("INIT Init", "NEXT Break");
  }

  @Test
  void severalWorkersDecideTemporalPropertiesOnlyWithUpstreamsCorrection() throws Exception {
    CheckRequest request =
        lamp()
            .request("Lamp", "SPECIFICATION Fair", "PROPERTY Often")
            .searching(SearchOptions.DEFAULT.withWorkers(3));
    for (Tlc uncorrected : List.of(BUNDLED, classic, rolling)) {
      assertThat(uncorrected.check(request, CheckProgress.NONE).search().workers()).isOne();
    }
    Tlc corrected = Tlc.at(FakeJar.rolling().withCorrectedLiveness().in(folder));
    assertThat(corrected.check(request, CheckProgress.NONE).search().workers()).isEqualTo(3);
  }

  @Test
  void whatCannotBeEvaluatedIsTheSame() throws Exception {
    isTheSame("SPECIFICATION Spec", "INVARIANT Odd");
    isTheSame("SPECIFICATION Spec", "INVARIANT Wrong");
  }

  @Test
  void aWitnessIsTheSame() throws Exception {
    isTheSame(lamp().request("Lamp", "SPECIFICATION Spec").seeking("Odd"));
    isTheSame(lamp().request("Lamp", "SPECIFICATION Spec").witnessing(List.of("Small", "Never")));
  }

  @Test
  void aRefusalIsTheSame() throws Exception {
    for (String[] lines :
        List.of(
            new String[] {"VARIABLE x", "Init == y = 1"},
            new String[] {"VARIABLE x", "Init == x = ("},
            new String[] {"EXTENDS Nowhere"})) {
      CheckRequest request =
          new Checks(folder).module("Bad", lines).request("Bad", "INIT Init", "NEXT Next");
      String expected = refusal(BUNDLED, request);
      assertThat(expected).contains("Bad.tla:");
      assertThat(refusal(classic, request)).isEqualTo(expected);
      assertThat(refusal(rolling, request)).isEqualTo(expected);
    }
  }

  private static String refusal(Tlc tlc, CheckRequest request) {
    try {
      return tlc.check(request, CheckProgress.NONE).message();
    } catch (TlcException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void theGraphAndTheStepsAreTheSame() throws Exception {
    CheckRequest request = lamp().request("Lamp", "SPECIFICATION Spec");
    StateGraph graph = BUNDLED.explore(request.module(), request.config());
    for (Tlc other : List.of(classic, rolling)) {
      assertThat(other.explore(request.module(), request.config())).isEqualTo(graph);
      try (Oracle oracle = other.open(request.module(), request.config())) {
        assertThat(oracle.successors(graph.states().get(0))).hasSize(1);
      }
    }
  }

  @Test
  void aJarOfNeitherFamilyIsRefusedInOneSentence() {
    Path none = FakeJar.classic().withoutRecorder().in(folder);
    assertThatThrownBy(() -> Tlc.at(none))
        .isInstanceOf(TlcException.class)
        .hasMessage(
            none
                + ": this checker is of neither family that can be used (1.7, as the bundled one, and 1.8), because it lacks tlc2.output.IMessagePrinterRecorder and tlc2.output.MPRecorder");
  }

  @Test
  void aJarThatAsksForMoreThanItsFamilyIsRefusedInOneSentence() {
    Path later = FakeJar.rolling().withNewerStateWriter().in(folder);
    assertThatThrownBy(() -> Tlc.at(later))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("of neither family")
        .hasMessageContaining("writeEdge");
  }
}
