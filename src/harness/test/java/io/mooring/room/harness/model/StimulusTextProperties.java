package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.InputFormatException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StimulusTextProperties {

  @Property(tries = 500)
  void whatIsWrittenIsReadBack(@ForAll("lists") List<Stimulus> stimuli)
      throws InputFormatException {
    assertThat(StimulusText.parse("written", StimulusText.write(stimuli))).isEqualTo(stimuli);
  }

  @Property(tries = 500)
  void whatIsWrittenOfASchedule(@ForAll("schedules") List<Stimulus> stimuli)
      throws InputFormatException {
    whatIsWrittenIsReadBack(stimuli);
  }

  @Provide
  Arbitrary<List<Stimulus>> schedules() {
    return Stimuli.timedLives(30, Duration.ofSeconds(5));
  }

  @Provide
  Arbitrary<List<Stimulus>> lists() {
    return Stimuli.livesUpTo(30);
  }
}
