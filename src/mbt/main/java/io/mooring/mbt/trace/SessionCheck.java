package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What is known of one session of a trace so far: where the machine may be. All that is kept of a
 * session, however long it is.
 */
final class SessionCheck {
  private final Machine machine;
  private final NotificationAutomaton automaton;
  private final SessionRules rules;
  private BitSet possible;

  /** Where the last recorded step ended; -1 if there is none. */
  private int recorded = -1;

  private boolean over;

  /**
   * What is wrong with an entry.
   *
   * @param message in words, on one line
   * @param possible where the machine could be
   * @param allowed what could have been there instead
   */
  record Wrong(String message, List<String> possible, List<String> allowed) {}

  SessionCheck(
      Machine machine, NotificationAutomaton automaton, SessionRules rules, BitSet possible) {
    this.machine = machine;
    this.automaton = automaton;
    this.rules = rules;
    this.possible = possible;
  }

  /** Takes the next entry; returns what is wrong with it, unless an earlier one was wrong. */
  Optional<Wrong> take(TraceEntry entry) {
    if (over) {
      return Optional.empty();
    }
    BitSet before = possible;
    Optional<Wrong> wrong;
    if (entry instanceof TraceEntry.Notified notified) {
      wrong = notified(notified);
    } else if (entry instanceof TraceEntry.Happened happened) {
      possible = automaton.after(possible, happened.event());
      wrong = Optional.empty();
    } else {
      wrong = recorded(((TraceEntry.Recorded) entry).step());
    }
    Optional<Wrong> first =
        wrong.or(
            () ->
                rules
                    .objection(entry, automaton.locations(before), automaton.locations(possible))
                    .map(message -> wrong(message, before, List.of())));
    over = first.isPresent();
    return first;
  }

  private Wrong wrong(String message, BitSet where, List<Map<String, Constant>> allowed) {
    return new Wrong(
        message,
        automaton.locations(where).stream()
            .map(location -> machine.locations().get(location).name())
            .toList(),
        allowed.stream().map(StepText::notification).toList());
  }

  private Optional<Wrong> notified(TraceEntry.Notified entry) {
    BitSet after = automaton.after(possible, entry.fields(), entry.event());
    if (!after.isEmpty()) {
      possible = after;
      return Optional.empty();
    }
    String words = StepText.notification(entry.fields());
    List<Map<String, Constant>> allowed = automaton.allowed(possible, OptionalInt.empty());
    if (!automaton.knows(entry.fields())) {
      return Optional.of(
          wrong("no step of " + machine.name() + " notifies of " + words, possible, allowed));
    }
    if (entry.event().isPresent() && allowed.contains(entry.fields())) {
      return Optional.of(
          wrong(
              words + " is no notification of " + machine.events().get(entry.event().getAsInt()),
              possible,
              automaton.allowed(possible, entry.event())));
    }
    String where =
        automaton.locations(automaton.anywhere()).stream()
            .filter(
                location ->
                    !automaton
                        .after(automaton.at(location), entry.fields(), entry.event())
                        .isEmpty())
            .map(location -> machine.locations().get(location).name())
            .collect(Collectors.joining(", "));
    return Optional.of(
        wrong(
            words
                + " cannot be next: "
                + machine.name()
                + " notifies of it only in or behind "
                + where,
            possible,
            allowed));
  }

  private Optional<Wrong> recorded(MachineStep step) {
    if (recorded >= 0 && step.from() != recorded) {
      return Optional.of(
          wrong(
              "begins in "
                  + machine.locations().get(step.from())
                  + ", but the step before it ended in "
                  + machine.locations().get(recorded),
              possible,
              List.of()));
    }
    Optional<MachineStep> row = machine.step(step.from(), step.event());
    if (row.isEmpty() || !row.get().sameStateAs(step)) {
      return Optional.of(
          wrong(
              "is not the specification's step, which is "
                  + row.map(each -> StepText.step(machine, each)).orElse("none"),
              possible,
              List.of()));
    }
    recorded = step.to();
    possible = automaton.at(step.to());
    return Optional.empty();
  }
}
