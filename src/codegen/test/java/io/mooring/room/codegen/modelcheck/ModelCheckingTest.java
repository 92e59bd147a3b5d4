package io.mooring.room.codegen.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.codegen.tlc.Counter;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckingTest {

  private static final Tlc TLC = Tlc.bundled();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private final List<String> lines = new ArrayList<>();
  private final Reporter reporter =
      new Reporter() {
        @Override
        public void line(String text) {
          lines.add(text);
        }

        @Override
        public void progress(String text) {}
      };

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
  void aConfigurationThatNoModelUsesIsAFailure() throws Exception {
    Counter.config(folder, "Forgotten", "SPECIFICATION Spec");
    Summary summary = run(model("\"result\":\"success\""));
    assertThat(summary.exitCode()).isEqualTo(1);
    assertThat(summary.failures()).singleElement().asString().contains("Forgotten.cfg");
  }

  @Test
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
        .startsWith("Counter.tla:31: uses EXCEPT");
  }

  @Test
  void aWrongManifestIsRefusedWithItsEntry() {
    assertThatThrownBy(() -> run(model("\"result\":\"fine\"")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("model 1 (A) has the result \"fine\"");
    assertThatThrownBy(() -> run(model("\"result\":\"success\",\"states\":1")))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("unknown field \"states\"");
    assertThatThrownBy(() -> run("{"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("manifest.json:1: not JSON");
  }

  @Test
  void aModelThatDoesNotParseEndsWithTwo() throws Exception {
    Files.writeString(folder.resolve("Counter.tla"), "---- MODULE Counter ----\nx == = 1\n====\n");
    Summary summary = run(model("\"result\":\"success\""));
    assertThat(summary.exitCode()).isEqualTo(2);
    assertThat(summary.failures()).singleElement().asString().contains("Counter.tla:2: ");
  }

  @Test
  void aCounterexampleShowsWhatChangedAndIsWritten() throws Exception {
    Path config = Counter.config(folder, "Counter", "SPECIFICATION Spec", "INVARIANT BelowTwo");
    Summary summary =
        new ModelChecking(TLC, folder.resolve("out"))
            .checkOne(folder.resolve("Counter.tla"), config, reporter);
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
}
