package io.mooring.checker.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.mutate.MutantResult.Status;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of reviewed survivors, and the reports that quote it. */
class ReviewedListTest {

  private static final Path LAMP = Path.of("test/resources/mutate/Lamp.tla");

  private final Path file;

  ReviewedListTest(@TempDir Path folder) {
    file = folder.resolve("Lamp.survivors.json");
  }

  private ReviewedList list(String... ids) throws Exception {
    List<String> entries =
        List.of(ids).stream()
            .map(
                id ->
                    String.format(
                        Locale.ROOT,
                        "{\"mutant\": \"%s\", \"finding\": \"equivalent\", \"why\": \"because\"}",
                        id.replace("\\", "\\\\")))
            .toList();
    Files.writeString(file, "{\"survivors\": [" + String.join(",\n", entries) + "]}");
    return ReviewedList.read(file);
  }

  private static MutantSet lamp() throws Exception {
    return MutantFinder.mutants(
        Changes.TLC, LAMP, List.of(LAMP.resolveSibling("Lamp.cfg")), List.of());
  }

  private static KillMatrix matrix(MutantSet mutantSet, Status... kinds) throws Exception {
    List<MutantResult> results =
        java.util.stream.IntStream.range(0, kinds.length)
            .mapToObj(
                i ->
                    new MutantResult(
                        mutantSet.mutants().get(i),
                        "Lamp.cfg",
                        kinds[i],
                        kinds[i] == Status.KILLED ? Optional.of("TypeOK") : Optional.empty(),
                        OptionalInt.of(3),
                        "a detail",
                        Duration.ofSeconds(1),
                        1))
            .toList();
    Path config = LAMP.resolveSibling("Lamp.cfg");
    ConfigPass pass =
        new ConfigPass(
            config,
            Changes.TLC.check(CheckRequest.of(LAMP, config).withVacuity(false), CheckProgress.NONE),
            new Bounds(1_000, Duration.ofSeconds(60)),
            Optional.empty(),
            "a question");
    return new KillMatrix(
        "Lamp",
        List.of(pass),
        mutantSet.mutants().size(),
        kinds.length,
        results,
        Duration.ofSeconds(5));
  }

  @Test
  void survivorsAndUndecidedMutantsNeedAWord() throws Exception {
    MutantSet mutantSet = lamp();
    KillMatrix matrix =
        matrix(mutantSet, Status.KILLED, Status.SURVIVED, Status.UNDECIDED, Status.STILLBORN);
    ReviewedList reviewed = list(mutantSet.mutants().get(1).id());

    assertThat(reviewed.unexplained(matrix))
        .extracting(MutantResult::mutant)
        .containsExactly(mutantSet.mutants().get(2));
    assertThat(matrix.score()).hasValue(33);
  }

  @Test
  void aWordOnAMutantThatIsKilledOrGoneIsStale() throws Exception {
    MutantSet mutantSet = lamp();
    String killed = mutantSet.mutants().get(0).id();
    String unasked = mutantSet.mutants().get(9).id();

    assertThat(
            list(killed, "Lamp:Gone:negate:x", unasked)
                .stale(matrix(mutantSet, Status.KILLED), mutantSet))
        .containsExactly(
            "Lamp:Gone:negate:x: there is no such mutant any more",
            killed + ": is no survivor: killed by TypeOK");
  }

  @Test
  void theReportsSayWhoKilledWhatAndWhyTheRestMayLive() throws Exception {
    MutantSet mutantSet = lamp();
    KillMatrix matrix = matrix(mutantSet, Status.KILLED, Status.SURVIVED, Status.SURVIVED);
    ReviewedList reviewed = list(mutantSet.mutants().get(1).id());

    assertThat(MatrixMarkdown.text(matrix, reviewed))
        .contains(
            "| TypeOK | 1 | 3 states |", "Equivalent: because", "Survived: a detail. Not reviewed.")
        .contains("@@ " + mutantSet.mutants().get(1).span().line() + " @@");
    assertThat(MatrixJson.text(matrix, reviewed))
        .contains("\"killed\" : 1", "\"survived\" : 2", "\"why\" : \"because\"");
    assertThat(MatrixText.lines(matrix, reviewed, List.of()))
        .anyMatch(line -> line.contains(mutantSet.mutants().get(2).id()))
        .noneMatch(line -> line.contains(mutantSet.mutants().get(1).id()));
  }

  @Test
  void aListThatIsNoneIsRefusedWithItsPlace() throws Exception {
    Files.writeString(file, "{\"survivors\": [\n {\"mutant\" 3}]}");
    assertThatThrownBy(() -> ReviewedList.read(file))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("Lamp.survivors.json:2: not JSON");
    Files.writeString(file, "{\"survivors\": [{\"mutant\": \"a\", \"finding\": \"fine\"}]}");
    assertThatThrownBy(() -> ReviewedList.read(file))
        .hasMessageContaining(
            "survivor 1 has the finding \"fine\"; it must be equivalent or harmless");
    Files.writeString(file, "{\"survivors\": [{\"mutant\": \"a\", \"finding\": \"harmless\"}]}");
    assertThatThrownBy(() -> ReviewedList.read(file))
        .hasMessageContaining("survivor 1 must have a text as \"why\"");
    assertThatThrownBy(() -> list("a", "a")).hasMessageContaining("is in the list twice: a");
  }
}
