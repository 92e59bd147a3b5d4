package io.mooring.flink.job;

import io.mooring.flink.job.Totals.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job whose input has ended says at last.
 *
 * @param accepted how many sessions were accepted
 * @param rejected how many were rejected
 * @param undecided how many are undecided
 * @param unjudged how many lines were not judged
 */
record Summary(long accepted, long rejected, long undecided, long unjudged) {

  /** All sessions are accepted, and all lines were judged. */
  static final int GOOD = 0;

  /** A session is rejected. */
  static final int REJECTED = 1;

  /** The call is wrong, or the job failed. */
  static final int WRONG = 2;

  /** No session is rejected, and of some, or of all, nothing is known. */
  static final int NO_VERDICT = 3;

  /**
   * From the accumulators of the job. There is none if the task that counts did not run: the job
   * went on from a checkpoint in which that task was over, and others were not.
   */
  static Optional<Summary> of(Map<String, Object> accumulators) {
    List<Long> counts =
        Stream.of(Counted.ACCEPTED, Counted.REJECTED, Counted.UNDECIDED, Counted.UNJUDGED)
            .flatMap(each -> Stream.ofNullable(accumulators.get(each.accumulator())))
            .filter(Long.class::isInstance)
            .map(Long.class::cast)
            .toList();
    return counts.size() < Counted.values().length
        ? Optional.empty()
        : Optional.of(new Summary(counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
  }

  int exitCode() {
    if (rejected > 0) {
      return REJECTED;
    }
    return undecided > 0 || unjudged > 0 || accepted == 0 ? NO_VERDICT : GOOD;
  }

  String text() {
    String sessions =
        accepted + rejected + undecided == 0
            ? "no session was decided"
            : number(accepted)
                + " accepted, "
                + number(rejected)
                + " rejected, "
                + number(undecided)
                + " undecided";
    return sessions + "; lines that were not judged: " + number(unjudged);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
