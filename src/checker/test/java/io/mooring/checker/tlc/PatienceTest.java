package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void aTaskThatIsDoneInTimeHasItsResult() throws Exception {
    assertThat(Patience.call(LONG, () -> "done")).contains("done");
  }

  @Test
  void aTaskThatTakesLongerIsLeftToItself() throws Exception {
    CountDownLatch end = new CountDownLatch(1);

    assertThat(
            Patience.call(
                Duration.ofMillis(1),
                () -> {
                  awaitAnyhow(end);
                  return "too late";
                }))
        .isEmpty();

    end.countDown();
  }

  /** Waits as an evaluation does, whom no interrupt ends. */
  private static void awaitAnyhow(CountDownLatch end) {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatATaskThrowsIsThrown() {
    assertThatThrownBy(
            () ->
                Patience.call(
                    LONG,
                    () -> {
                      throw new TlcException("refused");
                    }))
        .isInstanceOf(TlcException.class)
        .hasMessage("refused");
    assertThatThrownBy(
            () ->
                Patience.call(
                    LONG,
                    () -> {
                      throw new OutOfMemoryError("for a test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
