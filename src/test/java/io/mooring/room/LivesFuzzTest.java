package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random stories of death, return and sleep keep the promises of the specification. */
final class LivesFuzzTest {

  private static final int STORIES = 500;
  private static final int EVENTS = 60;

  @Test
  void noStoryOfDeathReturnAndSleepBreaksAPromise() {
    List<String> first = new ArrayList<>();
    for (long seed = 1; seed <= STORIES && first.isEmpty(); seed++) {
      first.addAll(LivesFuzz.violations(seed, EVENTS));
    }

    assertThat(first).isEmpty();
  }
}
