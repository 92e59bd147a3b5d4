package io.mooring.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.model.Premise;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NeedsTest {

  private static final Path SPECS = Path.of("test/resources/specs");
  private static final String IN_ORDER = "Take keeps Ind (Queue.tla:51)";

  private final Path folder;

  NeedsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Proof proof(Path module, String... properties) throws Exception {
    Question question = new Question(module, "Spec", "Ind", List.of(properties));
    return new Proof(
        Tlc.bundled(), question, ProvenBefore.nothing(), Duration.ofSeconds(60), /* seeds= */ 1);
  }

  /** What is needed of a specification of which everything is proven. */
  private static List<String> needs(Path module, String... properties) throws Exception {
    Proof proof = proof(module, properties);
    assertThat(proof.run(each -> {})).allMatch(each -> each.verdict() == Verdict.PROVEN);
    return proof.needs(each -> {}).stream().map(Need::toString).toList();
  }

  /** A queue whose invariant has some more conjuncts at its end, which stand on one line. */
  private Path queueWith(String conjuncts) throws Exception {
    String text = Files.readString(SPECS.resolve("Queue.tla"));
    String last = "    /\\ next = taken + Len(queue) + 1\n";
    assertThat(text).contains(last);
    return Files.writeString(
        folder.resolve("Queue.tla"), text.replace(last, last + "    /\\ " + conjuncts + "\n"));
  }

  @Test
  void eachConjunctHasAnObligationThatIsBrokenWithoutIt() throws Exception {
    assertThat(needs(SPECS.resolve("Queue.tla"), "NothingFromNowhere", "TakenInOrder"))
        .containsExactly(
            "TypeOK (Queue.tla:41): says what queue is",
            "TypeOK (Queue.tla:42): says what next is",
            "TypeOK (Queue.tla:43): says what taken is",
            "InOrder (Queue.tla:46): needed for " + IN_ORDER,
            "Ind (Queue.tla:51): needed for always NothingFromNowhere (Queue.tla:57)");
  }

  @Test
  void whatFollowsFromTheOthersIsNotNeeded() throws Exception {
    assertThat(needs(queueWith("next > taken"), "TakenInOrder"))
        .containsSubsequence(
            "InOrder (Queue.tla:46): needed for " + IN_ORDER, "Ind (Queue.tla:52): not needed");
  }

  @Test
  void ofTwoOfWhichOneSufficesTheLaterStays() throws Exception {
    assertThat(needs(queueWith("Len(queue) = next - taken - 1")))
        .containsSubsequence(
            "Ind (Queue.tla:51): not needed",
            "Ind (Queue.tla:52): needed for Put keeps InOrder (Queue.tla:46)");
  }

  @Test
  void whatOnlyHoldsItselfIsNotNeeded() throws Exception {
    assertThat(needs(queueWith("next # taken"), "TakenInOrder"))
        .contains("Ind (Queue.tla:52): not needed");
  }

  @Test
  void partsOfOneConjunctAreAskedAlone() throws Exception {
    Path module = queueWith("(queue # <<>> => next > 0 /\\ Head(queue).number = taken + 1)");

    assertThat(needs(module, "TakenInOrder"))
        .filteredOn(each -> each.startsWith("Ind (Queue.tla:52)"))
        .hasSize(2);
  }

  @Test
  void whatIsSaidToBeNeededIsConfirmedByAStateThatBreaksIt() throws Exception {
    Proof proof = proof(SPECS.resolve("Queue.tla"));
    List<String> by = new ArrayList<>(Collections.nCopies(3, ""));
    by.add(IN_ORDER);
    by.add("Put keeps InOrder (Queue.tla:46)");

    assertThat(proof.unconfirmed(by)).isEmpty();

    by.set(3, "Put keeps Ind (Queue.tla:51)");
    assertThat(proof.unconfirmed(by))
        .extracting(Premise::claim)
        .extracting(Object::toString)
        .containsExactly("InOrder (Queue.tla:46)");
    by.set(3, "Put keeps what is not there");
    assertThat(proof.unconfirmed(by)).hasSize(1);
  }
}
