package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SourceSpan;
import java.util.Optional;

/**
 * The outcome that TLC's codes and messages describe.
 *
 * @param verdict how the check ended
 * @param property the violated property
 * @param span its source, or the source of the failed expression
 * @param message one line for people
 */
record CheckOutcome(
    Verdict verdict, Optional<String> property, Optional<SourceSpan> span, String message) {

  static final CheckOutcome SUCCESS =
      new CheckOutcome(
          Verdict.SUCCESS, Optional.empty(), Optional.empty(), "Everything that was checked holds");

  /** The caller ended the check. */
  static final CheckOutcome STOPPED =
      new CheckOutcome(
          Verdict.STOPPED,
          Optional.empty(),
          Optional.empty(),
          "The check was ended before it was done");

  /** A limit ended the check. */
  static CheckOutcome stopped(String message) {
    return new CheckOutcome(Verdict.STOPPED, Optional.empty(), Optional.empty(), message);
  }
}
