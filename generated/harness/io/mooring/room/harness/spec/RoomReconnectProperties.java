// Generated from spec/RoomReconnect.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.harness.spec;

/** The names of the checked properties of {@code RoomReconnect}, for messages that cite them. */
public final class RoomReconnectProperties {
  /**
   * A property without a comment.
   *
   * <p>{@code RoomReconnect.tla:164}
   */
  public static final String TYPE_OK = "TypeOK";

  /**
   * B1, B9: once every request to the transport is made, nothing runs outside a session.
   *
   * <p>{@code RoomReconnect.tla:676}
   */
  public static final String B1_NOTHING_RUNS_OUTSIDE_A_SESSION = "B1_NothingRunsOutsideASessionInv";

  /**
   * B3, B8: attempts are under way while the client reconnects, and at no other time.
   *
   * <p>{@code RoomReconnect.tla:684}
   */
  public static final String B3_ATTEMPTS_WHILE_RECONNECTING = "B3_AttemptsWhileReconnectingInv";

  /**
   * B4, getter and callback disagree: once nothing is to be told, the state is the one told
   * last.
   *
   * <p>{@code RoomReconnect.tla:597}
   */
  public static final String B4_SETTLED_STATE_WAS_TOLD = "B4_SettledStateWasToldInv";

  /**
   * B6, a late event of an old session hits the new one: no fact about an earlier session can
   * change anything that was decided, or anything of the current session.
   *
   * <p>{@code RoomReconnect.tla:606}
   */
  public static final String B6_STALE_FACT_CHANGES_NOTHING = "B6_StaleFactChangesNothingInv";

  /**
   * B6: an attempt that is over can end neither the episode nor the current attempt.
   *
   * <p>{@code RoomReconnect.tla:613}
   */
  public static final String B6_STALE_ATTEMPT_CHANGES_NOTHING = "B6_StaleAttemptChangesNothingInv";

  /**
   * B6: in a session the session's own transport is open; undoing a late success of an earlier
   * one does not close it.
   *
   * <p>{@code RoomReconnect.tla:681}
   */
  public static final String B6_TRANSPORT_OF_THIS_SESSION = "B6_TransportOfThisSessionInv";

  /**
   * B7, an old timer of another session or episode fires: it can change nothing.
   *
   * <p>{@code RoomReconnect.tla:619}
   */
  public static final String B7_OLD_TIMER_CHANGES_NOTHING = "B7_OldTimerChangesNothingInv";

  /**
   * B7: at most one timer is armed, and it belongs to the current session and episode, even
   * during a callback.
   *
   * <p>{@code RoomReconnect.tla:626}
   */
  public static final String B7_TIMER_OF_THIS_EPISODE = "B7_TimerOfThisEpisodeInv";

  /**
   * B7: the client does not give up too late.
   *
   * <p>{@code RoomReconnect.tla:644}
   */
  public static final String B7_NOT_TOO_LATE = "B7_NotTooLateInv";

  /**
   * B10: a join is answered in time.
   *
   * <p>{@code RoomReconnect.tla:647}
   */
  public static final String B10_JOIN_IS_ANSWERED_IN_TIME = "B10_JoinIsAnsweredInTimeInv";

  /**
   * A countdown runs as long as it matters, and no longer.
   *
   * <p>{@code RoomReconnect.tla:714}
   */
  public static final String CLOCKS_RUN = "ClocksRunInv";

  /**
   * Time can advance, or the client has something to do first.
   *
   * <p>{@code RoomReconnect.tla:723}
   */
  public static final String NO_TIME_LOCK = "NoTimeLockInv";

  /**
   * No effect waits for a listener.
   *
   * <p>{@code RoomReconnect.tla:590}
   */
  public static final String NO_EFFECT_WAITS_FOR_A_LISTENER = "NoEffectWaitsForAListenerInv";

  /**
   * The same without liveness.
   *
   * <p>{@code RoomReconnect.tla:559}
   */
  public static final String REFINES_CONTRACT_SAFELY = "RefinesContractSafely";

  /**
   * Every join begins a session and every loss an episode; nothing else does.
   *
   * <p>{@code RoomReconnect.tla:706}
   */
  public static final String NUMBERED = "NumberedProp";

  /**
   * B5, a command inside a callback starts a second loop: callbacks do not overlap.
   *
   * <p>{@code RoomReconnect.tla:593}
   */
  public static final String B5_ONE_CALLBACK_AT_A_TIME = "B5_OneCallbackAtATimeProp";

  /**
   * B7: a second loss does not restart the window.
   *
   * <p>{@code RoomReconnect.tla:634}
   */
  public static final String B7_WINDOW_NOT_RESTARTED = "B7_WindowNotRestartedProp";

  /**
   * B7: the client does not give up too early.
   *
   * <p>{@code RoomReconnect.tla:639}
   */
  public static final String B7_NOT_TOO_EARLY = "B7_NotTooEarlyProp";

  /**
   * B3, stuck in reconnecting: an attempt ends within its limit, and a pause within the longest.
   * The time left is at most that and never negative (TypeOK), and passes as that of the window
   * does. Only the next attempt waits for a transport that blocks; the pause begins when that
   * returns.
   *
   * <p>{@code RoomReconnect.tla:695}
   */
  public static final String B3_ATTEMPTS_ARE_TIMED = "B3_AttemptsAreTimedProp";

  /**
   * B8, two reconnects at once: attempts do not overlap.
   *
   * <p>{@code RoomReconnect.tla:687}
   */
  public static final String B8_ONE_ATTEMPT_AT_A_TIME = "B8_OneAttemptAtATimeProp";

  /**
   * B12, callbacks after release: no callback begins after a release.
   *
   * <p>{@code RoomReconnect.tla:600}
   */
  public static final String B12_NO_CALLBACK_BEGINS_AFTER_RELEASE = "B12_NoCallbackBeginsAfterReleaseProp";

  /**
   * Every decision is carried out, in the order of decision: an entry is removed only at the
   * front of pending, and added only at its end.
   *
   * <p>{@code RoomReconnect.tla:566}
   */
  public static final String B15_CARRIED_OUT_IN_ORDER = "B15_CarriedOutInOrderProp";

  /**
   * States are told in that order, too, and each once: the first is removed when its callback
   * begins. Initialize and Release tell their caller; a release removes what is not told yet.
   *
   * <p>{@code RoomReconnect.tla:574}
   */
  public static final String B15_TOLD_IN_ORDER = "B15_ToldInOrderProp";

  private RoomReconnectProperties() {}
}
