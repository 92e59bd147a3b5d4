package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventListTextProperties {

  @Property(tries = 500)
  void whatIsWrittenIsReadBack(@ForAll("lists") List<Stimulus> stimuli) throws EventListException {
    assertThat(EventListText.parse("written", EventListText.write(stimuli))).isEqualTo(stimuli);
  }

  @Property(tries = 500)
  void whatIsWrittenOfASchedule(@ForAll("schedules") List<Stimulus> stimuli)
      throws EventListException {
    whatIsWrittenIsReadBack(stimuli);
  }

  @Provide
  Arbitrary<List<Stimulus>> schedules() {
    return EventLists.timedLives(30, Duration.ofSeconds(5));
  }

  @Provide
  Arbitrary<List<Stimulus>> lists() {
    return EventLists.livesUpTo(30);
  }
}
