package io.mooring.room.harness;

/**
 * Something that a room connection did and must not do, or did not do and must.
 *
 * @param kind which check saw it
 * @param message one line: what was expected, what was found
 */
public record Violation(Kind kind, String message) {

  /** The checks of a {@link ConnectionHarness}. */
  public enum Kind {
    /** A generated rule does not hold between two steps. */
    RULE,
    /** The oracle objects to a step. */
    ORACLE,
    /**
     * A step does not begin where the last one ended, or the engine is elsewhere than its last step
     * says.
     */
    CHAIN,
    /** An event did not become exactly one step, or a stale one became any. */
    DECISION,
    /** A command returned another code than its step says. */
    RETURN_CODE,
    /** The effects that ran are not those of the steps, in their order, on their session. */
    EFFECT,
    /** What the listener was told is not what the steps say, in their order. */
    CALLBACK,
    /** The getter and the steps disagree. */
    GETTER,
    /** What is open, reconnecting or armed is not what the location says. */
    RESOURCE,
    /** A command was told another outcome than the steps say, none, or one too early. */
    OUTCOME,
    /** A failing listener was not reported, or another listener went without its callback. */
    LISTENER_FAILURE,
    /** What was stored is not what was decided, or was stored too late. */
    STORE,
    /** A process that came back decided something else than it had to. */
    RETURN,
    /** Something was thrown at a caller. */
    CRASH,
    /** The timed specification does not allow the run. */
    RUN
  }

  @Override
  public String toString() {
    return kind + ": " + message;
  }
}
