package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ReturnCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a command gave at once, and what it comes to.
 *
 * <p>The outcome is told once, and always normally: a stage of a connection never completes
 * exceptionally. A refused command has its outcome already, with the code of the refusal. An
 * accepted join has it when the specification's {@code AnswerTable} says so ({@link
 * io.mooring.room.spec.Answers}): {@link ReturnCode#OK} in the room, or the code of what ended the
 * join; an accepted leave has {@link ReturnCode#OK} when its effects were carried out.
 *
 * <p>What depends on the outcome runs with no lock held, in order with the listeners and where they
 * run: after the callbacks of the step that decided it. What is added once the outcome is there
 * runs at once, on the thread that adds it. What it throws concerns its own stage only. Nobody can
 * complete a connection's stage from outside; a future made of it is a copy.
 *
 * @param code what the command gave at once: {@link ReturnCode#OK} if it was accepted
 * @param outcome what it comes to
 */
public record CommandResult(ReturnCode code, CompletionStage<ReturnCode> outcome) {

  private static final Map<ReturnCode, CommandResult> REFUSALS = new EnumMap<>(ReturnCode.class);

  static {
    for (ReturnCode code : ReturnCode.values()) {
      REFUSALS.put(code, new CommandResult(code, CompletableFuture.completedStage(code)));
    }
  }

  /** A result with both its parts. */
  public CommandResult {
    requireNonNull(code, "code");
    requireNonNull(outcome, "outcome");
  }

  /** The result of a command whose outcome will be told to a promise, if it was accepted. */
  static CommandResult of(ReturnCode code, CompletableFuture<ReturnCode> promise) {
    return code == ReturnCode.OK
        ? new CommandResult(code, promise.minimalCompletionStage())
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
