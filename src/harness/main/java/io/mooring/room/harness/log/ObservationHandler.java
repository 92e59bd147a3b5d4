package io.mooring.room.harness.log;

/**
 * A method for each kind of {@link Observation}.
 *
 * @param <R> what the methods return
 */
public interface ObservationHandler<R> {
  /** {@link Observation.AttemptBegan}. */
  R attemptBegan(Observation.AttemptBegan seen);

  /** {@link Observation.AttemptFailed}. */
  R attemptFailed(Observation.AttemptFailed seen);

  /** {@link Observation.Decided}. */
  R decided(Observation.Decided seen);

  /** {@link Observation.Discarded}. */
  R discarded(Observation.Discarded seen);

  /** {@link Observation.Called}. */
  R called(Observation.Called seen);

  /** {@link Observation.Armed}. */
  R armed(Observation.Armed seen);

  /** {@link Observation.Disarmed}. */
  R disarmed(Observation.Disarmed seen);

  /** {@link Observation.CallbackBegan}. */
  R callbackBegan(Observation.CallbackBegan seen);

  /** {@link Observation.CallbackReturned}. */
  R callbackReturned(Observation.CallbackReturned seen);

  /** {@link Observation.CallReturned}. */
  R callReturned(Observation.CallReturned seen);

  /** {@link Observation.CommandReturned}. */
  R commandReturned(Observation.CommandReturned seen);

  /** {@link Observation.Stored}. */
  R stored(Observation.Stored seen);

  /** {@link Observation.Died}. */
  R died(Observation.Died seen);

  /** {@link Observation.Away}. */
  R away(Observation.Away seen);

  /** {@link Observation.Restored}. */
  R restored(Observation.Restored seen);

  /** {@link Observation.Slept}. */
  R slept(Observation.Slept seen);

  /** {@link Observation.Ticked}. */
  R ticked(Observation.Ticked seen);
}
