package io.mooring.room.harness.step;

import io.mooring.room.CommandResult;
import io.mooring.room.spec.Answers;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcomes of joins and leaves: each completes when a step has its outcome, and not before. */
final class ExpectedOutcomes {

  /** In the order in which they were given, which is that of their decisions. */
  private final Deque<Given> undecided = new ArrayDeque<>();

  private final Deque<Given> decided = new ArrayDeque<>();
  private @Nullable Given waiting;

  /** A command that was given. */
  static final class Given {
    private final Event command;
    private @Nullable ReturnCode expected;
    private @Nullable ReturnCode found;

    private Given(Event command) {
      this.command = command;
    }

    /** Returns the code, and waits for the outcome, of what the connection returned. */
    ReturnCode returned(CommandResult result) {
      var unused = result.outcome().thenAccept(code -> found = code);
      return result.code();
    }
  }

  /** Before the command is given. */
  Given begin(Event command) {
    Given given = new Given(command);
    undecided.add(given);
    return given;
  }

  /** A step was decided: it may have the outcome of the pending join, or be that of a command. */
  void decided(Step step) {
    if (step.outcome() == Outcome.TAKEN && waiting != null) {
      Given join = waiting;
      Answers.to(join.command, step.event())
          .ifPresent(
              code -> {
                join.expected = code;
                waiting = null;
              });
    }
    if (step.event() == Event.JOIN_CHANNEL || step.event() == Event.LEAVE_CHANNEL) {
      Given given = undecided.poll();
      if (given != null) {
        decided.add(given);
        if (step.outcome() == Outcome.TAKEN && step.event() == Event.JOIN_CHANNEL) {
          waiting = given;
        } else {
          given.expected = step.code();
        }
      }
    }
  }

  /** Which outcome is wrong while the connection is at rest, or empty. */
  Optional<String> wrong() {
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    for (Iterator<Given> all = decided.iterator(); all.hasNext(); ) {
      Given given = all.next();
      if (given.found != given.expected) {
        return Optional.of(
            given.command.action()
                + " completed with "
                + named(given.found)
                + ", expected is "
                + named(given.expected));
      }
      if (given.expected != null) {
        all.remove();
      }
    }
    return Optional.empty();
  }

  private static String named(@Nullable ReturnCode code) {
    return code == null ? "no outcome" : "the outcome " + code;
  }
}
