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

/**
 * What joins and leaves come to: each is told its outcome when the steps say so, and not before.
 */
final class ExpectedOutcomes {

  /** In the order in which they are decided: that is the order in which they were given. */
  private final Deque<Given> undecided = new ArrayDeque<>();

  private final Deque<Given> decided = new ArrayDeque<>();
  private @Nullable Given waiting;

  /** A command that was given. */
  static final class Given {
    private final Event command;
    private @Nullable ReturnCode due;
    private @Nullable ReturnCode told;

    private Given(Event command) {
      this.command = command;
    }

    /** What the connection returned. */
    ReturnCode returned(CommandResult result) {
      var unused = result.outcome().thenAccept(code -> told = code);
      return result.code();
    }
  }

  /** Before the command is given. */
  Given begin(Event command) {
    Given given = new Given(command);
    undecided.add(given);
    return given;
  }

  /** A step was decided: it may answer the join that waits, and may be that of a command. */
  void decided(Step step) {
    if (step.outcome() == Outcome.TAKEN && waiting != null) {
      Given join = waiting;
      Answers.to(join.command, step.event())
          .ifPresent(
              code -> {
                join.due = code;
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
          given.due = step.code();
        }
      }
    }
  }

  /** What is wrong now that everything has come to rest. */
  Optional<String> wrong() {
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    for (Iterator<Given> all = decided.iterator(); all.hasNext(); ) {
      Given given = all.next();
      if (given.told != given.due) {
        return Optional.of(
            given.command.action()
                + " was told "
                + named(given.told)
                + ", due is "
                + named(given.due));
      }
      if (given.due != null) {
        all.remove();
      }
    }
    return Optional.empty();
  }

  private static String named(@Nullable ReturnCode code) {
    return code == null ? "no outcome" : "the outcome " + code;
  }
}
