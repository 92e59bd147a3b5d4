package io.mooring.mbt.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.driver.DriverTest.Walks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Walks through a mailbox that somebody else carries letters to: the carrier is never seen, and any
 * letter may be next.
 */
final class WalksTest {
  private static final Path MAIL = Path.of("test/resources/specs/Mail.tla");
  private static final Path FEW = MAIL.resolveSibling("FewLetters.cfg");
  private static final WalkOptions UNSEEN =
      WalkOptions.DEFAULT.withWalks(40).withInternal(Set.of("Carry", "Lose"));

  /** A mailbox that carries a letter whenever it is looked at. */
  private static class Mailbox implements Driver {
    final TreeSet<Integer> bag = new TreeSet<>();
    final List<Integer> box = new ArrayList<>();

    @Override
    public Outcome apply(Action action) {
      if (action.name().equals("Post")) {
        bag.add(action.integer("letter"));
        return Outcome.applied();
      }
      if (box.isEmpty()) {
        return Outcome.refused();
      }
      box.remove(0);
      return Outcome.applied();
    }

    @Override
    public Map<String, ?> show() {
      if (!bag.isEmpty()) {
        box.add(bag.pollLast());
      }
      return Map.of("Front", box.isEmpty() ? Set.of() : Set.of(box.get(0)));
    }
  }

  private static DriverTest open(Callable<? extends Driver> drivers, WalkOptions options)
      throws TlcException {
    return DriverTest.open(Tlc.bundled(), MAIL, FEW, drivers, options);
  }

  @Test
  void whatHappensUnseenIsFollowedInAllItsWays() throws TlcException {
    try (DriverTest test = open(Mailbox::new, UNSEEN)) {
      assertThat(test.everyAction().found()).isEmpty();
      assertThat(test.everyPair().found()).isEmpty();
      Walks random = test.random();

      assertThat(random.found()).isEmpty();
      assertThat(random.walks()).isEqualTo(40);
      CoverageReport coverage = test.coverage();
      assertThat(coverage.actionsNeverTaken()).isEmpty();
      assertThat(coverage.variablesNeverShown()).containsExactly("bag", "box", "lost");
      assertThat(coverage.provesNothing()).isEmpty();
      assertThat(coverage.text())
          .contains("actions  2 of 2\n", "pairs    4 of 4\n")
          .contains("seen in part through Front", "happen unseen: Carry, Lose");
    }
  }

  @Test
  void alsoWhatHappensBetweenALookAndTheNextAction() throws TlcException {
    Callable<Driver> late =
        () ->
            new Mailbox() {
              @Override
              public Outcome apply(Action action) {
                super.show();
                return super.apply(action);
              }

              @Override
              public Map<String, ?> show() {
                return Map.of("Front", box.isEmpty() ? Set.of() : Set.of(box.get(0)));
              }
            };
    try (DriverTest test = open(late, UNSEEN)) {
      assertThat(test.random().found()).isEmpty();
      assertThat(test.coverage().actionsNeverTaken()).isEmpty();
    }
  }

  @Test
  void aCarrierWhoNeverComesIsNoFault() throws TlcException {
    Callable<Driver> never =
        () ->
            new Mailbox() {
              @Override
              public Map<String, ?> show() {
                return Map.of("Front", Set.of());
              }
            };
    try (DriverTest test = open(never, UNSEEN)) {
      assertThat(test.random().found()).isEmpty();
    }
  }

  @Test
  void aLetterThatNobodyPostedIsFoundByTheShortestList() throws TlcException {
    Callable<Driver> forging =
        () ->
            new Mailbox() {
              @Override
              public Map<String, ?> show() {
                return box.size() == 2 ? Map.of("Front", Set.of(6)) : super.show();
              }
            };
    try (DriverTest test = open(forging, UNSEEN)) {
      Found found = test.random().found().orElseThrow();

      assertThat(found.actions())
          .containsExactly("Post(letter = 1)", "Post(letter = 1)", "Post(letter = 1)");
      assertThat(found.text())
          .startsWith("The implementation showed what the specification does not have, at step 3")
          .contains("Front is {1} in the specification, and was {6}")
          .contains("Before it the specification was in one of");
      assertThat(found.itf()).contains("\"Carry\"", "\"Post(letter = 1)\"");
      assertThat(found.walk()).contains("of random, seed 1, shrunk from");
      try (DriverTest again = open(forging, UNSEEN)) {
        assertThat(again.random().found()).contains(found);
      }
    }
  }

  @Test
  void theStatesThatAreExploredAreThoseOfTlc() throws TlcException {
    long states =
        Tlc.bundled().check(CheckRequest.of(MAIL, FEW), CheckProgress.NONE).distinctStates();
    try (DriverTest test = open(Mailbox::new, UNSEEN)) {
      assertThat(test.coverage().states()).contains((int) states);
    }
    try (DriverTest test = open(Mailbox::new, UNSEEN.exploring(10))) {
      assertThat(test.coverage().states()).isEmpty();
      assertThat(test.coverage().text()).contains("There is no denominator: ");
      assertThat(test.random().found()).isEmpty();
    }
  }

  /** Everything that drivers were given. */
  private static List<String> given(WalkOptions options, List<Long> counts) throws TlcException {
    List<String> all = new ArrayList<>();
    Callable<Driver> recording =
        () -> {
          all.add("new");
          return new Mailbox() {
            @Override
            public Outcome apply(Action action) {
              all.add(action.toString());
              return super.apply(action);
            }
          };
        };
    try (DriverTest test = open(recording, options)) {
      counts.add(test.random().walks());
      assertThat(test.coverage().text())
          .containsPattern(
              "again with seed = \\d, walks = " + counts.get(counts.size() - 1) + "\\.");
    }
    return all;
  }

  @Test
  void randomWalksAreTheSameAfterOthers() throws TlcException {
    List<String> all = new ArrayList<>();
    Callable<Driver> recording =
        () -> {
          all.add("new");
          return new Mailbox() {
            @Override
            public Outcome apply(Action action) {
              all.add(action.toString());
              return super.apply(action);
            }
          };
        };
    try (DriverTest test = open(recording, UNSEEN)) {
      test.everyAction();
      test.everyPair();
      all.clear();
      test.random();
    }
    assertThat(given(UNSEEN, new ArrayList<>())).isEqualTo(all);
  }

  @Test
  void theSameSeedAndCountGiveTheSameWalksAlsoAfterARunByTime() throws TlcException {
    List<Long> counts = new ArrayList<>();
    List<String> timed = given(UNSEEN.during(Duration.ofMillis(200)), counts);
    int walks = Math.toIntExact(counts.get(0));

    assertThat(given(UNSEEN.withWalks(walks), counts)).isEqualTo(timed);
    assertThat(timed.stream().filter("new"::equals)).hasSize(walks);
    assertThat(given(UNSEEN.withWalks(walks).withSeed(2), counts)).isNotEqualTo(timed);
  }

  @Test
  void aHangIsAFindingWithItsStep() throws TlcException {
    Callable<Driver> hanging =
        () ->
            new Mailbox() {
              @Override
              public Outcome apply(Action action) {
                if (action.name().equals("Fetch") && !box.isEmpty()) {
                  sleepLong();
                }
                return super.apply(action);
              }
            };
    try (DriverTest test = open(hanging, UNSEEN.withStepLimit(Duration.ofMillis(150)))) {
      Found found = test.random().found().orElseThrow();

      assertThat(found.finding().kind()).isEqualTo(Finding.Kind.HANG);
      assertThat(found.actions()).hasSize(2).last().isEqualTo("Fetch");
      assertThat(found.finding().step()).isEqualTo(2);
      assertThat(found.text()).contains("more than 150 ms", "sleepLong");
    }
  }

  private static void sleepLong() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aListIsGivenAgainAndOneThatIsNeverAllowedIsRefused() throws TlcException {
    try (DriverTest test = open(Mailbox::new, UNSEEN)) {
      assertThat(test.replay("Post(letter = 1)\nPost(letter = 9)\nFetch\n").steps()).isEqualTo(2);
      assertThatThrownBy(() -> test.replay("Past(letter = 1)\n"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("allows none of these");
    }
  }

  @Test
  void whatIsWrittenWronglyIsSaidWithTheName() throws TlcException {
    assertThatThrownBy(() -> open(Mailbox::new, UNSEEN.withInternal(Set.of("Carrie"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Mail.tla has no action Carrie; its definitions of actions are")
        .hasMessageContaining("Carry");
    Callable<Driver> unknown = () -> shows(Map.of("Fornt", 1));
    try (DriverTest test = open(unknown, UNSEEN)) {
      assertThatThrownBy(test::random)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("shows Fornt, which is neither a variable of Mail.tla (bag, box,");
    }
    Callable<Driver> unfit = () -> shows(Map.of("lost", 1.5));
    try (DriverTest test = open(unfit, UNSEEN)) {
      assertThatThrownBy(test::random).hasMessageContaining("shows lost: java.lang.Double is no");
    }
    Callable<Driver> answers = () -> action -> Outcome.applied().answering("lettre", 1);
    try (DriverTest test = open(answers, UNSEEN)) {
      assertThatThrownBy(test::random).hasMessageContaining("Post has no parameter lettre");
    }
  }

  @Test
  void moreStatesThanCanBeFollowedAreNoFault() throws TlcException {
    Path lottery = MAIL.resolveSibling("Lottery.tla");
    WalkOptions options = WalkOptions.DEFAULT.exploring(1).withSteps(2);
    for (Set<String> internal : List.of(Set.<String>of(), Set.of("Draw"))) {
      try (DriverTest test =
          DriverTest.open(
              Tlc.bundled(),
              lottery,
              lottery.resolveSibling("Lottery.cfg"),
              () -> shows(Map.of()),
              options.withInternal(internal))) {
        assertThatThrownBy(test::random)
            .isInstanceOf(UsageException.class)
            .hasMessageStartingWith("more than 20,000 states of the specification explain")
            .hasMessageContaining("show more of the state");
      }
    }
  }

  private static Driver shows(Map<String, ?> values) {
    return new Driver() {
      @Override
      public Outcome apply(Action action) {
        return Outcome.applied();
      }

      @Override
      public Map<String, ?> show() {
        return values;
      }
    };
  }
}
