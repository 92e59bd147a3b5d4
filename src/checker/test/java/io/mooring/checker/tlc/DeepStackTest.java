package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The result of a task of the checker. */
final class DeepStackTest {

  /** A thread of a task, which ends by what it does not catch. */
  private static void lose(Throwable thrown) {
    Thread thread =
        new Thread(
            () -> {
              throw DeepStackTest.<RuntimeException>unchecked(thrown);
            });
    DeepStack.addToTask(thread);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void aTaskGivesWhatItFinds() throws TlcException {
    assertThat(DeepStack.call(() -> 7)).isEqualTo(7);
  }

  @Test
  void aTaskOfWhichAThreadIsLostHasFoundNothing() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    IllegalStateException fault = new IllegalStateException("no such row");

    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      lose(full);
                      return "nothing is violated";
                    }))
        .isSameAs(full);
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      lose(fault);
                      return "nothing is violated";
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a thread of the checker was lost")
        .hasCause(fault);
  }

  @Test
  void memoryThatIsFullIsFoundInTheWordsOfALostThread() {
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      lose(new IllegalStateException("it produced this error:\nJava heap space"));
                      return "nothing is violated";
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aTaskEndsWhenAThreadIsLost() {
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      CountDownLatch ends = new CountDownLatch(1);
                      DeepStack.whenAThreadIsLost(ends::countDown);
                      lose(new OutOfMemoryError("Java heap space"));
                      try {
                        // Who waits for the lost thread waits no longer.
                        ends.await();
                      } catch (InterruptedException impossible) {
                        throw new AssertionError(impossible);
                      }
                      return 0;
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void memoryThatIsFullIsFoundBehindWhateverWasMadeOfIt() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw new IllegalStateException("cannot go on", new RuntimeException(full));
                    }))
        .isSameAs(full);
  }
}
