package io.mooring.mbt.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which conjunct forbids an action, and what the steps of a state are. */
final class ObstaclesTest {
  private static final Path QUEUE = Path.of("test/resources/specs/Queue.tla");

  private static SpecAction put(String item) {
    return SpecAction.of("Put", "item", new TlaValue.Str(item));
  }

  @Test
  void theFirstConjunctThatIsFalseIsNamedWithItsPlace() throws TlcException {
    try (StateSpace space =
        StateSpace.listed(Tlc.bundled().open(QUEUE, QUEUE.resolveSibling("Queue.cfg")))) {
      SpecState empty = space.initial().get(0);
      SpecState one = space.successors(empty, put("a")).get(0);
      SpecState two = space.successors(one, put("b")).get(0);
      SpecState closed = space.successors(two, SpecAction.of("Close")).get(0);

      assertThat(space.obstacles(empty, put("a"))).isEmpty();
      assertThat(space.obstacles(one, put("a")))
          .singleElement()
          .asString()
          .matches("Queue\\.tla:\\d+: item \\\\notin stored");
      assertThat(space.obstacles(two, put("c")))
          .singleElement()
          .asString()
          .endsWith(": Cardinality(stored) < Capacity");
      assertThat(space.obstacles(closed, put("c")))
          .singleElement()
          .asString()
          .endsWith(": ~closed");
      assertThat(space.steps(closed).stream().map(step -> step.action().name()).distinct())
          .containsExactlyInAnyOrder("Take", "Drain");
      assertThat(space.value(two, "Size")).isEqualTo(new TlaValue.Int(2));
      assertThat(space.successors(two, put("z"))).isEmpty();
    }
  }
}
