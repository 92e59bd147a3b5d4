package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckProgress;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Turns the figures of a running check into a line: states found, steps a second since the last
 * line, states still to be looked at.
 *
 * <p>When all states are found and the check still runs, it decides temporal properties; then the
 * line says for how long.
 */
final class ProgressRate implements CheckProgress {

  private final Consumer<String> lines;
  private final LongSupplier nanoTime;
  private final long start;
  private long last;
  private long lastGenerated;

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
    double seconds = Math.max(0.001, (now - last) / 1e9);
    long steps = Math.max(0, generatedStates - lastGenerated);
    String found =
        String.format(Locale.ROOT, "%,d states, %,d steps, ", distinctStates, generatedStates);
    lines.accept(
        queuedStates == 0 && steps == 0
            ? found
                + String.format(
                    Locale.ROOT, "deciding what is temporal, %,d s", (now - start) / 1_000_000_000)
            : found
                + String.format(
                    Locale.ROOT,
                    "%,d steps a second, %,d states to go",
                    Math.round(steps / seconds),
                    queuedStates));
    last = now;
    lastGenerated = generatedStates;
  }

  @Override
  public void simulated(long behaviours, long steps) {
    long now = nanoTime.getAsLong();
    double seconds = Math.max(0.001, (now - last) / 1e9);
    lines.accept(
        String.format(
            Locale.ROOT,
            "%,d behaviours, %,d steps, %,d steps a second",
            behaviours,
            steps,
            Math.round(Math.max(0, steps - lastGenerated) / seconds)));
    last = now;
    lastGenerated = steps;
  }
}
