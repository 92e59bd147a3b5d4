package io.mooring.prover.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.model.Question;
import io.mooring.prover.mutants.MutantAnswer.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the proof of the queue says of queues with one fault. */
final class MutantSearchTest {

  private static final Path QUEUE = Path.of("test/resources/specs/Queue.tla");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final Path memory;

  MutantSearchTest(@TempDir Path folder) {
    this.folder = folder;
    this.memory = folder.resolve("memory/Queue.mutants");
  }

  private static Question question(Path module) {
    return new Question(module, "Spec", "Ind", List.of("NothingFromNowhere", "TakenInOrder"));
  }

  private List<MutantAnswer> answers(Path module, List<Candidate> mutants) throws Exception {
    return answers(question(module), mutants);
  }

  private List<MutantAnswer> answers(Question question, List<Candidate> mutants) throws Exception {
    return answers(question, mutants, LIMIT);
  }

  private List<MutantAnswer> answers(Question question, List<Candidate> mutants, Duration limit)
      throws Exception {
    List<MutantAnswer> reported = new ArrayList<>();
    List<MutantAnswer> all =
        new MutantSearch(Tlc.bundled(), question, AnswersBefore.in(memory, true), limit)
            .run(mutants, reported::add);
    assertThat(reported).isEqualTo(all);
    return all;
  }

  private List<MutantAnswer> generated(String matching) throws Exception {
    return answers(
        QUEUE,
        Candidates.generated(Tlc.bundled(), question(QUEUE), List.of()).stream()
            .filter(each -> each.id().contains(matching))
            .toList());
  }

  /** Hand-written mutants of the queue, each with the definitions that it replaces. */
  private List<MutantAnswer> handWritten(String substitute, String violates, String definition)
      throws Exception {
    Path queue = Files.copy(QUEUE, folder.resolve("Queue.tla"));
    Files.writeString(
        folder.resolve("Odd.tla"),
        "---- MODULE Odd ----\nEXTENDS Queue\nOriginal == INSTANCE Queue\n"
            + definition
            + "\n====\n");
    Files.writeString(
        folder.resolve("Apart.tla"), "---- MODULE Apart ----\nEXTENDS Bags\nOther == {}\n====\n");
    Files.writeString(folder.resolve("Queue.cfg"), "SPECIFICATION Spec\nINVARIANT Ind\n");
    Path manifest =
        Files.writeString(
            folder.resolve("manifest.json"),
            """
            {"models": [
              {"name": "Apart", "module": "Apart.tla", "config": "Queue.cfg",
               "substitute": {"Take": "Other"}, "result": "safety failure", "violates": "Ind"},
              {"name": "Odd", "module": "Odd.tla", "config": "Queue.cfg",
               "substitute": %s, "result": "safety failure", "violates": "%s"}]}
            """
                .replaceFirst("%s", substitute)
                .replaceFirst("%s", violates));
    return answers(queue, Candidates.ofManifest(Tlc.bundled(), question(queue), manifest));
  }

  @Test
  void aFaultOfAnActionIsKilledByAStepOfIt() throws Exception {
    assertThat(generated("Queue:Put:"))
        .allMatch(each -> each.status() == Status.KILLED && each.action().equals("Put"))
        .hasSize(5);
  }

  @Test
  void aFaultOfTheInitialStateIsKilledByAState() throws Exception {
    assertThat(generated("Queue:Init:"))
        .allMatch(each -> each.status() == Status.KILLED && each.action().isEmpty())
        .extracting(MutantAnswer::claim)
        .containsExactly("Ind", "Ind", "Ind", "TypeOK");
  }

  @Test
  void ofManyClaimsWithQuantifiersTheBrokenOneIsNamed() throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("Goals.tla"),
            """
            ---- MODULE Goals ----
            EXTENDS Integers
            CONSTANT Most
            ASSUME Most \\in Nat
            VARIABLE x
            Goal == 0
            Init == x = 0
            Next == x' = x + 1
            Spec == Init /\\ [][Next]_x
            Ind == x \\in Int /\\ x >= 0
            Far == \\A n \\in 0..Most : x + n >= Goal - 9
            Near == \\A n \\in 0..Most : x + n >= Goal
            ====
            """);
    Question goals = new Question(module, "Spec", "Ind", List.of("Far", "Near"));
    String text = "---- MODULE Odd ----\nEXTENDS Goals\nHigher == 1\n====\n";
    Candidate odd =
        new Candidate("odd", "", "Near", "Odd", Map.of("Odd", text), Map.of("Goal", "Higher"));

    assertThat(answers(goals, List.of(odd)))
        .extracting(each -> each.status() + " by " + each.claim())
        .containsExactly("KILLED by Near");
  }

  @Test
  void aSolverThatGivesUpKillsNothing() throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("Sums.tla"),
            """
            ---- MODULE Sums ----
            EXTENDS Integers
            CONSTANTS A, B, C
            ASSUME A \\in Nat /\\ B \\in Nat /\\ C \\in Nat
            VARIABLE x
            Found == FALSE
            Init == x = 0
            Next == x' = IF Found THEN 1 ELSE 0
            Spec == Init /\\ [][Next]_x
            Ind == x \\in Int /\\ x = 0
            ====
            """);
    // No solver decides in a second that two cubes never add up to a third.
    String text =
        """
        ---- MODULE Odd ----
        EXTENDS Sums
        Cubes == A > 0 /\\ B > 0 /\\ A * A * A + B * B * B = C * C * C
        ====
        """;
    Candidate odd =
        new Candidate("odd", "", "Ind", "Odd", Map.of("Odd", text), Map.of("Found", "Cubes"));

    assertThat(
            answers(
                new Question(module, "Spec", "Ind", List.of()),
                List.of(odd),
                Duration.ofSeconds(1)))
        .extracting(MutantAnswer::status)
        .containsExactly(Status.UNDECIDED);
  }

  @Test
  void whatOnlyDoesLessIsProvenToo() throws Exception {
    assertThat(generated("Queue:Next:drop-disjunct"))
        .extracting(MutantAnswer::status)
        .containsExactly(Status.PROVEN, Status.PROVEN);
  }

  @Test
  void whatTheModelCheckerCannotSeeKillsNothing() throws Exception {
    List<MutantAnswer> answers = generated("queue # <<>>");

    assertThat(answers)
        .extracting(MutantAnswer::status)
        .containsExactly(Status.UNCONFIRMED, Status.UNCONFIRMED);
    assertThat(answers.get(1).note())
        .isEqualTo(
            "InOrder (Queue.tla:46): Attempted to apply Head to the empty sequence.; "
                + "Ind (Queue.tla:51): Attempted to apply Head to the empty sequence.");
  }

  @Test
  void aMutantOfAManifestReplacesDefinitions() throws Exception {
    List<MutantAnswer> answers =
        handWritten(
            "{\"Take\": \"Last\"}",
            "TakenInOrder",
            """
            Last == queue # <<>> /\\ taken' = queue[Len(queue)].number /\\ queue' = <<>>
                /\\ next' = next""");

    assertThat(answers).extracting(each -> each.mutant().id()).containsExactly("Odd");
    assertThat(answers.get(0).status()).isEqualTo(Status.KILLED);
    assertThat(answers.get(0).claim()).isEqualTo("TakenInOrder");
    assertThat(MutantMatrix.markdown("Queue", "again", answers, Map.of()))
        .contains(
            "| killed | 1 |\n",
            "| `Odd` | `Take <- Last` | `TakenInOrder` | `TakenInOrder` | `Take` |\n");
  }

  @Test
  void aReplacementThatDoesTheSameIsProvenToo() throws Exception {
    List<MutantAnswer> answers =
        handWritten("{\"Take\": \"Same\"}", "Ind", "Same == queue # <<>> /\\ Original!Take");

    assertThat(answers).extracting(MutantAnswer::status).containsExactly(Status.PROVEN);
    assertThat(MutantMatrix.markdown("Queue", "again", answers, Map.of("Odd", "equivalent: a|b")))
        .contains(
            "| `Odd` | `Take <- Same` | `Ind` | **proven of it, too** | equivalent: a\\|b |\n");
  }

  @Test
  void whatNoObligationMentionsIsNotAsked() throws Exception {
    assertThat(handWritten("{\"Unused\": \"Other\"}", "Ind", "Unused == 1\nOther == 2"))
        .extracting(MutantAnswer::status)
        .containsExactly(Status.UNTOUCHED);
  }

  @Test
  void whatCannotBeTranslatedIsNamed() throws Exception {
    List<MutantAnswer> answers =
        handWritten("{\"Take\": \"Half\"}", "Ind", "Half == taken' = 1 /\\ queue' = queue");

    assertThat(answers).extracting(MutantAnswer::status).containsExactly(Status.UNREADABLE);
    assertThat(answers.get(0).note())
        .isEqualTo(
            "Odd.tla:4: the action Take does not say what next is afterwards; add next' = e, or"
                + " UNCHANGED next");
  }

  @Test
  void answersAreRememberedUntilTheMutantChanges() throws Exception {
    List<MutantAnswer> first = generated("Queue:Next:drop-disjunct:Put");
    Files.writeString(
        memory, Files.readString(memory).replace("PROVEN\t\t\t", "PROVEN\t\t\tbefore"));

    List<MutantAnswer> second = generated("Queue:Next:drop-disjunct");

    assertThat(first.get(0).note()).isEmpty();
    assertThat(second).extracting(MutantAnswer::note).containsExactly("before", "");
    assertThat(Files.readAllLines(memory)).hasSize(2);
  }
}
