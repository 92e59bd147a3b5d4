package io.mooring.prover.confirm;

/**
 * What the model checker says of a state or step that a solver has found.
 *
 * @param isConfirmed whether it sees the same: what is assumed holds of the constants, the state
 *     satisfies the premise, the step is one of the action, and the claim is broken
 * @param why why it could not be asked, on one line; empty if it is confirmed
 */
public record Confirmation(boolean isConfirmed, String why) {

  /** The model checker sees the same. */
  public static final Confirmation CONFIRMED = new Confirmation(true, "");

  /** The model checker could not be asked. */
  public static Confirmation without(String why) {
    return new Confirmation(false, why);
  }
}
