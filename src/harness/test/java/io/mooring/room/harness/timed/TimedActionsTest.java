package io.mooring.room.harness.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.model.StimulusText;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The run that the properties of timed runs end with. */
final class TimedActionsTest {

  @Test
  void itTakesEveryActionThatCanBeSeen() throws InputFormatException {
    try (TimedOracle fresh = Specification.timed(Duration.ofSeconds(5))) {
      TimedHarness.of(CompiledEngine::new, fresh)
          .run(StimulusText.parse("test", TimedActions.RUN))
          .requireNoViolation();

      assertThat(fresh.enabledActions()).containsExactly(TimedActions.SEEN_IN_ONE_LIFE);
    }
  }
}
