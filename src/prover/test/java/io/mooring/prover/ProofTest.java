package io.mooring.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import io.mooring.prover.confirm.Confirmation;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.translate.UntranslatableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProofTest {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;

  ProofTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Proof proof(Path module, ProvenBefore before, String... properties)
      throws Exception {
    Question question = new Question(module, "Spec", "Ind", List.of(properties));
    return new Proof(Tlc.bundled(), question, before, LIMIT, 1);
  }

  private static List<Answer> answers(Path module, String... properties) throws Exception {
    return proof(module, ProvenBefore.nothing(), properties).run(each -> {});
  }

  /** A module of these, with a part replaced. */
  private Path changed(String name, String part, String by) throws Exception {
    String text = Files.readString(SPECS.resolve(name + ".tla"));
    assertThat(text).contains(part);
    return Files.writeString(folder.resolve(name + ".tla"), text.replace(part, by));
  }

  private Path module(String name, String body) throws Exception {
    return Files.writeString(
        folder.resolve(name + ".tla"), "---- MODULE " + name + " ----\n" + body + "\n====\n");
  }

  private static List<Answer> broken(List<Answer> answers) {
    return answers.stream().filter(each -> each.verdict() != Verdict.PROVEN).toList();
  }

  private static List<String> shown(Answer answer) {
    return TraceText.lines(
        Objects.requireNonNull(answer.counterexample()), TraceView.USUAL.withWidth(80));
  }

  @Test
  void aQueueOfAnyLengthIsProven() throws Exception {
    List<Answer> answers =
        answers(SPECS.resolve("Queue.tla"), "NothingFromNowhere", "TakenInOrder");

    assertThat(broken(answers)).isEmpty();
    assertThat(answers)
        .extracting(each -> each.obligation().toString())
        .hasSize(18)
        .contains(
            "initially InOrder (Queue.tla:46)",
            "Put keeps InOrder (Queue.tla:46)",
            "Take satisfies TakenInOrder (Queue.tla:54)",
            "always NothingFromNowhere (Queue.tla:57)");
    assertThat(answers.get(0).opinions())
        .extracting(Answer.Opinion::solver)
        .containsExactly("Z3", "SMTInterpol");
  }

  @Test
  void anyNumberOfProcessesIsProven() throws Exception {
    List<Answer> answers = answers(SPECS.resolve("Ticket.tla"), "OneAtATime");

    assertThat(broken(answers)).isEmpty();
    assertThat(answers)
        .extracting(each -> each.obligation().action())
        .contains("Draw", "Enter", "Leave");
  }

  @Test
  void aConjunctThatIsMissingIsShownByTheSmallestStep() throws Exception {
    List<Answer> broken = broken(answers(changed("Ticket", "/\\ CalledIsKnown", ""), "OneAtATime"));

    assertThat(broken)
        .extracting(each -> each.obligation().toString())
        .containsExactly("Draw keeps Drawn (Ticket.tla:58)");
    assertThat(broken.get(0).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(broken.get(0).confirmation()).isEqualTo(Confirmation.CONFIRMED);
    assertThat(shown(broken.get(0)))
        .contains(
            "  1  a state that satisfies Ind",
            "       phase = (process1 :> \"away\")",
            "       phase[process1] = \"waiting\"");
  }

  @Test
  void aFaultIsShownByTheShortestQueueThatShowsIt() throws Exception {
    List<Answer> broken =
        broken(answers(changed("Queue", "taken' = Head(queue).number", "taken' = taken + 2")));

    assertThat(broken)
        .extracting(each -> each.obligation().toString())
        .contains("Take keeps Ind (Queue.tla:51)");
    assertThat(broken).extracting(Answer::confirmation).containsOnly(Confirmation.CONFIRMED);
    assertThat(shown(broken.get(0)))
        .containsExactly(
            "  1  a state that satisfies Ind",
            "       next = 3",
            "       queue = <<[number |-> 1], [number |-> 2]>>",
            "       taken = 0",
            "  2  Take  (Queue.tla:31)",
            "       queue: removed at the front <<[number |-> 1]>>",
            "       taken = 2");
  }

  @Test
  void theWayThroughAnActionThatBreaksItIsShown() throws Exception {
    Path module =
        module(
            "Ways",
            """
            EXTENDS Integers
            VARIABLE n
            Init == n = 0
            Next == n' = 0 \\/ n' = 7
            Spec == Init /\\ [][Next]_n
            Ind == n \\in Int /\\ n < 5""");

    List<Answer> broken = broken(answers(module));

    assertThat(broken).extracting(Answer::confirmation).containsExactly(Confirmation.CONFIRMED);
    assertThat(shown(broken.get(0))).endsWith("  2  Next  (Ways.tla:5)", "       n = 7");
  }

  @Test
  void whatWasProvenIsRememberedUntilItChanges() throws Exception {
    Path file = folder.resolve("remembered");
    proof(SPECS.resolve("Queue.tla"), ProvenBefore.in(file)).run(each -> {});

    List<Answer> again = proof(SPECS.resolve("Queue.tla"), ProvenBefore.in(file)).run(each -> {});
    List<Answer> changed =
        proof(
                changed("Queue", "/\\ next' = next + 1", "/\\ next' = taken + Len(queue) + 2"),
                ProvenBefore.in(file))
            .run(each -> {});

    assertThat(again).allMatch(Answer::isRemembered);
    assertThat(changed).anyMatch(each -> !each.isRemembered()).anyMatch(Answer::isRemembered);
    assertThat(broken(changed)).isEmpty();
  }

  @Test
  void everySeedMustGiveTheSameAnswer() throws Exception {
    Question question = new Question(SPECS.resolve("Queue.tla"), "Spec", "Ind", List.of());
    List<Answer> answers =
        new Proof(Tlc.bundled(), question, ProvenBefore.nothing(), LIMIT, 3).run(each -> {});

    assertThat(broken(answers)).isEmpty();
    assertThat(answers)
        .flatExtracting(Answer::opinions)
        .allMatch(each -> each.bySeed().equals(Collections.nCopies(3, Verdict.PROVEN)));

    Answer.Opinion depends =
        new Answer.Opinion("Z3", List.of(Verdict.PROVEN, Verdict.UNKNOWN), Duration.ZERO);
    assertThat(depends.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(
            ProofReport.words(
                new Answer(
                    answers.get(0).obligation(), depends.verdict(), List.of(depends), null, null)))
        .isEqualTo("undecided: Z3 proves it, but does not know with seed 2");
  }

  @Test
  void whatWasProvenWithOneSeedIsAskedAgainForMore() throws Exception {
    Path file = folder.resolve("remembered");
    Question question = new Question(SPECS.resolve("Queue.tla"), "Spec", "Ind", List.of());
    proof(SPECS.resolve("Queue.tla"), ProvenBefore.in(file)).run(each -> {});

    List<Answer> more =
        new Proof(Tlc.bundled(), question, ProvenBefore.in(file), LIMIT, 2).run(each -> {});

    assertThat(more).noneMatch(Answer::isRemembered);
  }

  @Test
  void whatMustBePossibleIs() throws Exception {
    List<Possible> possible =
        proof(SPECS.resolve("Ticket.tla"), ProvenBefore.nothing(), "OneAtATime").possible();

    assertThat(possible).allMatch(Possible::isPossible);
    assertThat(possible)
        .extracting(each -> each.possibility().toString())
        .containsExactly(
            "a step of Draw (Ticket.tla:44)",
            "a step of Enter (Ticket.tla:44)",
            "a step of Leave (Ticket.tla:44)",
            "the premise of Drawn (Ticket.tla:58)",
            "the premise of Distinct (Ticket.tla:63)",
            "the premise of InsideIsServed (Ticket.tla:66)",
            "the premise of OneAtATime (Ticket.tla:71)");
  }

  @Test
  void anInvariantThatIsTooNarrowLeavesActionsThatAreNeverPossible() throws Exception {
    Path module = changed("Queue", "    /\\ InOrder\n", "    /\\ InOrder\n    /\\ queue = <<>>\n");

    assertThat(proof(module, ProvenBefore.nothing()).possible())
        .filteredOn(each -> !each.isPossible())
        .extracting(each -> each.possibility().toString())
        .containsExactly("a step of Take (Queue.tla:31)", "queue that is not empty (Queue.tla:10)");
  }

  @Test
  void aStepThatChoosesAFunctionIsGivenToTheSolvers() throws Exception {
    Path module =
        module(
            "T",
            """
            EXTENDS Integers
            VARIABLES f, n
            Init == f = [i \\in Nat |-> TRUE] /\\ n = 0
            Act(k) == n <= k /\\ f' \\in [Nat -> BOOLEAN] /\\ f'[k] = FALSE /\\ n' = n
            Next == \\E k \\in Nat : Act(k)
            Spec == Init /\\ [][Next]_<<f, n>>
            Ind == f \\in [Nat -> BOOLEAN] /\\ n \\in Nat
            Below == \\A k \\in Nat : n > k => ~ENABLED Act(k)
            Wrong == \\A k \\in Nat : n > k => ENABLED Act(k)""");

    assertThat(broken(answers(module, "Below"))).isEmpty();
    List<Answer> broken = broken(answers(module, "Wrong"));
    assertThat(ProofReport.words(broken.get(0)))
        .isEqualTo(
            "Z3 refutes it; from a state that may not be reachable; not confirmed by the model"
                + " checker: a function of infinitely many arguments");
    assertThat(broken)
        .extracting(each -> each.obligation().toString())
        .containsExactly("always Wrong (T.tla:10)");
  }

  @Test
  void theSameQuestionHasTheSameText() throws Exception {
    List<String> texts =
        proof(SPECS.resolve("Ticket.tla"), ProvenBefore.nothing()).obligations().stream()
            .map(each -> each.query().text())
            .toList();

    assertThat(texts)
        .isEqualTo(
            proof(SPECS.resolve("Ticket.tla"), ProvenBefore.nothing()).obligations().stream()
                .map(each -> each.query().text())
                .toList());
    assertThat(texts.get(0)).contains("(declare-fun Process () (Array Int Bool))", "\"away\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x \\in Nat /\\ y \\in Nat | y' = x | T.tla:7: the action Next does not say what x is"
            + " afterwards; add x' = e, or UNCHANGED x",
        "x \\in Nat | x' = y /\\ y' = x | T.tla:3: Ind does not say what y is; add a conjunct"
            + " y \\in S before those that mention it, where S is the set of its values",
        "x \\in Nat /\\ y \\in Nat | x' = x \\div y /\\ y' = x | T.tla:7: a division by anything but"
            + " a positive number cannot be given to a solver",
        "x \\in Nat /\\ y \\in Nat | x' = (CHOOSE n \\in Nat : n > y) /\\ y' = x | T.tla:7: a CHOOSE"
            + " that may choose between several values cannot be given to a solver",
        "x \\in Nat /\\ y \\in Nat | x' = \"a\" /\\ y' = x + \"b\" | T.tla:7: a string stands where an"
            + " integer must stand",
        "x \\in Nat /\\ y \\in Nat | x' = N /\\ y' = N | T.tla:7: a set stands where an integer must"
            + " stand",
      })
  void whatCannotBeGivenToASolverIsNamed(String invariant, String next, String message)
      throws Exception {
    Path module =
        module(
            "T",
            "EXTENDS Integers\nVARIABLES x, y\nCONSTANT N\nInit == x = 0 /\\ y = 0\n"
                + "Ind == "
                + invariant
                + "\nNext == "
                + next
                + (message.contains("integer must stand") && next.contains("N") ? " + 1" : "")
                + "\nSpec == Init /\\ [][Next]_<<x, y>>");

    assertThatThrownBy(() -> answers(module))
        .isInstanceOf(UntranslatableException.class)
        .hasMessage(message);
  }

  @Test
  void whatAPropertySaysOfInitialStatesIsProvenToo() throws Exception {
    Path module =
        changed(
            "Queue",
            "NothingFromNowhere ==",
            "Begins == Init /\\ next = 1 /\\ [][next' >= next]_vars\nNothingFromNowhere ==");

    assertThat(broken(answers(module, "Begins"))).isEmpty();
    assertThat(answers(module, "Begins"))
        .extracting(each -> each.obligation().toString())
        .contains("initially Begins (Queue.tla:57)", "Put satisfies Begins (Queue.tla:57)");
    assertThat(
            broken(
                answers(
                    changed(
                        "Queue",
                        "NothingFromNowhere ==",
                        "Begins == next = 2 /\\ [][next' > next]_next\nNothingFromNowhere =="),
                    "Begins")))
        .extracting(each -> each.obligation().toString())
        .containsExactly("initially Begins (Queue.tla:57)");
  }

  @Test
  void aPredicateWithEnabledIsAboutStatesWhateverItsArgumentsAre() throws Exception {
    Path module =
        changed(
            "Queue",
            "NothingFromNowhere ==",
            "May(action) == ENABLED (action /\\ next' > 0)\nPuts == May(Put)\nNothingFromNowhere ==");

    assertThat(answers(module, "Puts"))
        .extracting(each -> each.obligation().toString())
        .filteredOn(each -> each.contains(" May "))
        .containsExactly("always May (Queue.tla:57)");
  }

  @Test
  void aPropertyOfWholeBehavioursIsRefused() throws Exception {
    Path module =
        changed("Queue", "NothingFromNowhere ==", "Goes == <>(taken > 3)\nNothingFromNowhere ==");

    assertThatThrownBy(() -> answers(module, "Goes"))
        .isInstanceOf(UntranslatableException.class)
        .hasMessage(
            "Queue.tla:57: Goes is about whole behaviours; an inductive invariant proves predicates"
                + " of states, and [][A]_v");
  }
}
