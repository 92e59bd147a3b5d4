package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is decided where an option is not given. */
final class InputOptionsTest {

  @Test
  void whatNeverEndsDoesNotWaitForATaskWithoutAFile() {
    InputOptions input = new InputOptions();
    assertThat(input.idleness()).isEmpty();

    input.follow = true;
    assertThat(input.idleness()).contains(Duration.ofMinutes(1));

    input.idle = Duration.ofSeconds(2);
    assertThat(input.idleness()).contains(Duration.ofSeconds(2));
  }
}
