package io.mooring.room.codegen.mutate;

import java.time.Duration;

/** How far a run has come, in one line. */
final class Tally {

  private final int all;
  private final long start = System.nanoTime();
  private int done;
  private int killed;
  private int open;

  Tally(int all) {
    this.all = all;
  }

  Fate count(Fate fate) {
    done++;
    if (fate.kind().isKill()) {
      killed++;
    } else if (fate.kind().isOpen()) {
      open++;
    }
    return fate;
  }

  String line() {
    return "%d of %d mutants, %d killed, %d survived or undecided%s"
        .formatted(done, all, killed, open, rest());
  }

  private String rest() {
    if (done == 0) {
      return "";
    }
    long nanos = (System.nanoTime() - start) / done * (all - done);
    Duration left = Duration.ofNanos(nanos).plusSeconds(1);
    return left.toMinutes() > 0
        ? ", %d min %d s to go".formatted(left.toMinutes(), left.toSecondsPart())
        : ", %d s to go".formatted(left.toSeconds());
  }
}
