package io.mooring.mbt.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.run.RunOracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A specification that is no machine module: letters are carried in any order, and one may be lost,
 * without an observation.
 */
final class TrackingOracleTest {
  private static StateSpace space;
  private static TrackingOracle<Seen> oracle;

  private sealed interface Seen {
    Move move();
  }

  private record Posted(int letter) implements Seen {
    @Override
    public Move move() {
      return Move.action(SpecAction.of("Post", "letter", new TlaValue.Int(letter)));
    }
  }

  private record Fetched(int letter) implements Seen {
    @Override
    public Move move() {
      return Move.action(
          (before, after) -> {
            TlaValue first = ((TlaValue.Seq) before.get("box")).elements().get(0);
            return first.equals(new TlaValue.Int(letter))
                ? Optional.empty()
                : Optional.of("the first letter in the box is " + first);
          },
          SpecAction.of("Fetch"));
    }
  }

  private record Counted(int letters) implements Seen {
    @Override
    public Move move() {
      return Move.check(
          state -> {
            int there =
                ((TlaValue.SetOf) state.get("bag")).elements().size()
                    + ((TlaValue.Seq) state.get("box")).elements().size();
            return there == letters
                ? Optional.empty()
                : Optional.of("there are " + there + " letters");
          });
    }
  }

  private record Missed() implements Seen {
    @Override
    public Move move() {
      return Move.action(SpecAction.of("Lose"));
    }
  }

  private static final class Carrier implements Mapping<Seen> {
    @Override
    public Move move(Seen seen) {
      return seen.move();
    }

    @Override
    public Collection<SpecAction> unseen(SpecState state) {
      return List.of(SpecAction.of("Carry"), SpecAction.of("Lose"));
    }
  }

  @BeforeAll
  static void open() throws TlcException {
    Path folder = Path.of("test/resources/specs");
    space =
        new StateSpace(Tlc.bundled().open(folder.resolve("Mail.tla"), folder.resolve("Mail.cfg")));
    oracle = new TrackingOracle<>(space, Carrier::new);
  }

  @AfterAll
  static void close() {
    space.close();
  }

  /** The number of the observation that is rejected, from 1, and why; empty if none is. */
  private static Optional<String> rejected(Seen... seen) {
    RunOracle.Judge<Seen> judge = oracle.begin();
    for (int i = 0; i < seen.length; i++) {
      Optional<String> objection = judge.objection(seen[i]);
      if (objection.isPresent()) {
        return Optional.of((i + 1) + ": " + objection.get());
      }
    }
    return Optional.empty();
  }

  @Test
  void whatTheUnseenCarrierMayDoIsAccepted() {
    assertThat(rejected(new Posted(1), new Posted(2), new Fetched(2), new Fetched(1))).isEmpty();
    assertThat(rejected(new Posted(1), new Posted(2), new Counted(1), new Fetched(2))).isEmpty();
    assertThat(rejected(new Posted(1), new Fetched(1), new Posted(1), new Fetched(1))).isEmpty();
    assertThat(rejected(new Posted(3), new Counted(0), new Posted(3), new Fetched(3))).isEmpty();
  }

  @Test
  void aRejectionNamesTheObservationTheStatesAndWhy() {
    assertThat(rejected(new Posted(1), new Fetched(2)))
        .contains(
            """
            2: the specification does not allow: Fetched[letter=2]
              because Fetch is not enabled
                   or the first letter in the box is 1
            Before it the specification was in one of 3 states; one of:
              bag = {1}, box = <<>>, lost = 0
              bag = {}, box = <<1>>, lost = 0
              bag = {}, box = <<>>, lost = 1
            Enabled there: Post(letter = 2), Post(letter = 3), Post(letter = 4), \
            Post(letter = 5), Carry (in 1 of them), Lose (in 1 of them), \
            Post(letter = 1) (in 2 of them), Fetch (in 1 of them)""");
  }

  @Test
  void whatIsAmbiguousIsResolvedByWhatIsSeenLater() {
    // One of two letters is lost: which one it was is known when the other one is fetched.
    Seen[] begin = {new Posted(1), new Posted(2), new Counted(1)};

    assertThat(rejected(begin)).isEmpty();
    assertThat(rejected(begin[0], begin[1], begin[2], new Fetched(1))).isEmpty();
    assertThat(rejected(begin[0], begin[1], begin[2], new Fetched(1), new Fetched(2)))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("5: the specification does not allow: Fetched[letter=2]\n")
                    .contains("because Fetch is not enabled\nBefore it the specification was in")
                    .contains("this state:\n  bag = {}, box = <<>>, lost = 1\n"));
  }

  @Test
  void everyStateThatAnObservedActionLeadsToIsFollowed() {
    assertThat(rejected(new Posted(1), new Posted(2), new Missed(), new Fetched(1))).isEmpty();
    assertThat(rejected(new Posted(1), new Posted(2), new Missed(), new Fetched(2))).isEmpty();
    assertThat(rejected(new Posted(1), new Missed(), new Fetched(1))).isPresent();
  }

  @Test
  void aSecondLossIsRejected() {
    assertThat(rejected(new Posted(1), new Posted(2), new Counted(0)))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("3: ")
                    .contains("because there are 2 letters\n       or there are 1 letters"));
  }

  @Test
  void runsAreCheckedByManyThreadsAtOnce() {
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(
                    each ->
                        rejected(
                            new Posted(1 + each % 5),
                            new Posted(1 + (each + 1) % 5),
                            new Fetched(1 + (each + each % 2) % 5))))
        .allMatch(Optional::isEmpty);
    assertThat(space.enabledSoFar()).contains("Carry", "Fetch", "Lose", "Post");
  }

  @Test
  void unseenStepsWithoutEndAreRefused() {
    TrackingOracle<Seen> endless =
        new TrackingOracle<>(
            space,
            () ->
                new Mapping<>() {
                  @Override
                  public Move move(Seen seen) {
                    return seen.move();
                  }

                  @Override
                  public Collection<SpecAction> unseen(SpecState state) {
                    List<SpecAction> actions = new ArrayList<>(List.of(SpecAction.of("Carry")));
                    for (int letter = 1; letter <= 5; letter++) {
                      actions.add(SpecAction.of("Post", "letter", new TlaValue.Int(letter)));
                    }
                    return actions;
                  }
                });

    assertThatThrownBy(() -> endless.begin().objection(new Counted(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("unseen steps lead to more than ");
  }
}
