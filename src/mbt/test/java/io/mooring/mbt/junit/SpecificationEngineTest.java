package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.driver.Action;
import io.mooring.mbt.driver.Driver;
import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Shown;
import io.mooring.mbt.driver.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
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

  /** Shows what is the same in every state. */
  @SpecificationTest(
      value = "test/resources/specs/Queue.tla",
      ignored = {"Take", "Put"})
  static class Monotonous extends Mute {
    @Override
    public Map<String, ?> show() {
      return Map.of("TypeOK", true, "BoundedInv", true);
    }
  }

  /** Does nothing at all, and shows it. */
  @SpecificationTest(
      value = "test/resources/specs/Queue.tla",
      ignored = {"Put", "Take", "Drain", "Close"})
  static class Idle implements Driver {
    @Override
    public Outcome apply(Action action) {
      return Outcome.ignored();
    }

    @Override
    public Map<String, ?> show() {
      return Map.of("Size", 0);
    }
  }

  /** Has steps for some actions, and says so. */
  @SpecificationTest(
      value = "test/resources/specs/Queue.tla",
      ignored = {"Put", "Take", "Drain"})
  static class Some {
    private boolean closed;

    @Step
    void close() {
      closed = true;
    }

    @Shown
    boolean closed() {
      return closed;
    }
  }

  /** Has steps for some actions, and does not say so. */
  @SpecificationTest("test/resources/specs/Queue.tla")
  static class Secretive extends Some {}

  /** Has no walks. */
  @SpecificationTest(value = "test/resources/specs/Queue.tla", walks = 0)
  static class Lame extends Mute {}

  /** Has a step too many, and one with another parameter. */
  @SpecificationTest("test/resources/specs/Queue.tla")
  static class Misspelt {
    @Step
    void putt(String item) {
      throw new AssertionError(item);
    }
  }

  /** Takes a number where there is a string. */
  @SpecificationTest(
      value = "test/resources/specs/Queue.tla",
      ignored = {"Take", "Drain", "Close"})
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
  void neitherIsOneThatShowsWhatIsTheSameEverywhereOrDoesNothing() {
    String coverage = "coverage and blind spot";
    assertThat(Launched.of(Monotonous.class, coverage).failures().get(coverage))
        .hasMessageStartingWith(
            "The driver shows nothing but what is the same in every state (BoundedInv, TypeOK)");
    assertThat(Launched.of(Idle.class, coverage).failures().values())
        .singleElement(InstanceOfAssertFactories.THROWABLE)
        .hasMessageStartingWith("The driver carried out no action of ");
  }

  @Test
  void anActionWithoutAStepIsIgnoredByDeclarationAndCounted() throws IOException {
    assertThat(Launched.of(Some.class).failures()).isEmpty();
    Path written = Path.of("target/specification-tests", Some.class.getName(), "coverage.txt");
    assertThat(Files.readString(written))
        .containsPattern("ignored by the driver: Drain \\d+ times, Put \\d+ times");
    assertThat(Launched.of(Secretive.class, "random walks").failures().get("random walks"))
        .hasMessageContaining("has no method with @Step for the action ")
        .hasMessageContaining("name the action in @SpecificationTest(ignored = ...)");
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
    assertThat(Launched.of(Lame.class).failures().get("specification"))
        .hasMessageContaining("walks, steps and states must be 1 or more");
  }
}
