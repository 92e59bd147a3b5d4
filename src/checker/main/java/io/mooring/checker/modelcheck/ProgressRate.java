package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Turns the figures of a running check into a line: states found, steps a second since the figures
 * last changed, states still to be looked at. Workers deliver steps in blocks, so a check without
 * new ones is called slow only after a while.
 *
 * <p>When all states are found and the check still runs, it decides temporal properties; then the
 * line says for how long.
 */
final class ProgressRate implements CheckProgress {

  private static final long SLOW = Duration.ofSeconds(30).toNanos();

  private final Consumer<String> lines;
  private final LongSupplier nanoTime;
  private final long start;
  private long last;
  private long lastGenerated;
  private long rate;

  ProgressRate(Consumer<String> lines) {
    this(lines, System::nanoTime);
  }

  ProgressRate(Consumer<String> lines, LongSupplier nanoTime) {
    this.lines = lines;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.last = start;
  }

  @Override
  public void update(long distinctStates, long generatedStates, long queuedStates) {
    long now = nanoTime.getAsLong();
    boolean isDone = queuedStates == 0 && generatedStates <= lastGenerated;
    count(now, generatedStates);
    String found =
        String.format(Locale.ROOT, "%,d states, %,d steps, ", distinctStates, generatedStates);
    lines.accept(
        isDone
            ? found
                + String.format(
                    Locale.ROOT, "deciding what is temporal, %,d s", (now - start) / 1_000_000_000)
            : found
                + String.format(
                    Locale.ROOT, "%,d steps a second, %,d states to go", rate, queuedStates));
  }

  @Override
  public void simulated(long behaviours, long steps) {
    count(nanoTime.getAsLong(), steps);
    lines.accept(
        String.format(
            Locale.ROOT, "%,d behaviours, %,d steps, %,d steps a second", behaviours, steps, rate));
  }

  private void count(long now, long generated) {
    if (generated != lastGenerated || now - last > SLOW) {
      long steps = Math.max(0, generated - lastGenerated);
      rate = Math.round(steps / Math.max(0.001, (now - last) / 1e9));
      last = now;
      lastGenerated = generated;
    }
  }
}
