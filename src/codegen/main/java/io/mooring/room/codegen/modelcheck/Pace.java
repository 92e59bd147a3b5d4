package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.CheckProgress;
import java.util.function.Consumer;

/** Turns the figures of a running check into a line: states found, states a second, queue. */
final class Pace implements CheckProgress {

  private final Consumer<String> lines;
  private final long start = System.nanoTime();

  Pace(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void update(long distinctStates, long generatedStates, long queuedStates) {
    double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
    lines.accept(
        "%,d states found, %,d generated, %,d a second, %,d to go"
            .formatted(
                distinctStates,
                generatedStates,
                Math.round(generatedStates / seconds),
                queuedStates));
  }
}
