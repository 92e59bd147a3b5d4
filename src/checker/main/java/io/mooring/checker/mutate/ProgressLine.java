package io.mooring.checker.mutate;

import java.time.Duration;
import java.util.Locale;

/** The progress of a run in one line. */
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

  MutantResult count(MutantResult result) {
    done++;
    if (result.status().isKill()) {
      killed++;
    } else if (result.status().isOpenEnded()) {
      open++;
    }
    return result;
  }

  /** Counts the result of an earlier run, which took no time. */
  MutantResult recall(MutantResult result) {
    recalled++;
    return count(result);
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
