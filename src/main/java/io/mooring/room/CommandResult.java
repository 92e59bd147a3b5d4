package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ReturnCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The return code of a command, and its outcome.
 *
 * <p>The stage completes once, and never exceptionally. That of a refused command is completed
 * already, with the code of the refusal. That of an accepted join completes when the
 * specification's {@code AnswerTable} says so ({@link io.mooring.room.spec.Answers}): {@link
 * ReturnCode#OK} in the room, or the code of what ended the join; that of an accepted leave
 * completes with {@link ReturnCode#OK} when its effects were carried out.
 *
 * <p>Dependent stages run with no lock held, on the threads of the listeners and in order with
 * them: after the callbacks of the step that decided the outcome. A stage that is added after the
 * outcome runs at once, on the thread that adds it. What it throws affects its own stage only. A
 * caller cannot complete the stage; {@code toCompletableFuture} returns a copy.
 *
 * @param code the return code: {@link ReturnCode#OK} if the command was accepted
 * @param outcome completes with the outcome
 * @param sessionEpoch the number of the session that an accepted join began, as in {@link
 *     ConnectionChange#sessionEpoch()}; 0 for a leave and for a refused command
 */
public record CommandResult(
    ReturnCode code, CompletionStage<ReturnCode> outcome, long sessionEpoch) {

  private static final Map<ReturnCode, CommandResult> REFUSALS = new EnumMap<>(ReturnCode.class);

  static {
    for (ReturnCode code : ReturnCode.values()) {
      REFUSALS.put(code, new CommandResult(code, CompletableFuture.completedStage(code), 0));
    }
  }

  /** A result with all its parts. */
  public CommandResult {
    requireNonNull(code, "code");
    requireNonNull(outcome, "outcome");
  }

  /** The result of a command; the promise is completed with the outcome if it was accepted. */
  static CommandResult of(
      ReturnCode code, CompletableFuture<ReturnCode> promise, long sessionEpoch) {
    return code == ReturnCode.OK
        ? new CommandResult(code, promise.minimalCompletionStage(), sessionEpoch)
        : requireNonNull(REFUSALS.get(code));
  }

  /** Whether the command was accepted. */
  public boolean accepted() {
    return code == ReturnCode.OK;
  }

  /** For example {@code CommandResult[ALREADY_JOINED]}. */
  @Override
  public String toString() {
    return "CommandResult[" + code + "]";
  }
}
