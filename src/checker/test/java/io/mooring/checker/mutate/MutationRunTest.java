package io.mooring.checker.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.modelcheck.Reporter;
import io.mooring.checker.mutate.MutantResult.Status;
import io.mooring.checker.mutate.MutationRun.Limits;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of mutants. */
class MutationRunTest {

  private static final Path SPECS = Path.of("test/resources/mutate");
  private static final Path LAMP = SPECS.resolve("Lamp.tla");

  private static final Reporter SILENT =
      new Reporter() {
        @Override
        public void line(String text) {}

        @Override
        public void progress(String text) {}
      };

  private final Path folder;

  MutationRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static MutantSet mutantSet(Path module, Path config, String... modules) throws Exception {
    return MutantFinder.mutants(Changes.TLC, module, List.of(config), List.of(modules));
  }

  private KillMatrix run(MutantSet mutantSet, Path config, Predicate<Mutant> wanted)
      throws Exception {
    return new MutationRun(
            Changes.TLC,
            mutantSet,
            new Limits(2_000L, Duration.ofMinutes(5), null, false),
            journal(false),
            SILENT,
            () -> false)
        .run(mutantSet.mutants().stream().filter(wanted).toList(), List.of(config));
  }

  private ResultLog journal(boolean resume) throws Exception {
    return ResultLog.in(folder.resolve("journal.ndjson"), resume, Assertions::fail);
  }

  private static Predicate<Mutant> named(String... ids) {
    return mutant -> List.of(ids).contains(mutant.id());
  }

  private Path config(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void everyMutantOfTheLampIsKilledOrReviewed() throws Exception {
    Path config = SPECS.resolve("Lamp.cfg");
    MutantSet mutantSet = mutantSet(LAMP, config);
    ReviewedList reviewed = ReviewedList.read(ReviewedList.beside(LAMP));

    KillMatrix matrix = run(mutantSet, config, mutant -> true);

    assertThat(reviewed.unexplained(matrix)).isEmpty();
    assertThat(reviewed.stale(matrix, mutantSet)).isEmpty();
    assertThat(matrix.isWhole()).isTrue();
    assertThat(matrix.of(Status.STILLBORN)).isEmpty();
    assertThat(matrix.killed()).isEqualTo(mutantSet.mutants().size() - 5);
    assertThat(matrix.kills().keySet()).doesNotContain("Dark").contains("InitProp", "deadlock");
  }

  @Test
  void withoutItsPropertyAChangeSurvives() throws Exception {
    String id = "Lamp:Glow:off-by-one:lit' = lit + 1 -> lit' = lit + 2";
    Path weak =
        config("Weak.cfg", "SPECIFICATION Spec\nCONSTANT Longest = 2\nPROPERTY TiresProp\n");

    KillMatrix strong =
        run(mutantSet(LAMP, SPECS.resolve("Lamp.cfg")), SPECS.resolve("Lamp.cfg"), named(id));
    KillMatrix left = run(mutantSet(LAMP, weak), weak, named(id));

    assertThat(strong.results()).extracting(MutantResult::status).containsExactly(Status.KILLED);
    assertThat(strong.results().get(0).steps()).isPresent();
    assertThat(left.results()).extracting(MutantResult::status).containsExactly(Status.SURVIVED);
    assertThat(ReviewedList.none(LAMP).unexplained(left)).hasSize(1);
    assertThat(left.isWhole()).isFalse();
  }

  @Test
  void aSharedDefinitionIsChangedForTheBehaviourAlone() throws Exception {
    // Were Dark changed for the properties too, InitProp and DarkIsFreshInv would change with it.
    Path config =
        config("Fresh.cfg", "SPECIFICATION Spec\nCONSTANT Longest = 2\nINVARIANT DarkIsFreshInv\n");
    MutantSet mutantSet = mutantSet(LAMP, config);
    Mutant changed =
        mutantSet.mutants().stream()
            .filter(mutant -> mutant.id().equals("Lamp:Dark:negate:light = OFF -> light # OFF"))
            .findFirst()
            .orElseThrow();

    String text = String.join("", mutantSet.texts(changed).values());

    assertThat(changed.law()).isFalse();
    assertThat(text).contains("Dark == light = OFF\nDark_Mutant\n     == light # OFF");
    assertThat(text).contains("/\\ Dark_Mutant\n", "/\\ ~Dark_Mutant\n");
    assertThat(text).contains("DarkIsFreshInv == Dark => lit = 0");
  }

  @Test
  void whatAnInstanceAndExtendedModulesBringInIsFollowed() throws Exception {
    Path depot = SPECS.resolve("Depot.tla");
    Path config = SPECS.resolve("Depot.cfg");

    List<Mutant> own = mutantSet(depot, config).mutants();
    List<Mutant> instantiated = mutantSet(depot, config, "Counting").mutants();

    assertThat(own).extracting(mutant -> mutant.span().module()).contains("Depot", "Crew");
    assertThat(own).extracting(mutant -> mutant.span().module()).doesNotContain("Counting");
    assertThat(instantiated)
        .extracting(Mutant::id)
        .contains("Counting:Count:swap-comparison:count + step <= Bound -> count + step < Bound");
    assertThat(instantiated).allMatch(mutant -> mutant.span().module().equals("Counting"));
  }

  @Test
  void aViolatedRefinementIsNamedAfterTheProperty() throws Exception {
    Path depot = SPECS.resolve("Depot.tla");
    Path config = SPECS.resolve("Depot.cfg");

    KillMatrix matrix =
        run(
            mutantSet(depot, config),
            config,
            named("Depot:Finish:off-by-one:Tally!Count(1) -> Tally!Count(2)"));

    assertThat(matrix.results()).extracting(MutantResult::killer).containsExactly("CountsProp");
  }

  @Test
  void whatCannotBeEvaluatedIsStillborn() throws Exception {
    Path depot = SPECS.resolve("Depot.tla");
    Path config = SPECS.resolve("Depot.cfg");

    KillMatrix matrix =
        run(mutantSet(depot, config), config, named("Depot:Start:drop-conjunct:queue # <<>>"));

    assertThat(matrix.results()).extracting(MutantResult::status).containsExactly(Status.STILLBORN);
    assertThat(matrix.score()).isEmpty();
  }

  @Test
  void whatGrowsWithoutEndIsUndecided() throws Exception {
    Changes changes = new Changes(folder);
    MutantSet mutantSet =
        changes.mutantSet(
            "Init == x = 0 /\\ s = 0",
            "Next == \\/ x < 3 /\\ x' = x + 1 /\\ s' = s",
            "        \\/ x = 3 /\\ x' = 0 /\\ s' = s",
            "Spec == Init /\\ [][Next]_<<x, s>>");

    KillMatrix matrix =
        run(mutantSet, folder.resolve("Changed.cfg"), named("Changed:Next:drop-conjunct:x < 3"));

    assertThat(matrix.results()).extracting(MutantResult::status).containsExactly(Status.UNDECIDED);
    assertThat(matrix.results().get(0).detail()).contains("2,000 distinct states");
    assertThat(matrix.open()).hasSize(1);
  }

  @Test
  void aSpecificationThatDoesNotHoldIsRefused() throws Exception {
    Path config = config("Wrong.cfg", "SPECIFICATION Spec\nCONSTANT Longest = 2\nINVARIANT Dark\n");
    MutantSet mutantSet = mutantSet(LAMP, config);

    assertThatThrownBy(() -> run(mutantSet, config, mutant -> true))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("Invariant Dark is violated");
  }

  @Test
  void aModuleThatDoesNotBelongToItIsRefused() {
    assertThatThrownBy(() -> mutantSet(LAMP, SPECS.resolve("Lamp.cfg"), "Depot"))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("uses no module Depot; it is made of Lamp");
  }

  private static final String JUMP = "Lamp:Glow:off-by-one:lit' = lit + 1 -> lit' = lit + 2";
  private static final String STUCK = "Lamp:Next:drop-disjunct:Tire";

  /**
   * A lamp with a witness, and two configurations: one that checks little, and one that checks all.
   */
  private Path lampWithManifest(String pins) throws Exception {
    String text = Files.readString(LAMP).replace("\nTypeOK", "\nLast == lit = Longest\nTypeOK");
    config("Weak.cfg", "SPECIFICATION Spec\nCONSTANT Longest = 2\nINVARIANT TypeOK\n");
    config("Lamp.cfg", Files.readString(SPECS.resolve("Lamp.cfg")));
    config(
        "manifest.json",
        String.format(
            Locale.ROOT,
            """
        {"models": [{"name": "Weak", "module": "Lamp.tla", "config": "Weak.cfg",
                     "result": "success", %s}]}
        """,
            pins));
    return Files.writeString(folder.resolve("Lamp.tla"), text);
  }

  private Limits pins(boolean early) {
    return new Limits(null, null, folder.resolve("manifest.json"), early);
  }

  private KillMatrix chain(Path module, List<String> configs, Limits limits, String... ids)
      throws Exception {
    List<Path> files = configs.stream().map(folder::resolve).toList();
    MutantSet mutantSet = MutantFinder.mutants(Changes.TLC, module, files, List.of());
    return new MutationRun(Changes.TLC, mutantSet, limits, journal(false), SILENT, () -> false)
        .run(mutantSet.mutants().stream().filter(named(ids)).toList(), files);
  }

  @Test
  void aMutantThatOneConfigurationLeavesOpenIsCheckedInTheNext() throws Exception {
    String fade = "Lamp:Tire:off-by-one:lit' = 0 -> lit' = 1";
    String wild = "Lamp:Glow:drop-conjunct:lit < Longest";
    Path lamp = lampWithManifest("\"distinctStates\": 4");

    KillMatrix matrix =
        chain(
            lamp,
            List.of("Weak.cfg", "Lamp.cfg"),
            new Limits(null, null, null, false),
            JUMP,
            fade,
            wild,
            STUCK);

    assertThat(matrix.results())
        .extracting(result -> result.killer() + " in " + result.config())
        .containsExactly(
            "TypeOK in Weak.cfg",
            "GlowsInv in Lamp.cfg",
            "DarkIsFreshInv in Lamp.cfg",
            "survived in Lamp.cfg");
    assertThat(matrix.passes()).extracting(matrix::checked).containsExactly(4L, 3L);
    assertThat(matrix.passes()).extracting(matrix::killed).containsExactly(1L, 2L);
    assertThat(MatrixText.lines(matrix, ReviewedList.none(LAMP), List.of()))
        .contains(
            "Weak.cfg             4        1  has none",
            "Lamp.cfg             3        2  has none");
    assertThat(MatrixMarkdown.text(matrix, ReviewedList.none(LAMP)))
        .contains("| TypeOK | 1 | 1 |  |", "| *checked* | 4 | 4 | 3 |  |");
  }

  @Test
  void aFigureNoticesWhatNoPropertyOfAnyConfigurationDoes() throws Exception {
    Path lamp = lampWithManifest("\"distinctStates\": 4, \"edges\": 7");

    KillMatrix weak = chain(lamp, List.of("Weak.cfg"), pins(false), JUMP, STUCK);
    KillMatrix all = chain(lamp, List.of("Weak.cfg", "Lamp.cfg"), pins(false), JUMP);
    KillMatrix early = chain(lamp, List.of("Weak.cfg", "Lamp.cfg"), pins(true), JUMP);

    assertThat(weak.results())
        .extracting(MutantResult::status)
        .containsExactly(Status.PINNED, Status.PINNED);
    assertThat(weak.results().get(0).detail())
        .isEqualTo(
            "has 3 distinct states, where the manifest says 4; has 5 edges, where the manifest says 7");
    assertThat(weak.results().get(1).detail()).isEqualTo("has 6 edges, where the manifest says 7");
    assertThat(weak.open()).isEmpty();
    assertThat(weak.score()).hasValue(0);
    assertThat(weak.scoreWithPins()).hasValue(100);
    assertThat(all.results()).extracting(MutantResult::killer).containsExactly("GlowsInv");
    assertThat(early.results()).extracting(MutantResult::status).containsExactly(Status.PINNED);
    assertThat(early.passes()).extracting(early::checked).containsExactly(1L, 0L);
  }

  @Test
  void whatMustBePossibleKillsWhatMakesItImpossible() throws Exception {
    Path lamp = lampWithManifest("\"witnesses\": [\"Last\"]");

    KillMatrix matrix =
        chain(lamp, List.of("Weak.cfg"), pins(false), "Lamp:Next:drop-disjunct:Glow", STUCK);

    assertThat(matrix.results())
        .extracting(MutantResult::status)
        .containsExactly(Status.WITNESS, Status.SURVIVED);
    assertThat(matrix.results().get(0).killer()).isEqualTo("Last");
  }

  @Test
  void aManifestThatIsNotTrueOfTheSpecificationIsRefused() throws Exception {
    Path lamp = lampWithManifest("\"distinctStates\": 5");

    assertThatThrownBy(() -> chain(lamp, List.of("Weak.cfg"), pins(false), JUMP))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("with Weak.cfg it has 4 distinct states, where the manifest says 5");
  }

  @Test
  void configurationsHaveTheirMutantsInCommon() throws Exception {
    Path parts = config("Parts.cfg", "INIT Init\nNEXT Next\nCONSTANT Longest = 2\n");
    Path whole = SPECS.resolve("Lamp.cfg");

    List<Mutant> one = mutantSet(LAMP, whole).mutants();
    List<Mutant> less = mutantSet(LAMP, parts).mutants();
    List<Mutant> both =
        MutantFinder.mutants(Changes.TLC, LAMP, List.of(parts, whole), List.of()).mutants();

    assertThat(less).hasSizeLessThan(one.size());
    assertThat(both).containsExactlyInAnyOrderElementsOf(one);
  }
}
