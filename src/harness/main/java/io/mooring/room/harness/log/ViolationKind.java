package io.mooring.room.harness.log;

/** The kinds of violations that the harnesses of a room connection find. */
public final class ViolationKind {
  /** A generated rule does not hold between two steps. */
  public static final String RULE = "RULE";

  /** The oracle rejects a step. */
  public static final String ORACLE = "ORACLE";

  /**
   * A step does not begin where the last one ended, or the engine is not in the location to which
   * its last step leads.
   */
  public static final String CHAIN = "CHAIN";

  /** An event was not decided exactly once, or a stale one was decided. */
  public static final String DECISION = "DECISION";

  /** A command returned another code than that of its step. */
  public static final String RETURN_CODE = "RETURN_CODE";

  /** The effects that were executed are not those of the steps, in order, in their session. */
  public static final String EFFECT = "EFFECT";

  /** The callbacks are not those of the steps, in order. */
  public static final String CALLBACK = "CALLBACK";

  /** The getter and the steps disagree. */
  public static final String GETTER = "GETTER";

  /** What is open, reconnecting or armed is not that of the location. */
  public static final String RESOURCE = "RESOURCE";

  /** The outcome of a command is not that of the steps, is missing, or is too early. */
  public static final String OUTCOME = "OUTCOME";

  /** The failure of a listener was not reported, or another listener was not called. */
  public static final String LISTENER_FAILURE = "LISTENER_FAILURE";

  /** What was stored is not what was decided, or was stored too late. */
  public static final String STORE = "STORE";

  /** A new process decided something else than it must. */
  public static final String RESTORE = "RESTORE";

  /** A caller got an exception. */
  public static final String CRASH = "CRASH";

  /** The timed specification does not allow the run. */
  public static final String RUN = "RUN";

  private ViolationKind() {}
}
