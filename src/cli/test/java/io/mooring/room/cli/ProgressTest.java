package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final StringWriter written = new StringWriter();
  private long now;

  private Progress progress(boolean inPlace) {
    return new Progress(new PrintWriter(written), inPlace, () -> now);
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void onATerminalTheLineIsRewrittenInPlace() {
    Progress progress = progress(true);

    pass(100);
    progress.update("1,234 states");
    pass(100);
    progress.update("9 states");
    progress.clear();

    assertThat(written.toString()).isEqualTo("\r1,234 states" + "\r9 states    " + "\r        \r");
  }

  @Test
  void onATerminalItDoesNotFlicker() {
    Progress progress = progress(true);

    pass(100);
    progress.update("one");
    pass(50);
    progress.update("two");

    assertThat(written.toString()).isEqualTo("\rone");
  }

  @Test
  void elsewhereThereIsALineNowAndThen() {
    Progress progress = progress(false);

    for (int i = 0; i < 25; i++) {
      pass(1000);
      progress.update("second " + (i + 1));
    }
    progress.clear();

    assertThat(written.toString()).isEqualTo("second 10\nsecond 20\n");
  }

  @Test
  void aLineThatIsTooLongIsCut() {
    Progress progress = progress(true);

    pass(100);
    progress.update("x".repeat(500));

    assertThat(written.toString()).hasSize(100).endsWith("...");
  }
}
