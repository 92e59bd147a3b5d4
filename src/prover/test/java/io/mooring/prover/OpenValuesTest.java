package io.mooring.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What TLA+ leaves open may be any value, and so no proof may depend on which. */
final class OpenValuesTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;

  OpenValuesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Proof proof(String property, String invariant) throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("Open.tla"),
            """
            ---- MODULE Open ----
            EXTENDS Integers, Sequences
            CONSTANT Process
            VARIABLES queue, of, x
            vars == <<queue, of, x>>
            Init == queue = <<>> /\\ of = [p \\in Process |-> 0] /\\ x = 0
            Put == queue' = Append(queue, 1) /\\ UNCHANGED <<of, x>>
            Next == Put
            Spec == Init /\\ [][Next]_vars
            Squares == [i \\in 1..3 |-> i * 2]
            Ind == queue \\in Seq({1}) /\\ of \\in [Process -> {0}] /\\ x \\in 0..9 /\\ @invariant
            P == @property
            ====
            """
                .replace("@invariant", invariant)
                .replace("@property", property));
    Question question = new Question(module, "Spec", "Ind", List.of("P"));
    return new Proof(Tlc.bundled(), question, ProvenBefore.nothing(), LIMIT, 1);
  }

  private List<Answer> broken(String property) throws Exception {
    return proof(property, "TRUE").run(each -> {}).stream()
        .filter(each -> each.verdict() != Verdict.PROVEN)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Head(queue) = 1",
        "queue[x] = 1",
        "Len(Tail(queue)) < Len(queue) \\/ Tail(queue) = <<>>",
        "\\A p \\in Process \\cup {\"none\"} : of[p] = 0",
        "Squares[x] = 2 * x",
        "SubSeq(queue, x, 4)[1] = 1",
        "(CASE x < 5 -> 1 [] x = 5 -> 2) \\in {1, 2}",
        "[queue EXCEPT ![x] = 2][x] = 2",
        "\\A i \\in 1..9 : queue[i] = queue[1]",
        "(IF x = 3 THEN Head(<<>>) ELSE 1) = 1",
        "(CASE x < 5 -> <<1>> [] x = 5 -> <<2>>)[1] \\in {1, 2}",
        "(CASE x < 5 -> {1} [] x = 5 -> {2}) \\subseteq {1, 2}",
      })
  void whatDependsOnAnOpenValueIsNotProven(String property) throws Exception {
    List<Answer> broken = broken(property);

    assertThat(broken)
        .extracting(each -> each.obligation().toString())
        .containsExactly("always P (Open.tla:12)");
    assertThat(ProofReport.words(broken.get(0)))
        .contains("; TLA+ leaves open a value at Open.tla:12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue # <<>> => Head(queue) = 1",
        "x \\in 1..Len(queue) => queue[x] = 1",
        "queue = <<>> \\/ Len(Tail(queue)) < Len(queue)",
        "\\A p \\in Process : of[p] = 0",
        "x \\in 1..3 => Squares[x] = 2 * x",
        "x \\in DOMAIN queue => [queue EXCEPT ![x] = 2][x] = 2",
        "(CASE x < 5 -> 1 [] x >= 5 -> 2) \\in {1, 2}",
        "\\A i \\in 1..Len(queue) - 1 : queue[i + 1] = queue[i]",
        "Len(queue) > 2 => SubSeq(queue, 2, 3)[1] = 1",
        "x > 0 /\\ x <= Len(queue) => Head(queue) = 1",
        "Head(queue) = 1 \\/ queue = <<>>",
      })
  void whatIsGuardedIsProven(String property) throws Exception {
    assertThat(broken(property)).isEmpty();
  }

  @Test
  void whatIsPossibleIsSoWhateverTheOpenValuesAre() throws Exception {
    assertThat(proof("(queue = <<>> /\\ Head(queue) = 1) => x < 10", "TRUE").possible())
        .filteredOn(each -> !each.isPossible())
        .extracting(each -> each.possibility().toString())
        .containsExactly("the premise of P (Open.tla:12)");
    assertThat(proof("(queue = <<>> \\/ Head(queue) = 1) => x < 10", "TRUE").possible())
        .allMatch(Possible::isPossible);
  }

  @Test
  void aQuantifierOverSequencesIsAboutOneSequenceEach() throws Exception {
    assertThat(broken("\\A s \\in Seq(Nat) : s # <<>> => Head(s) >= 0")).isEmpty();
    assertThat(broken("(\\A s \\in Seq({1}) : Len(s) = 1 => s[1] = 1) => x = 0"))
        .extracting(each -> each.obligation().toString())
        .containsExactly("always P (Open.tla:12)");
  }
}
