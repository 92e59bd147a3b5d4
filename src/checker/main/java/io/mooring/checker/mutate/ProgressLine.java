package io.mooring.checker.mutate;

import java.time.Duration;
import java.util.Locale;

/** How far a run has come, in one line. */
final class ProgressLine {

  private final String name;
  private final int all;
  private final long start = System.nanoTime();
  private int done;
  private int recalled;
  private int killed;
  private int open;

  ProgressLine(String name, int all) {
    this.name = name;
    this.all = all;
  }

  MutantResult count(MutantResult fate) {
    done++;
    if (fate.kind().isKill()) {
      killed++;
    } else if (fate.kind().isOpenEnded()) {
      open++;
    }
    return fate;
  }

  /** Counts what an earlier run found out, which took no time. */
  MutantResult recall(MutantResult fate) {
    recalled++;
    return count(fate);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d mutants, %d killed, %d not%s",
        name,
        done,
        all,
        killed,
        open,
        rest());
  }

  private String rest() {
    int checked = done - recalled;
    if (checked == 0) {
      return "";
    }
    long nanos = (System.nanoTime() - start) / checked * (all - done);
    Duration left = Duration.ofNanos(nanos).plusSeconds(1);
    return left.toMinutes() > 0
        ? String.format(Locale.ROOT, ", %d min %d s to go", left.toMinutes(), left.toSecondsPart())
        : String.format(Locale.ROOT, ", %d s to go", left.toSeconds());
  }
}
