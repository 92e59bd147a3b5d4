package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

  private static final String COUNTER =
      """
      ---- MODULE Counter ----
      EXTENDS Integers
      VARIABLE n
      Init == n = 0
      Next == n' = (n + 1) % 4
      Spec == Init /\\ [][Next]_n
      SmallInv == n < 4
      TinyInv == n < 2
      Full == n = 3
      Overfull == n > 3
      ====
      """;

  private final Path folder;

  CheckCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("Counter.tla"), COUNTER);
    Files.writeString(folder.resolve("Counter.cfg"), "SPECIFICATION Spec\nINVARIANT SmallInv\n");
    Files.writeString(folder.resolve("Tiny.cfg"), "SPECIFICATION Spec\nINVARIANT TinyInv\n");
  }

  private void manifest(int states) throws IOException {
    Files.createDirectories(folder.resolve("spec"));
    Files.move(folder.resolve("Counter.tla"), folder.resolve("spec/Counter.tla"));
    Files.move(folder.resolve("Counter.cfg"), folder.resolve("spec/Counter.cfg"));
    Files.writeString(
        folder.resolve("spec/manifest.json"),
        String.format(
            Locale.ROOT,
            """
        {"models": [{"name": "Counter", "module": "Counter.tla", "config": "Counter.cfg",
          "result": "success", "distinctStates": %d, "edges": 4, "fast": true}]}
        """,
            states));
  }

  @Test
  void aSpecificationOfAnybodysIsChecked() {
    assertThat(Called.from(folder, "check", "Counter.tla").succeeds().out())
        .contains("4 distinct states", "SmallInv");
  }

  @Test
  void aViolationIsShownAsNumberedStepsAndWrittenForOthers() {
    Called call = Called.from(folder, "check", "Counter.tla", "--config", "Tiny.cfg");

    assertThat(call.code()).isOne();
    assertThat(call.out())
        .contains("Counter.tla:8: Invariant TinyInv is violated", "  1  Init", "       n = 2")
        .contains("written: target/mooring/check/Counter.Tiny-TinyInv.mmd\n")
        .doesNotContain(folder.toString());
    assertThat(folder.resolve("target/mooring/check/Counter.Tiny-TinyInv.mmd")).exists();
    assertThat(folder.resolve("target/mooring/check/Counter.Tiny-TinyInv.itf.json")).exists();
  }

  @Test
  void aManifestIsCheckedModelByModel() throws IOException {
    manifest(4);

    assertThat(Called.from(folder, "check").succeeds().out())
        .contains("Counter", "as expected", "1 of 1 models as expected");
  }

  @Test
  void aWrongCountInTheManifestIsADifference() throws IOException {
    manifest(5);

    Called call = Called.from(folder, "check");

    assertThat(call.code()).isOne();
    assertThat(call.out()).contains("4 distinct states", "manifest says 5", "0 of 1 models");
  }

  @Test
  void deepModelsAreLeftOutAndTheOutputSaysHowToRunThem() throws IOException {
    manifest(5);
    Path file = folder.resolve("spec/manifest.json");
    Files.writeString(file, Files.readString(file).replace("\"fast\": true", "\"fast\": false"));

    assertThat(Called.from(folder, "check").succeeds().out())
        .contains("1 deep model was left out; ./mooring check --deep checks it too: Counter\n");
    Called deep = Called.from(folder, "check", "--deep");
    assertThat(deep.code()).isOne();
    assertThat(deep.out()).contains("manifest says 5").doesNotContain("left out");
  }

  @Test
  void aWitnessIsShownAsABehaviour() {
    Called found = Called.from(folder, "check", "Counter.tla", "--witness", "Full");
    assertThat(found.succeeds().out())
        .contains("Full: a shortest behaviour that leads to it, in 3 steps", "  4  Next")
        .contains("written: target/mooring/check/Counter-Full.mmd\n");

    Called none = Called.from(folder, "check", "Counter.tla", "--witness", "Overfull");
    assertThat(none.code()).isOne();
    assertThat(none.out()).contains("Overfull: no reachable state or step makes it true");

    Called.from(folder, "check", "Counter.tla", "--witness", "No").isRefused("defines no No");
    Called.from(folder, "check", "--witness", "Full").isRefused("--witness", "none is named");
  }

  @Test
  void aManifestThatDoesNotParseIsRefusedWithFileAndLine() throws IOException {
    manifest(4);
    Files.writeString(folder.resolve("spec/manifest.json"), "{\"models\": [\n  {\"name\" 3}\n]}");

    Called.from(folder, "check").isRefused("spec/manifest.json:2");
  }

  @Test
  void aSyntaxErrorIsRefusedWithTheModule() throws IOException {
    Files.writeString(folder.resolve("Counter.tla"), COUNTER.replace("n < 4", "n < < 4"));

    Called.from(folder, "check", "Counter.tla").isRefused("Counter.tla");
  }

  @Test
  void aMissingSpecificationIsRefused() {
    Called.from(folder, "check", "Nowhere.tla").isRefused("there is no file Nowhere.tla");
  }

  @Test
  void aSpecificationWithoutItsEndingIsOffered() throws IOException {
    Files.writeString(folder.resolve("Counter.tla"), COUNTER);
    Called.from(folder, "check", "Counter").isRefused("Did you mean Counter.tla?");
  }

  @Test
  void aMissingConfigurationIsRefused() {
    Called.from(folder, "check", "Counter.tla", "--config", "No.cfg")
        .isRefused("there is no file No.cfg");
  }

  @Test
  void aCheckerThatIsNoneIsRefused() {
    Called.from(folder, "check", "Counter.tla", "--tla2tools", "Tiny.cfg")
        .isRefused("Tiny.cfg", "not a tla2tools.jar");
  }

  @Test
  void aConfigurationWithoutASpecificationIsRefused() {
    Called.from(folder, "check", "--config", "Tiny.cfg").isRefused("--config", "none is named");
  }

  @Test
  void aSpecificationAndAManifestExcludeEachOther() {
    Called.from(folder, "check", "Counter.tla", "--manifest", "m.json")
        .isRefused("--manifest exclude each other");
  }

  @Test
  void withoutAnythingToCheckTheRefusalSaysWhatWasLookedFor() {
    Called.from(folder, "check").isRefused("there is no spec/manifest.json");
  }

  @Test
  void whereNothingWasJudgedTheExitCodeIsTwo() throws IOException {
    Files.writeString(folder.resolve("Counter.cfg"), "SPECIFICATION Spec\nCHECK_DEADLOCK FALSE\n");

    Called call = Called.from(folder, "check", "Counter.tla");

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).contains("Counter.cfg: names no INVARIANT").doesNotContain("No ");
  }

  @Test
  void aDeadlockIsCalledOneAndItsCureNamed() throws IOException {
    Files.writeString(
        folder.resolve("Counter.tla"), COUNTER.replace("n' = (n", "n < 0 /\\ n' = (n"));

    Called call = Called.from(folder, "check", "Counter.tla");

    assertThat(call.code()).isOne();
    assertThat(call.out())
        .contains("1 distinct state, 0 edges", "Deadlock", "CHECK_DEADLOCK FALSE in Counter.cfg");
  }

  @Test
  void whatASpecificationPrintsAndItsWarningsStandApartAndInTheJson() throws IOException {
    Files.writeString(
        folder.resolve("Counter.tla"),
        COUNTER
            .replace("EXTENDS Integers", "EXTENDS Integers, TLC")
            .replace("Next == ", "Next == PrintT(<<\"at\", n>>) /\\ ")
            .replace("SmallInv == ", "Sure == TRUE\nSmallInv == "));
    Files.writeString(
        folder.resolve("Counter.cfg"), "SPECIFICATION Spec\nINVARIANTS SmallInv Sure\n");

    Called call = Called.from(folder, "check", "Counter.tla", "--json", "out/result.json");

    assertThat(call.succeeds().out())
        .contains("printed by the specification:\n  | <<\"at\", 0>>\n")
        .contains("warning: Counter.tla:7: Sure is the constant TRUE")
        .contains("No violation of SmallInv within these bounds");
    assertThat(Files.readString(folder.resolve("out/result.json")))
        .contains("\"exitCode\" : 0", "\"result\" : \"success\"", "\"count\" : 4")
        .contains("<<\\\"at\\\", 3>>", "\"message\" : \"Sure is the constant TRUE", "\"line\" : 7");
  }

  @Test
  void theJsonOfAFindingAndOfARefusalSayWhy() throws IOException {
    Called.from(folder, "check", "Counter.tla", "--config", "Tiny.cfg", "--json", "found.json");
    assertThat(Files.readString(folder.resolve("found.json")))
        .contains("\"exitCode\" : 1", "\"rule\" : \"TinyInv\"", "\"line\" : 8")
        .contains("TinyInv.itf.json");

    Files.writeString(folder.resolve("Counter.cfg"), "SPECIFICATION Nope\n");
    Called.from(folder, "check", "Counter.tla", "--json", "refused.json").isRefused("Nope");
    assertThat(Files.readString(folder.resolve("refused.json")))
        .contains("\"exitCode\" : 2", "Nope");
  }

  @Test
  void aJsonThatCannotBeWrittenLeavesAFindingItsExitCode() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    Called found =
        Called.from(folder, "check", "Counter.tla", "--config", "Tiny.cfg", "--json", "file/x");
    assertThat(found.code()).isOne();
    assertThat(found.err()).contains("file/x could not be written");

    assertThat(Called.from(folder, "check", "Counter.tla", "--json", "file/x").code()).isEqualTo(2);
  }

  @Test
  void withoutAConfigurationThoseBesideAreListed() throws IOException {
    Files.delete(folder.resolve("Counter.cfg"));

    Called.from(folder, "check", "Counter.tla")
        .isRefused("has no configuration Counter.cfg beside it", "there is Tiny.cfg", "--config");
  }

  @Test
  void aModuleWithoutItsEndingIsOffered() {
    assertThat(Called.from(folder, "check", "Counter").isRefused("there is no file Counter").err())
        .contains("Did you mean Counter.tla?");
  }
}
