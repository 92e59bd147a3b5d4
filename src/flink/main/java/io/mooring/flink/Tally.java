package io.mooring.flink;

import java.util.Objects;

/**
 * How many sessions with the same properties were judged in a window of time. Those of all windows
 * add up.
 *
 * @param window the end of the window of time in which their last lines are, in milliseconds since
 *     1970; {@link Callback#NONE} if no line of them was in time
 * @param rule the property that was violated; empty for those that were not rejected
 * @param reason the reason of the notification that was not explained, or empty
 * @param step the step that was refused, as a {@link Verdict} has it, or empty
 * @param version the version of the client, or empty
 * @param region where the client is, or empty
 * @param accepted how many were accepted
 * @param rejected how many were rejected
 * @param undecided how many were undecided
 */
public record Tally(
    long window,
    String rule,
    String reason,
    String step,
    String version,
    String region,
    long accepted,
    long rejected,
    long undecided) {

  /** Of an earlier version of this module the saved ones have no step. */
  public Tally {
    step = Objects.requireNonNullElse(step, "");
  }

  static Tally of(Verdict verdict) {
    return new Tally(
        0,
        verdict.rule(),
        verdict.reason(),
        verdict.step(),
        verdict.version(),
        verdict.region(),
        verdict.decision() == Decision.ACCEPTED ? 1 : 0,
        verdict.decision() == Decision.REJECTED ? 1 : 0,
        verdict.decision() == Decision.UNDECIDED ? 1 : 0);
  }

  Tally plus(Tally other) {
    return new Tally(
        window,
        rule,
        reason,
        step,
        version,
        region,
        accepted + other.accepted,
        rejected + other.rejected,
        undecided + other.undecided);
  }

  Tally in(long end) {
    return new Tally(end, rule, reason, step, version, region, accepted, rejected, undecided);
  }

  /** What those have in common that are counted together. */
  String key() {
    return String.join("\u0000", rule, reason, step, version, region);
  }
}
