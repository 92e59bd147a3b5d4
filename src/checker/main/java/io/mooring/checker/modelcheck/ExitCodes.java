package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import java.util.List;

/**
 * The exit code that a result is worth, for a command line and for a build: 0 as expected, 1 a
 * finding, 2 nothing was judged or it cannot be evaluated, 3 ended before a verdict.
 */
public final class ExitCodes {

  /** As expected. */
  public static final int EXPECTED = 0;

  /** Something is violated, or differs from what was expected. */
  public static final int FOUND = 1;

  /** It could not be evaluated, or nothing of it was judged. */
  public static final int WRONG = 2;

  /** A limit of time, memory or depth ended it before a verdict; nothing was found until then. */
  public static final int NO_VERDICT = 3;

  /** From the best to the worst. */
  private static final List<Integer> ORDER = List.of(EXPECTED, NO_VERDICT, FOUND, WRONG);

  private ExitCodes() {}

  /** The exit code of one check. */
  public static int of(CheckResult result) {
    return switch (result.verdict()) {
      case SUCCESS, SIMULATED -> EXPECTED;
      case EVALUATION_ERROR, NOTHING_JUDGED -> WRONG;
      case STOPPED -> NO_VERDICT;
      default -> FOUND;
    };
  }

  /** The worst of several: 2 before 1, 1 before 3, and 3 before 0. */
  public static int worst(int one, int other) {
    return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
  }
}
