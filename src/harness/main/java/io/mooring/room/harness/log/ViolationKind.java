package io.mooring.room.harness.log;

/** The kinds of violations that the harnesses of a room connection find. */
public final class ViolationKind {
  /** A generated rule does not hold between two steps. */
  public static final String RULE = "RULE";

  /** The oracle objects to a step. */
  public static final String ORACLE = "ORACLE";

  /**
   * A step does not begin where the last one ended, or the engine is elsewhere than its last step
   * says.
   */
  public static final String CHAIN = "CHAIN";

  /** An event did not become exactly one step, or a stale one became any. */
  public static final String DECISION = "DECISION";

  /** A command returned another code than its step says. */
  public static final String RETURN_CODE = "RETURN_CODE";

  /** The effects that ran are not those of the steps, in their order, on their session. */
  public static final String EFFECT = "EFFECT";

  /** What the listener was notified of is not what the steps say, in their order. */
  public static final String CALLBACK = "CALLBACK";

  /** The getter and the steps disagree. */
  public static final String GETTER = "GETTER";

  /** What is open, reconnecting or armed is not what the location says. */
  public static final String RESOURCE = "RESOURCE";

  /** A command was notified of another outcome than the steps say, of none, or too early. */
  public static final String OUTCOME = "OUTCOME";

  /** A failing listener was not reported, or another listener went without its callback. */
  public static final String LISTENER_FAILURE = "LISTENER_FAILURE";

  /** What was stored is not what was decided, or was stored too late. */
  public static final String STORE = "STORE";

  /** A process that came back decided something else than it had to. */
  public static final String RETURN = "RETURN";

  /** Something was thrown at a caller. */
  public static final String CRASH = "CRASH";

  /** The timed specification does not allow the run. */
  public static final String RUN = "RUN";

  private ViolationKind() {}
}
