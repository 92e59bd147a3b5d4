package io.mooring.checker.modelcheck;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.InFamily;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Counter;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckingTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private final RecordedReporter reporter = new RecordedReporter();
  private final List<String> lines = reporter.lines();

  @BeforeEach
  void write() throws Exception {
    Counter.module(folder);
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANT Small");
  }

  private Summary run(String... models) throws Exception {
    Path manifest =
        Files.writeString(
            folder.resolve("manifest.json"), "{\"models\":[" + String.join(",", models) + "]}");
    return new ModelChecking(TLC, folder.resolve("out")).checkManifest(manifest, false, reporter);
  }

  private static String model(String more) {
    return "{\"name\":\"A\",\"module\":\"Counter.tla\",\"config\":\"Counter.cfg\"," + more + "}";
  }

  @Test
  void aManifestWhoseModelsAreAsExpectedPasses() throws Exception {
    Summary summary = run(model("\"result\":\"success\",\"distinctStates\":7,\"edges\":11"));
    assertThat(summary.failures()).isEmpty();
    assertThat(summary.exitCode()).isZero();
    assertThat(summary.asExpected()).isEqualTo(1);
  }

  @Test
  void aConfigurationIsThatOfAModelOrOfAProof() throws Exception {
    Counter.config(folder, "Proof", "SPECIFICATION Spec", "INVARIANT Small");
    assertThat(run(model("\"result\":\"success\"")).problems())
        .singleElement()
        .asString()
        .contains("Proof.cfg: in no model of ");
    Path manifest = folder.resolve("manifest.json");
    String models = Files.readString(manifest);
    ModelChecking checking = new ModelChecking(TLC, folder.resolve("out"));
    Files.writeString(
        manifest, models.replace("{\"models\"", "{\"proofs\":[\"Proof.cfg\"],\"models\""));
    assertThat(checking.checkManifest(manifest, false, reporter).exitCode()).isZero();
    Files.writeString(
        manifest, models.replace("{\"models\"", "{\"proofs\":[\"Prof.cfg\"],\"models\""));
    assertThatThrownBy(() -> checking.checkManifest(manifest, false, reporter))
        .hasMessageContaining("\"Prof.cfg\" in \"proofs\" is not the name of a configuration");
  }

  @Test
  void aWrongCountIsADifference() throws Exception {
    Summary summary = run(model("\"result\":\"success\",\"distinctStates\":8"));
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(lines)
        .anyMatch(line -> line.contains("has 7 distinct states") && line.contains("8"));
  }

  @Test
  void aMutantMustViolateExactlyItsProperty() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANTS Small Fine");
    String mutant =
        "\"substitute\":{\"Up\":\"EvilUp\"},\"result\":\"safety failure\",\"violates\":";
    assertThat(run(model(mutant + "\"Small\"")).exitCode()).isEqualTo(1);
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANTS Small BelowTwo");
    lines.clear();
    assertThat(run(model("\"result\":\"safety failure\",\"violates\":\"BelowTwo\"")).exitCode())
        .isZero();
    assertThat(run(model("\"result\":\"safety failure\",\"violates\":\"Small\"")).exitCode())
        .isEqualTo(1);
    assertThat(lines)
        .anyMatch(line -> line.contains("expected violates Small, found violates BelowTwo"));
  }

  @Test
  void aVacuousPropertyFailsASuccess() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANTS Small Vacuous");
    assertThat(run(model("\"result\":\"success\"")).exitCode()).isEqualTo(1);
    assertThat(lines).anyMatch(line -> line.contains("Counter.tla:27: Vacuous is vacuous"));
  }

  @Test
  void aWitnessThatNothingReachesIsADifference() throws Exception {
    String seen = "\"result\":\"success\",\"witnesses\":[\"Full\",\"Wraps\"]";
    assertThat(run(model(seen)).exitCode()).isZero();
    assertThat(lines).anyMatch(line -> line.endsWith("as expected, 2 witnesses"));
    String unseen = "\"result\":\"success\",\"witnesses\":[\"Full\",\"Beyond\"]";
    assertThat(run(model(unseen)).exitCode()).isEqualTo(1);
    assertThat(lines)
        .contains("    witness Beyond: no reachable state or step makes it true")
        .noneMatch(line -> line.contains("witness Full:"));
  }

  @Test
  void anUnknownWitnessIsRefusedWithEntryAndModule() throws Exception {
    Summary summary = run(model("\"result\":\"success\",\"witnesses\":[\"Nowhere\"]"));
    assertThat(summary.exitCode()).isEqualTo(2);
    assertThat(summary.problems())
        .singleElement()
        .asString()
        .startsWith("A: ")
        .contains("Counter.tla: defines no Nowhere");
  }

  @Test
  void howManyActionsHappenIsPinned() throws Exception {
    assertThat(run(model("\"result\":\"success\",\"actions\":3")).exitCode()).isZero();
    assertThat(run(model("\"result\":\"success\",\"actions\":4")).exitCode()).isEqualTo(1);
    assertThat(lines).contains("    3 actions happen, where the manifest says 4: Jump, Up, Wrap");
  }

  @Test
  void anActionThatCannotHappenMustBeListedAndMustNotHappen() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec2", "INVARIANT Small");
    assertThat(run(model("\"result\":\"success\"")).exitCode()).isEqualTo(1);
    assertThat(lines).anyMatch(line -> line.endsWith("action Never never happens"));
    assertThat(run(model("\"result\":\"success\",\"never\":[\"Never\"]")).exitCode()).isZero();
    assertThat(run(model("\"result\":\"success\",\"never\":[\"Never\",\"Up\"]")).exitCode())
        .isEqualTo(1);
    assertThat(lines).contains("    action Up happens, where the manifest says never");
    assertThat(run(model("\"result\":\"success\",\"never\":[\"Never\",\"Upp\"]")).exitCode())
        .isEqualTo(1);
    assertThat(lines)
        .contains("    the manifest says that Upp never happens, and there is no such action");
  }

  @Test
  void aPropertyThatSaysNothingMustBeListedAndMustSayNothing() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANTS Small Vacuous");
    assertThat(run(model("\"result\":\"success\",\"vacuous\":[\"Vacuous\"]")).exitCode()).isZero();
    assertThat(
            run(model("\"result\":\"success\",\"vacuous\":[\"Vacuous\",\"Vacuous\"]")).exitCode())
        .isEqualTo(1);
    assertThat(lines).contains("    Vacuous has fewer vacuous antecedents than the manifest says");
    assertThat(run(model("\"result\":\"success\",\"vacuous\":[\"Vacuous\",\"Fine\"]")).exitCode())
        .isEqualTo(1);
    assertThat(lines).contains("    the manifest says that Fine is vacuous, which is not checked");
  }

  @Test
  void aDeepModelIsLeftOutUnlessItIsAskedFor() throws Exception {
    String deep =
        model("\"result\":\"success\",\"distinctStates\":8,\"fast\":false,\"bounds\":\"Max is 3\"");
    Summary fast = run(deep);
    assertThat(fast.exitCode()).isZero();
    assertThat(fast.leftOut()).containsExactly("A");
    Summary all =
        new ModelChecking(TLC, folder.resolve("out"))
            .checkManifest(folder.resolve("manifest.json"), true, reporter);
    assertThat(all.leftOut()).isEmpty();
    assertThat(all.exitCode()).isEqualTo(1);
    assertThat(lines).contains("    within: Max is 3").anyMatch(line -> line.contains("says 8"));
  }

  @Test
  void valuesAreShownByTheNamesOfTheSpecificationAndWrittenRawForOtherTools() throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("Lamp.tla"),
            """
            ---- MODULE Lamp ----
            EXTENDS Naturals, Sequences
            VARIABLES lamp, told, turns
            OFF == 0
            ON == 1
            Lamp == {OFF, ON}
            TypeOK == lamp \\in Lamp /\\ told \\in Seq([lamp : Lamp, n : 0..9]) /\\ turns \\in 0..9
            Init == lamp = OFF /\\ told = <<>> /\\ turns = 0
            Turn(to) == lamp' = to /\\ told' = <<[lamp |-> to, n |-> 1]>> /\\ UNCHANGED turns
            Next == \\E to \\in Lamp : to # lamp /\\ Turn(to)
            Spec == Init /\\ [][Next]_<<lamp, told, turns>>
            DarkInv == lamp = OFF
            ====
            """);
    Path config =
        Files.writeString(
            folder.resolve("Lamp.cfg"), "SPECIFICATION Spec\nINVARIANTS TypeOK DarkInv\n");
    new ModelChecking(TLC, folder.resolve("out"))
        .checkOne(ModelChecking.request(module, config), reporter);
    assertThat(lines)
        .containsSubsequence(
            "       lamp = OFF",
            "       told = <<>>",
            "       turns = 0",
            "       lamp = ON",
            "       told = <<[lamp |-> ON, n |-> 1]>>")
        .containsOnlyOnce("       turns = 0");
    assertThat(folder.resolve("out/Lamp-DarkInv.mmd")).content().contains("lamp = ON");
    assertThat(folder.resolve("out/Lamp-DarkInv.itf.json")).content().doesNotContain("ON\"");
  }

  @Test
  void aWitnessIsShownWithAShortestBehaviour() throws Exception {
    ModelChecking checking = new ModelChecking(TLC, folder.resolve("out"));
    Path module = folder.resolve("Counter.tla");
    CheckRequest request = ModelChecking.request(module, null);
    assertThat(checking.findWitnesses(request, List.of("Wraps"), reporter).exitCode()).isZero();
    assertThat(lines)
        .contains("Wraps: a shortest behaviour that leads to it, in 2 steps")
        .anyMatch(line -> line.startsWith("  3  Wrap  (Counter.tla:"));
    assertThat(folder.resolve("out/Counter-Wraps.mmd")).content().contains("title leads to Wraps");
    assertThat(folder.resolve("out/Counter-Wraps.itf.json")).exists();
    assertThat(checking.findWitnesses(request, List.of("Beyond"), reporter).exitCode()).isOne();
  }

  @Test
  void aConfigurationThatNoModelUsesIsAFailure() throws Exception {
    Counter.config(folder, "Forgotten", "SPECIFICATION Spec");
    Summary summary = run(model("\"result\":\"success\""));
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(summary.failures()).singleElement().asString().contains("Forgotten.cfg");
  }

  @Test
  @InFamily(value = "1.7", others = "1.8 gets it right since tlaplus#1145")
  void aSpecificationMustNotUseWhatTheCheckerGetsWrong() throws Exception {
    Path canaries = Files.createDirectories(folder.resolve("canaries"));
    Files.writeString(
        canaries.resolve("Lazy.tla"),
        """
        ---- MODULE Lazy ----
        EXTENDS Naturals, Sequences
        Second(s) == SubSeq(s, 2, 2)[1]
        ASSUME Second([[i \\in 1..4 |-> 0] EXCEPT ![2] = 1]) = 1
        ====
        """);
    Files.writeString(canaries.resolve("Lazy.cfg"), "");
    Files.writeString(
        canaries.resolve("canaries.json"),
        """
        {"canaries":[{"name":"Lazy","answer":"success","fault":"f",
        "construct":"except of constructor"}]}""");
    assertThat(run(model("\"result\":\"success\"")).exitCode()).isZero();
    Path module = folder.resolve("Counter.tla");
    Files.writeString(
        module,
        Files.readString(module)
            .replace("====", "Odd == [[i \\in 1..3 |-> 0] EXCEPT ![2] = 1]\n===="));
    Summary summary = run(model("\"result\":\"success\""));
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(summary.failures())
        .singleElement()
        .asString()
        .startsWith("Counter.tla:38: uses EXCEPT");
  }

  @Test
  void aWrongManifestIsRefusedWithItsEntry() {
    assertThatThrownBy(() -> run(model("\"result\":\"fine\"")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("model 1 (A) has the result \"fine\"");
    assertThatThrownBy(() -> run(model("\"result\":\"success\",\"states\":1")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("unknown field \"states\"");
    assertThatThrownBy(() -> run(model("\"result\":\"deadlock\",\"witnesses\":[\"Full\"]")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("the result \"deadlock\" and \"witnesses\"");
    assertThatThrownBy(() -> run(model("\"result\":\"success\",\"never\":\"Up\"")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("must have a list of names as \"never\"");
    assertThatThrownBy(() -> run("{"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("manifest.json:1: not JSON");
  }

  @Test
  void aModelThatDoesNotParseEndsWithTwo() throws Exception {
    Files.writeString(folder.resolve("Counter.tla"), "---- MODULE Counter ----\nx == = 1\n====\n");
    Summary summary = run(model("\"result\":\"success\""));
    assertThat(summary.exitCode()).isEqualTo(2);
    assertThat(summary.failures()).isEmpty();
    assertThat(summary.problems()).singleElement().asString().contains("Counter.tla:2:8: ");
    assertThat(summary.refused()).extracting(Summary.Refused::name).containsExactly("A");
  }

  @Test
  void aCounterexampleShowsWhatChangedAndIsWritten() throws Exception {
    Path config = Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANT BelowTwo");
    Summary summary =
        new ModelChecking(TLC, folder.resolve("out"))
            .checkOne(ModelChecking.request(folder.resolve("Counter.tla"), config), reporter);
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(lines)
        .contains("Counter.tla:22: Invariant BelowTwo is violated", "       last.by = \"Jump\"")
        .noneMatch(line -> line.contains("\tat "));
    assertThat(folder.resolve("out/Counter-BelowTwo.mmd"))
        .content()
        .startsWith("sequenceDiagram\n")
        .contains("W->>S: Jump(2)");
    assertThat(folder.resolve("out/Counter-BelowTwo.itf.json"))
        .content()
        .contains("\"#bigint\" : \"2\"")
        .contains("\"vars\" : [ \"last\", \"x\" ]");
  }

  @Test
  void aModelThatOutgrowsItsPinnedSizeTenfoldEndsThere() throws Exception {
    Files.writeString(
        folder.resolve("Weed.tla"),
        """
        ---- MODULE Weed ----
        EXTENDS Naturals
        VARIABLE x
        Init == x = 0
        Next == x' = x + 1
        Spec == Init /\\ [][Next]_x
        Ok == x >= 0
        Even == x # 3
        Back == <>(x = 0)
        ====
        """);
    for (String checked : List.of("INVARIANT Ok", "INVARIANT Ok\nPROPERTY Back")) {
      Files.writeString(folder.resolve("Weed.cfg"), "SPECIFICATION Spec\n" + checked + "\n");
      lines.clear();
      assertThat(run(weed("\"result\":\"success\"")).exitCode()).isEqualTo(1);
      assertThat(lines).anyMatch(line -> line.contains("more than 1,110 distinct states"));
    }
    Files.writeString(folder.resolve("Weed.cfg"), "SPECIFICATION Spec\nINVARIANTS Ok Even\n");
    lines.clear();
    String violates = "\"result\":\"safety failure\",\"violates\":\"Even\"";
    assertThat(run(weed(violates)).exitCode()).isEqualTo(1);
    assertThat(lines).anyMatch(line -> line.contains("which is ten times the 111 of the manifest"));
  }

  private static String weed(String more) {
    return "{\"name\":\"Weed\",\"module\":\"Weed.tla\",\"config\":\"Weed.cfg\","
        + "\"distinctStates\":111,"
        + more
        + "}";
  }

  @Test
  void aModelOfWhichNothingIsJudgedIsNoSuccess() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "CHECK_DEADLOCK FALSE");
    assertThat(run(model("\"result\":\"success\"")).exitCode()).isEqualTo(2);
    assertThat(lines)
        .anyMatch(line -> line.contains("found nothing judged: ") && line.contains("Counter.cfg"));
  }

  @Test
  void aViolationInAnInitialStateIsWrittenLikeEveryOther() throws Exception {
    Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANT Full");
    Summary summary =
        new ModelChecking(TLC, folder.resolve("out"))
            .checkOne(ModelChecking.request(folder.resolve("Counter.tla"), null), reporter);
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(lines).contains("  1  Init", "       x = 0");
    assertThat(Files.readString(folder.resolve("out/Counter-Full.itf.json")))
        .contains("\"action\" : \"Init\"", "\"#bigint\" : \"0\"");
    assertThat(Files.readString(folder.resolve("out/Counter-Full.mmd"))).contains("x = 0");
  }

  @Test
  void numbersOfOneAndOfManyAreWrittenAsPeopleWriteThem() {
    assertThat(Counts.of(1, "distinct state")).isEqualTo("1 distinct state");
    assertThat(Counts.of(0, "edge")).isEqualTo("0 edges");
    assertThat(Counts.of(2_000, "edge")).isEqualTo("2,000 edges");
    assertThat(Counts.listed(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Counts.listed(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")))
        .isEqualTo("a, b, c, d, e, f, g, h, i, j and 1 more");
  }
}
