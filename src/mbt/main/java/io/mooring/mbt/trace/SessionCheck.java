package io.mooring.mbt.trace;

import static io.mooring.mbt.trace.NotificationAutomaton.ANY;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import io.mooring.mbt.trace.SessionWords.Wrong;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one session of a trace so far: where the machine may be, and for how long what
 * is bounded has lasted. All that is kept of a session, however long it is.
 */
final class SessionCheck {
  private final SessionWords words;
  private final SessionRules rules;
  private final SessionClock clock;
  private LocationSet possible;

  /** Where the last recorded step ended, -1 if there is none; and the number of its session. */
  private int recorded = -1;

  private long number = TraceEntry.NO_NUMBER;
  private long latestLine;

  /** Whether something was wrong, and whether something that no tolerance would accept. */
  private boolean over;

  private boolean hopeless;

  /**
   * A session that begins.
   *
   * @param tolerance how wrong the times may be, in nanoseconds
   */
  SessionCheck(SessionWords words, SessionRules rules, LocationSet possible, long tolerance) {
    this.words = words;
    this.rules = rules;
    this.possible = possible;
    this.clock = new SessionClock(tolerance);
  }

  /** Writes what {@link #read} reads. */
  void write(DataOutput output) throws IOException {
    possible.write(output);
    output.writeInt(recorded);
    output.writeLong(number);
    output.writeLong(latestLine);
    output.writeBoolean(over);
    output.writeBoolean(hopeless);
    clock.write(words.sets(), output);
  }

  /** A session as it was written. */
  static SessionCheck read(SessionWords words, SessionRules rules, long tolerance, DataInput input)
      throws IOException {
    LocationSet.Sets sets = words.sets();
    SessionCheck check = new SessionCheck(words, rules, sets.read(input), tolerance);
    check.recorded = input.readInt();
    check.number = input.readLong();
    check.latestLine = input.readLong();
    check.over = input.readBoolean();
    check.hopeless = input.readBoolean();
    check.clock.read(sets, input);
    return check;
  }

  /** Whether something was wrong: the first of it is reported, and nothing else. */
  boolean isOver() {
    return over;
  }

  /** Whether no later entry can change the result. */
  boolean isHopeless() {
    return hopeless;
  }

  /** The tolerance in nanoseconds that would accept the session so far; 0 if there is none. */
  long cure() {
    return over && !hopeless ? clock.cure() : 0;
  }

  /** Whether both give the same result for the same entries from now on. */
  boolean isLike(SessionCheck other) {
    return possible == other.possible && clock.isLike(other.clock) && !over && !other.over;
  }

  LocationSet possible() {
    return possible;
  }

  long latestLine() {
    return latestLine;
  }

  boolean goesBack(TraceEntry entry) {
    return clock.goesBack(entry);
  }

  /** As {@link JudgedSession#row}. */
  int row(TraceEntry entry) {
    if (entry instanceof TraceEntry.Notified notified) {
      return possible.row(notified.notification().number(), notified.event().orElse(ANY));
    }
    if (entry instanceof TraceEntry.Happened happened) {
      return possible.rowOf(happened.event());
    }
    return entry instanceof TraceEntry.Recorded step
        ? words.machine().row(step.step().from(), step.step().event())
        : JudgedSession.NO_ROW;
  }

  /** What an entry says, in a few words: a notification or an event. */
  String text(TraceEntry entry) {
    if (entry instanceof TraceEntry.Notified notified) {
      return notified.notification().toString();
    }
    if (entry instanceof TraceEntry.Repeated again) {
      return again.notification() + " again";
    }
    if (entry instanceof TraceEntry.Recorded step) {
      return words.machine().events().get(step.step().event()).toString();
    }
    return entry instanceof TraceEntry.Happened happened
        ? words.machine().events().get(happened.event()).toString()
        : "restored";
  }

  /**
   * Takes the next entry. After a wrong time it goes on, to find the tolerance that would accept
   * the session.
   *
   * @return what is wrong with it; null if nothing is, or something was before
   */
  @Nullable Wrong take(TraceEntry entry, long line) {
    if (clock.goesBack(entry)) {
      clock.forget();
    }
    LocationSet before = possible;
    SessionClock.Untimely late =
        entry instanceof TraceEntry.Restored || endsAtOnce(entry) ? null : clock.late(entry.time());
    SessionClock.Untimely early = null;
    Wrong wrong = null;
    if (entry instanceof TraceEntry.Notified notified) {
      int event = notified.event().orElse(ANY);
      LocationSet after = possible.after(notified.notification().number(), event);
      if (after.isEmpty()) {
        wrong = words.forbidden(notified.notification(), event, possible);
      } else {
        early = clock.early(possible, notified.notification(), entry.time());
        go(after, entry.time());
      }
    } else if (entry instanceof TraceEntry.Happened happened) {
      go(possible.afterEvent(happened.event()), entry.time());
    } else if (entry instanceof TraceEntry.Recorded step) {
      wrong = misrecorded(step);
      if (wrong == null) {
        early = recorded(step);
      }
    } else if (entry instanceof TraceEntry.Restored again) {
      restored(again);
    } else if (entry instanceof TraceEntry.Repeated again) {
      wrong = words.misrepeated(again.notification(), possible, clock.isRestored());
    }
    clock.read(entry);
    latestLine = line;
    if (wrong == null) {
      Optional<String> objection = rules.objection(entry, before.locations(), possible.locations());
      wrong = objection.isPresent() ? words.wrong(objection.get(), TraceRules.SESSION) : null;
    }
    hopeless |= wrong != null;
    if (late != null) {
      return first(words.overdue(late.message(), late.rule()));
    }
    return first(early == null ? wrong : words.early(early, before, numbers(entry)));
  }

  /** What is wrong if there is an end of the trace. */
  @Nullable Wrong end(long now) {
    SessionClock.Untimely late = clock.late(now);
    return first(
        late == null
            ? null
            : words.overdue(late.message() + "; the trace goes on without one", late.rule()));
  }

  private @Nullable Wrong first(@Nullable Wrong wrong) {
    Wrong first = over ? null : wrong;
    over |= wrong != null;
    return first;
  }

  private void go(LocationSet after, long now) {
    possible = after;
    clock.go(after, now);
  }

  private boolean endsAtOnce(TraceEntry entry) {
    return clock.continues(entry.time())
        && (entry instanceof TraceEntry.Repeated
            || numbers(entry).stream().anyMatch(each -> clock.isEnd(possible, each)));
  }

  /** The numbers of the notifications of an entry. */
  private List<Integer> numbers(TraceEntry entry) {
    List<Integer> numbers = new ArrayList<>(1);
    if (entry instanceof TraceEntry.Notified notified) {
      numbers.add(notified.notification().number());
    } else if (entry instanceof TraceEntry.Recorded step) {
      step.step().outputs().notifications().forEach(each -> numbers.add(words.number(each)));
    }
    return numbers;
  }

  /** What is wrong with a recorded step, its time aside. */
  private @Nullable Wrong misrecorded(TraceEntry.Recorded entry) {
    Machine machine = words.machine();
    MachineStep step = entry.step();
    if (recorded >= 0 && step.from() != recorded) {
      return words.wrong(
          "begins in "
              + machine.locations().get(step.from())
              + ", but the step before it ended in "
              + machine.locations().get(recorded),
          TraceRules.STEPS);
    }
    Optional<MachineStep> row = machine.step(step.from(), step.event());
    if (row.isEmpty() || !row.get().sameStateAs(step)) {
      return words.wrong(
          "is not the specification's step"
              + row.map(each -> " (" + each.source() + ")").orElse("")
              + ", which is "
              + row.map(each -> StepText.step(machine, each)).orElse("none"),
          TraceRules.STEPS);
    }
    long expected = number + (words.begins(step) ? 1 : 0);
    if (recorded >= 0 && entry.number() != TraceEntry.NO_NUMBER && entry.number() != expected) {
      return words.wrong(
          "is of session " + entry.number() + ", but the one before it of session " + number,
          TraceRules.STEPS);
    }
    return null;
  }

  /** Takes a recorded step, and returns what is wrong with its time. */
  private SessionClock.@Nullable Untimely recorded(TraceEntry.Recorded entry) {
    MachineStep step = entry.step();
    number = entry.number();
    recorded = step.to();
    SessionClock.Untimely early = null;
    if (possible.bound() != null) {
      for (var fields : step.outputs().notifications()) {
        if (early == null) {
          early = clock.early(possible, words.notification(fields), entry.time());
        }
      }
    }
    go(words.at(step.to()), entry.time());
    return early;
  }

  /**
   * A later process continues from where an earlier one saved its state, which need not be where
   * this trace was: what was decided since is forgotten.
   */
  private void restored(TraceEntry.Restored entry) {
    recorded = entry.number() == TraceEntry.NO_NUMBER ? -1 : entry.location();
    number = entry.number();
    clock.restore(entry);
    go(words.at(entry.location()), entry.time());
  }
}
