package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.driver.Action;
import io.mooring.mbt.driver.Driver;
import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpecificationEngineTest {

  /** Shows nothing. */
  @SpecificationTest("test/resources/specs/Queue.tla")
  static class Mute implements Driver {
    @Override
    public Outcome apply(Action action) {
      return Outcome.applied();
    }
  }

  /** Shows something, and never stores anything. */
  @SpecificationTest(
      value = "test/resources/specs/Queue.tla",
      config = "AlwaysFull.cfg",
      witnesses = {"Full", "TypeOK"})
  static class Lazy implements Driver {
    @Override
    public Outcome apply(Action action) {
      return action.name().equals("Close") ? Outcome.applied() : Outcome.ignored();
    }

    @Override
    public Map<String, ?> show() {
      return Map.of("Size", 0);
    }
  }

  /** Has a step too many, and one with another parameter. */
  @SpecificationTest("test/resources/specs/Queue.tla")
  static class Misspelt {
    @Step
    void putt(String item) {
      throw new AssertionError(item);
    }
  }

  /** Takes a number where there is a string. */
  @SpecificationTest("test/resources/specs/Queue.tla")
  static class Numbers {
    @Step
    void put(int item) {
      throw new AssertionError(item);
    }
  }

  @SpecificationTest("test/resources/specs/Nothing.tla")
  static class Missing implements Driver {
    @Override
    public Outcome apply(Action action) {
      return Outcome.ignored();
    }
  }

  @Test
  void thereIsATestForEachPropertyWitnessAndKindOfWalk() {
    assertThat(Launched.of(QueueTest.class))
        .satisfies(
            run -> {
              assertThat(run.failures()).isEmpty();
              assertThat(run.passed())
                  .containsExactly(
                      "model",
                      "property TypeOK",
                      "property BoundedInv",
                      "witness Full",
                      "walks with every action",
                      "walks with every pair of actions",
                      "random walks",
                      "coverage and blind spot");
            });
  }

  @Test
  void oneTestIsRunAlone() {
    Launched run = Launched.of(QueueTest.class, "property BoundedInv");

    assertThat(run.failures()).isEmpty();
    assertThat(run.passed()).containsExactly("property BoundedInv");
  }

  @Test
  void aDriverThatShowsNothingIsNotGreen() {
    assertThat(Launched.of(Mute.class, "coverage and blind spot").failures())
        .containsOnlyKeys("coverage and blind spot")
        .allSatisfy(
            (test, failure) ->
                assertThat(failure)
                    .hasMessageStartingWith("The driver shows nothing")
                    .hasMessageContaining("(stored, closed, or a definition"));
  }

  @Test
  void whatIsViolatedFailsAndTheRestPasses() {
    Launched run = Launched.of(Lazy.class);

    assertThat(run.failures()).containsOnlyKeys("property Full", "walks with every action");
    assertThat(run.failures().get("property Full")).hasMessageContaining("Full is violated");
    assertThat(run.failures().get("walks with every action"))
        .hasMessageStartingWith("The model can take Take, and no walk of the implementation did.");
    assertThat(run.passed()).contains("model", "property TypeOK", "witness Full", "random walks");
  }

  @Test
  void whatIsWrittenWronglySaysWhatToDo() {
    assertThat(Launched.of(Misspelt.class, "random walks").failures().get("random walks"))
        .hasMessageContaining("Queue.tla has no action Putt; its definitions of actions are")
        .hasMessageContaining("Put");
    assertThat(Launched.of(Numbers.class, "random walks").failures().get("random walks"))
        .hasMessageMatching(
            "Put, parameter item: \".\" is no int; change the type of parameter 1 .*");
    assertThat(Launched.of(Missing.class).failures().get("specification"))
        .hasMessageContaining("there is no module test/resources/specs/Nothing.tla");
  }
}
