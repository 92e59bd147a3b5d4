package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that use one connection let each other go first, and wait for none that stays. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TurnsTest {

  private static final int ONE = 1;
  private static final int OTHER = 2;

  private final Turns turns = new Turns();

  @Test
  void aThreadThatStaysInItsCallIsNotWaitedFor() {
    turns.begin(ONE);

    turns.begin(OTHER);

    assertThat(turns.isHeldBy(OTHER)).isTrue();
  }

  @Test
  void theEndOfACallThatAnotherThreadWentAheadOfEndsNothing() {
    turns.begin(ONE);
    turns.begin(OTHER);

    turns.end(ONE);

    assertThat(turns.isHeldBy(OTHER)).isTrue();
    turns.end(OTHER);
    assertThat(turns.isHeldBy(OTHER)).isFalse();
  }

  @Test
  void aThreadThatGivesARoleBackGoesFirst() {
    turns.begin(ONE);

    turns.claim(OTHER);

    assertThat(turns.isHeldBy(OTHER)).isTrue();
    turns.end(ONE);
    assertThat(turns.isHeldBy(OTHER)).isTrue();
  }

  @Test
  void aThreadThatBeginsCallAfterCallIsNotWaitedForForEver() throws InterruptedException {
    Thread hurried =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                turns.begin(OTHER);
              }
            });
    hurried.start();

    for (int calls = 0; calls < 20; calls++) {
      turns.begin(ONE);
    }

    hurried.interrupt();
    hurried.join();
  }
}
