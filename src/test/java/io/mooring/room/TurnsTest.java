package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that use one connection let each other go first, and never wait for one that stays. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TurnsTest {

  private final Turns turns = new Turns();
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final int otherNumber = numberOfTheOther();

  private int numberOfTheOther() {
    try {
      return other.submit(RoleHolders::threadNumber).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void other(Runnable call) throws InterruptedException, ExecutionException {
    other.submit(call).get();
  }

  @AfterEach
  void endTheOther() throws InterruptedException {
    other.shutdown();
    assertThat(other.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aThreadThatStaysInItsCallIsNotWaitedFor() throws Exception {
    other(turns::begin);

    turns.begin();

    assertThat(turns.isHeldBy(RoleHolders.threadNumber())).isTrue();
  }

  @Test
  void theEndOfACallThatAnotherThreadWentAheadOfEndsNothing() throws Exception {
    other(turns::begin);
    turns.begin();

    other(turns::end);

    assertThat(turns.isHeldBy(RoleHolders.threadNumber())).isTrue();
    turns.end();
    assertThat(turns.isHeldBy(RoleHolders.threadNumber())).isFalse();
  }

  @Test
  void aThreadThatGivesARoleBackGoesFirst() throws Exception {
    turns.begin();

    other(turns::claim);

    assertThat(turns.isHeldBy(otherNumber)).isTrue();
    turns.end();
    assertThat(turns.isHeldBy(otherNumber)).isTrue();
  }

  @Test
  void aThreadThatBeginsCallAfterCallIsNotWaitedForForEver() throws Exception {
    Thread hurried =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                turns.begin();
              }
            });
    hurried.start();

    for (int calls = 0; calls < 20; calls++) {
      turns.begin();
    }

    hurried.interrupt();
    hurried.join();
  }
}
