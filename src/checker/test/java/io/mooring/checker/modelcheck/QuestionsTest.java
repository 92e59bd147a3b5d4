package io.mooring.checker.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.TestedChecker;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.Simulation;
import io.mooring.checker.tlc.Steps;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported of the questions that a specification can be checked for. */
final class QuestionsTest {

  private final Path folder;
  private final ModelChecking checking;
  private final RecordedReporter reporter = new RecordedReporter();
  private final List<String> lines = reporter.lines();

  QuestionsTest(@TempDir Path folder) {
    this.folder = folder;
    this.checking = new ModelChecking(TestedChecker.TLC, folder.resolve("out"));
  }

  private CheckRequest request(int size, String... config) throws Exception {
    return Steps.request(folder, size, config);
  }

  private static List<Sweep> sweeps(String... texts) throws TlcException {
    List<Sweep> all = new ArrayList<>();
    for (String text : texts) {
      all.add(Sweep.of(text));
    }
    return all;
  }

  @Test
  void aSweepHasALineForEachValueAndTheWorstExitCode() throws Exception {
    CheckRequest request =
        request(9, "SPECIFICATION Spec", "INVARIANT Low", "CHECK_DEADLOCK FALSE");

    Summary summary = checking.sweep(request, sweeps("N=1,2,10"), reporter);

    assertThat(summary.exitCode()).isOne();
    assertThat(summary.verdicts())
        .extracting(ModelVerdict::name)
        .containsExactly("Steps N=1", "Steps N=2", "Steps N=10");
    assertThat(summary.verdicts())
        .extracting(ModelVerdict::found)
        .containsExactly("success", "success", "violates Low");
    assertThat(lines.get(0)).startsWith("N=1   success, 4 distinct states, 4 edges, depth 3, ");
    assertThat(lines.get(1)).startsWith("N=2   success, 9 distinct states, 12 edges, depth 5, ");
    assertThat(lines.get(2)).startsWith("N=10  violates Low, ");
    assertThat(lines.get(3)).isEqualTo("    Steps.tla:16: Invariant Low is violated");
    assertThat(folder.resolve("out/Steps.N=10-Low.itf.json")).exists();
  }

  @Test
  void valuesThatCannotBeCheckedDoNotEndASweep() throws Exception {
    CheckRequest request =
        request(9, "SPECIFICATION Spec", "INVARIANT Within", "CHECK_DEADLOCK FALSE");

    Summary summary = checking.sweep(request, sweeps("N={a},\"x,y\",1"), reporter);

    assertThat(summary.exitCode()).isEqualTo(2);
    assertThat(summary.verdicts()).hasSize(3);
    assertThat(summary.verdicts().get(2).found()).isEqualTo("success");
    assertThat(summary.verdicts().get(1).name()).isEqualTo("Steps N=\"x,y\"");
  }

  @Test
  void severalSweepsAreCombined() throws Exception {
    assertThat(Sweep.combinations(sweeps("A=1,2", "B={x},{x, y}")))
        .containsExactly(
            Map.of("A", "1", "B", "{x}"),
            Map.of("A", "1", "B", "{x, y}"),
            Map.of("A", "2", "B", "{x}"),
            Map.of("A", "2", "B", "{x, y}"));
    assertThatThrownBy(
            () -> checking.sweep(request(9, "SPECIFICATION Spec"), sweeps("N=1", "N=2"), reporter))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("N is swept twice");
  }

  @Test
  void anEmptySweepAndAnUnknownConstantAreRefused() {
    assertThatThrownBy(() -> Sweep.of("N="))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("is empty, so nothing would be checked");
    assertThatThrownBy(() -> Sweep.of("N=1,,2"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("empty value");
    assertThatThrownBy(() -> Sweep.of("2,3"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("names no constant");
    assertThatThrownBy(
            () -> checking.sweep(request(9, "SPECIFICATION Spec"), sweeps("NN=1"), reporter))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("has no constant NN")
        .hasMessageContaining("it has N");
  }

  @Test
  void severalWitnessesAreCountedAndShown() throws Exception {
    CheckRequest request = request(3, "SPECIFICATION Spec", "INVARIANT Low");

    Summary summary = checking.findWitnesses(request, List.of("Back", "Over"), reporter);

    assertThat(summary.exitCode()).isOne();
    assertThat(lines)
        .contains("Back: true in 12 steps; a shortest behaviour that leads to it, in 1 step")
        .contains("Over: no reachable state or step makes it true within these bounds");
    assertThat(folder.resolve("out/Steps-Back.mmd")).exists();
    assertThat(summary.verdicts().get(0).result().search().witnesses()).hasSize(2);
    assertThat(checking.findWitnesses(request, List.of("Back", "Corner"), reporter).exitCode())
        .isZero();
  }

  @Test
  void aWitnessBeyondTheDepthIsNotSaidToBeUnreachable() throws Exception {
    CheckRequest request =
        request(3, "SPECIFICATION Spec").searching(SearchOptions.DEFAULT.withDepth(3));

    for (List<String> names : List.of(List.of("Corner"), List.of("Corner", "Over"))) {
      assertThat(checking.findWitnesses(request, names, reporter).exitCode()).isEqualTo(3);
    }
    assertThat(lines)
        .contains("Corner: not found until the search was ended")
        .noneMatch(line -> line.contains("no reachable state"));
  }

  @Test
  void aFailedSimulationNamesTheCallThatRepeatsIt() throws Exception {
    CheckRequest request =
        request(9, "SPECIFICATION Spec", "INVARIANT Low")
            .searching(SearchOptions.DEFAULT.simulating(new Simulation(10_000, 4, 5)));

    Summary summary = checking.checkOne(request, reporter);

    assertThat(summary.exitCode()).isOne();
    String last = lines.get(lines.size() - 1);
    assertThat(last)
        .startsWith("this behaviour again: mooring check " + folder.resolve("Steps.tla"))
        .containsPattern("Steps\\.tla --simulate --behaviours 1 --depth 4 --seed \\d+$");
  }

  @Test
  void noVerdictHasAnExitCodeOfItsOwn() throws Exception {
    CheckRequest request = request(9_000, "SPECIFICATION Spec", "INVARIANT Within");

    Summary cut =
        checking.checkOne(request.searching(SearchOptions.DEFAULT.withDepth(3)), reporter);
    Summary late =
        checking.checkOne(
            request.searching(SearchOptions.DEFAULT.withTimeout(Duration.ofMillis(800))), reporter);

    assertThat(cut.exitCode()).isEqualTo(3);
    assertThat(late.exitCode()).isEqualTo(3);
    assertThat(lines).noneMatch(line -> line.startsWith("No violation"));
    assertThat(cut.verdicts().get(0).asExpected()).isFalse();
    assertThat(ExitCodes.worst(ExitCodes.NO_VERDICT, ExitCodes.EXPECTED)).isEqualTo(3);
    assertThat(ExitCodes.worst(ExitCodes.NO_VERDICT, ExitCodes.FOUND)).isEqualTo(1);
    assertThat(ExitCodes.worst(ExitCodes.WRONG, ExitCodes.FOUND)).isEqualTo(2);
  }

  @Test
  void aModelOfAManifestThatIsNotDoneInTimeHasNoVerdict() throws Exception {
    request(30_000, "SPECIFICATION Spec", "INVARIANT Within");
    Path manifest =
        Files.writeString(
            folder.resolve("models.json"),
            """
            {"models": [{"name": "Large", "module": "Steps.tla", "config": "Steps.cfg",
              "result": "success", "distinctStates": 900000000, "edges": 4, "fast": true}]}
            """);

    Summary summary =
        checking.checkManifest(manifest, false, Optional.of(Duration.ofSeconds(1)), reporter);

    assertThat(summary.exitCode()).isEqualTo(3);
    assertThat(summary.verdicts().get(0).differences())
        .singleElement()
        .asString()
        .startsWith("No verdict: the check was not done after 1 s");
  }

  @Test
  void coverageAndFewerWorkersAreReported() throws Exception {
    CheckRequest request =
        request(
                2,
                "SPECIFICATION Spec",
                "PROPERTY Done",
                "INVARIANT Branch",
                "CHECK_DEADLOCK FALSE")
            .searching(SearchOptions.DEFAULT.withCoverage(true).withWorkers(2));

    assertThat(checking.checkOne(request, reporter).exitCode()).isZero();

    assertThat(lines)
        .contains("action Up    6 steps, 2 new states  (Steps.tla:7)")
        .contains("Steps.tla:17:27: never evaluated: n % 2 = 0");
    int used = checking.checkOne(request, reporter).verdicts().get(0).result().search().workers();
    assertThat(lines.stream().anyMatch(line -> line.startsWith("1 worker instead of 2: ")))
        .isEqualTo(used == 1);
  }
}
