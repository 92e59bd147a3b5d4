package io.mooring.mbt.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.model.Value;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Scope;
import io.mooring.mbt.run.SystemUnderTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Turnstiles written by hand, of which nothing but the gate is visible. */
final class TurnstileTest {
  private static final Machine MACHINE = Machines.TURNSTILE.machine();
  private static final Scope GATE = Scope.everything(MACHINE).showing("gate").withoutEffects();

  /** Counts coins; nothing outside shows how many. */
  private static class Turnstile implements SystemUnderTest<MachineEvent, Answer> {
    int paid;
    private boolean open;

    @Override
    public Answer apply(MachineEvent event) {
      switch (event.action()) {
        case "Insert" -> insert(coin(event));
        case "Push" -> push();
        case "Reset" -> close();
        default -> throw new IllegalArgumentException(event.text());
      }
      return Answer.of("gate", open ? "unlocked" : "locked");
    }

    private static int coin(MachineEvent event) {
      return ((Value.Int) requireNonNull(event.parameters().get("coin"))).value();
    }

    private void insert(int coin) {
      paid += open ? 0 : worth(coin);
      open |= paid >= 3;
    }

    private void push() {
      if (open) {
        close();
      }
    }

    void close() {
      open = false;
      paid = 0;
    }

    int worth(int coin) {
      return coin;
    }
  }

  private static Conformance<MachineEvent, Answer> conformance(Supplier<Turnstile> systems) {
    return Conformance.of(MACHINE, systems, GATE);
  }

  private static List<String> texts(Counterexample<MachineEvent, Answer> counterexample) {
    return counterexample.events().stream().map(MachineEvent::text).toList();
  }

  @Test
  void theHiddenCounterIsLearned() {
    LearnedModel<MachineEvent, Answer> learned = LearnedModel.learn(conformance(Turnstile::new), 1);

    assertThat(learned.counterexample()).isEmpty();
    assertThat(learned.equalsSpecification()).isTrue();
    assertThat(learned.states()).isEqualTo(MACHINE.locations().size());
    assertThat(learned.lists()).isPositive();
  }

  @Test
  void aCoinThatIsWorthLessIsNamedWithItsParameter() {
    Conformance<MachineEvent, Answer> faulty =
        conformance(
            () ->
                new Turnstile() {
                  @Override
                  int worth(int coin) {
                    return 1;
                  }
                });

    assertThat(texts(faulty.wpMethod(0).orElseThrow()))
        .containsExactly("Insert(coin = 2)", "Insert(coin = 2)");
    Counterexample<MachineEvent, Answer> found =
        LearnedModel.learn(faulty, 0).counterexample().orElseThrow();
    assertThat(found.summary())
        .contains("Insert(coin = 2)")
        .contains("expected  gate = UNLOCKED [silent]  (Turnstile.tla:")
        .contains("found     gate = locked [silent]");
    assertThat(found.path().lines()).hasSize(2).first().asString().contains("(Turnstile.tla:");
    assertThat(found.mermaid())
        .startsWith("sequenceDiagram\n  participant User\n  participant System as Turnstile\n")
        .contains("User->>System: Insert(coin = ")
        .contains("Note over User,World: expected gate = UNLOCKED [silent]");
  }

  @Test
  void aCounterThatIsNotClearedShowsOnlyLater() {
    Conformance<MachineEvent, Answer> faulty =
        conformance(
            () ->
                new Turnstile() {
                  @Override
                  void close() {
                    int kept = paid;
                    super.close();
                    paid = kept % 3;
                  }
                });

    assertThat(faulty.everySequence(2)).isEmpty();
    assertThat(texts(faulty.wpMethod(0).orElseThrow()))
        .hasSize(3)
        .contains("Reset")
        .last()
        .asString()
        .startsWith("Insert");
  }

  @Test
  void aSystemThatThrowsCannotBeLearnedAndIsACounterexample() {
    Conformance<MachineEvent, Answer> faulty =
        conformance(
            () ->
                new Turnstile() {
                  @Override
                  void close() {
                    throw new IllegalStateException("the arm is stuck");
                  }
                });

    LearnedModel<MachineEvent, Answer> learned = LearnedModel.learn(faulty, 0);

    assertThat(learned.states()).isZero();
    Counterexample<MachineEvent, Answer> found = learned.counterexample().orElseThrow();
    assertThat(texts(found)).containsExactly("Reset");
    assertThat(found.found()).isEqualTo("throws java.lang.IllegalStateException: the arm is stuck");
  }

  @Test
  void aSmallerAlphabetIsTestedWithItsEventsAlone() {
    List<MachineEvent> noReset =
        MACHINE.events().stream().filter(event -> !event.action().equals("Reset")).toList();
    Conformance<MachineEvent, Answer> faulty =
        conformance(
                () ->
                    new Turnstile() {
                      @Override
                      public Answer apply(MachineEvent event) {
                        assertThat(noReset).contains(event);
                        return super.apply(event);
                      }
                    })
            .withEvents(noReset);

    assertThat(faulty.everyEdge()).isEmpty();
    assertThat(faulty.tours()).isEmpty();
    assertThat(faulty.everySequence(3)).isEmpty();
    assertThat(faulty.wpMethod(1)).isEmpty();
    assertThat(LearnedModel.learn(faulty, 0).equalsSpecification()).isTrue();
  }

  @Test
  void aSuiteWithoutEventsIsRefused() {
    assertThatThrownBy(() -> conformance(Turnstile::new).withEvents(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a conformance suite needs at least one event");
  }

  @Test
  void aMachineThatDoesNotSayWhatAnEventDoesIsRefused() {
    assertThatThrownBy(() -> Conformance.of(MACHINE.without(0), Turnstile::new, GATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("Turnstile does not say what Insert\\(coin = 1\\) does in LOCKED.*");
  }
}
