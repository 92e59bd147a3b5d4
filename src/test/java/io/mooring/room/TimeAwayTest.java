package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Values of the time away. */
final class TimeAwayTest {

  @Test
  void aTimeThatCannotBeIsUnknown() {
    assertThat(TimeAway.exactly(Duration.ofSeconds(-1))).isEqualTo(TimeAway.unknown());
    assertThat(TimeAway.between(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isEqualTo(TimeAway.unknown());
    assertThat(TimeAway.exactly(Duration.ofDays(99_999)).atMost())
        .isEqualTo(ConnectionSnapshot.FOR_EVER);
  }
}
