package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInTest {

  private static final Tlc TLC = Tlc.bundled();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Library own;

  @BeforeEach
  void itsOwnFolder() throws Exception {
    own = Library.in(folder, "spec");
  }

  private CheckResult check(Tlc tlc, String... config) throws Exception {
    Path file = Files.writeString(own.folder().resolve("M.cfg"), String.join("\n", config) + "\n");
    return tlc.check(CheckRequest.of(own.folder().resolve("M.tla"), file), CheckProgress.NONE);
  }

  private static List<String> all() throws Exception {
    Path resources =
        Path.of(StandIns.class.getResource("standin/TLAPS.tla").toURI()).resolveSibling("");
    try (Stream<Path> files = Files.list(resources)) {
      return files.map(ModuleFile::name).filter(StandIns::has).sorted().toList();
    }
  }

  @Test
  void aSpecificationWithProofsIsChecked() throws Exception {
    own.module(
        "M",
        "EXTENDS Naturals, FiniteSets, TLAPS, FiniteSetTheorems, SequenceTheorems, BagsTheorems",
        "VARIABLE x",
        "Init == x = 0",
        "Next == x' = 1 - x",
        "Small == x < 2",
        "THEOREM Safe == Init => Small",
        "<1>1. Init => Small",
        "  BY NatInduction, FS_EmptySet, Isa DEF Init, Small",
        "<1>2. 0 \\in Nat",
        "  BY SMTT(30), IsaM(\"blast\"), WFInduction, Bags_EmptyBag, AppendProperties",
        "<1> QED BY <1>1, PTL, Zenon");

    CheckResult result = check(TLC, "INIT Init", "NEXT Next", "INVARIANT Small");
    assertThat(result.verdict()).isEqualTo(CheckResult.Verdict.SUCCESS);
    assertThat(result.distinctStates()).isEqualTo(2);
    assertThat(result.module().files()).containsExactly(own.folder().resolve("M.tla"));
  }

  @Test
  void eachStandInParsesWithWhatTheCheckerHas() throws Exception {
    for (String each : all()) {
      own.module("M", "EXTENDS " + each);
      assertThat(TLC.parse(own.folder().resolve("M.tla")).extendsModules()).contains(each);
    }
    assertThat(all()).hasSize(15);
  }

  @Test
  void theyAllParseTogether() throws Exception {
    own.module("M", "EXTENDS " + String.join(", ", all()));

    assertThat(TLC.parse(own.folder().resolve("M.tla")).definitions()).isEmpty();
  }

  @Test
  void anOperatorThatIsEvaluatedIsNamedWithItsModuleAndTheCure() throws Exception {
    own.module(
        "M",
        "EXTENDS Naturals, WellFoundedInduction",
        "VARIABLE x",
        "Init == x = 0",
        "Next == x' = 1 - x",
        "Less == {<<0, 1>>}",
        "Founded == IsWellFoundedOn(Less, {0, 1})");

    CheckResult result = check(TLC, "INIT Init", "NEXT Next", "INVARIANT Founded");
    assertThat(result.verdict()).isEqualTo(CheckResult.Verdict.EVALUATION_ERROR);
    assertThat(result.span().orElseThrow().place()).isEqualTo("M.tla:7:12");
    assertThat(result.message())
        .startsWith(
            "IsWellFoundedOn of module WellFoundedInduction is evaluated, and this checker has no"
                + " such module, only its names; --library names a folder or a jar that"
                + " has it");
  }

  @Test
  void soIsOneWithoutParameters() throws Exception {
    own.module(
        "M",
        "EXTENDS Naturals, TLAPS",
        "VARIABLE x",
        "Init == x = 0 /\\ SMT",
        "Next == x' = 1 - x",
        "Small == x < 2");

    CheckResult result = check(TLC, "INIT Init", "NEXT Next", "INVARIANT Small");
    assertThat(result.verdict()).isEqualTo(CheckResult.Verdict.EVALUATION_ERROR);
    assertThat(result.message()).startsWith("SMT of module TLAPS is evaluated");
    assertThat(result.span().orElseThrow().place()).startsWith("M.tla:4:");
  }

  @Test
  void anAssumptionThatEvaluatesOneEndsTheSameWay() throws Exception {
    own.module("M", "EXTENDS TLAPS", "ASSUME Zenon");

    assertThatThrownBy(() -> assertThat(check(TLC, "").message()).isEmpty())
        .hasMessageContaining("Zenon of module TLAPS is evaluated");
  }

  @Test
  void aLibraryOrTheOwnFolderTakesTheirPlace() throws Exception {
    own.module("M", "EXTENDS TLAPS", "Here == SMT");
    Path module = own.folder().resolve("M.tla");
    Library library = Library.in(folder, "library").module("TLAPS", "SMT == 7");

    Tlc tlc = TLC.withLibraries(List.of(library.folder()));
    assertThat(tlc.evaluate(module, List.of("Here")).get("Here")).hasToString("7");
    own.module("TLAPS", "SMT == 8");
    assertThat(TLC.evaluate(module, List.of("Here")).get("Here")).hasToString("8");
    assertThat(tlc.evaluate(module, List.of("Here")).get("Here")).hasToString("8");
  }

  @Test
  void aModuleOfNewerCheckersIsThereToo() throws Exception {
    own.module("M", "EXTENDS TLCExt", "ASSUME AssertEq(1, 1)");

    assertThatThrownBy(() -> assertThat(check(TLC, "").message()).isEmpty())
        .hasMessageContaining(
            "AssertEq of module TLCExt is evaluated, and this checker has no such module, only its"
                + " names; --tla2tools names a newer checker that has it");
  }

  @Test
  void aStandInExtendsWhatIsThere() throws Exception {
    own.module("M", "EXTENDS FiniteSetsExtTheorems", "Here == Quantify({1}, LAMBDA x : TRUE)");
    Path module = own.folder().resolve("M.tla");
    Library library =
        Library.in(folder, "library").module("FiniteSetsExt", "Quantify(S, P(_)) == <<S>>");

    assertThatThrownBy(() -> TLC.evaluate(module, List.of("Here")))
        .hasMessageContaining(
            "Quantify is not defined; if it is one of what FiniteSetsExtTheorems has or extends:"
                + " there are only stand-ins for modules of proofs here, and --library names a"
                + " folder or a jar with the real ones");
    assertThat(
            TLC.withLibraries(List.of(library.folder()))
                .evaluate(module, List.of("Here"))
                .get("Here"))
        .hasToString("<<{1}>>");
  }
}
