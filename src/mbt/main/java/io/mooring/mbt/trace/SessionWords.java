package io.mooring.mbt.trace;

import static io.mooring.mbt.trace.NotificationAutomaton.ANY;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.StepText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with an entry, in words; what all sessions of a validation have in common. */
final class SessionWords {
  private final LocationSet.Sets sets;
  private final Machine machine;
  private final TraceRules rules;
  private final Optional<SessionNumbers> numbers;

  /**
   * What is wrong with an entry.
   *
   * @param message in words, on one line
   * @param rules what is violated, by its name
   * @param allowed the notifications that could have been there instead
   * @param overdue whether it is not the entry that is wrong, but that something else is missing
   *     before it
   */
  record Wrong(String message, List<String> rules, List<String> allowed, boolean overdue) {

    Wrong(String message, List<String> rules, List<String> allowed) {
      this(message, rules, allowed, false);
    }
  }

  SessionWords(LocationSet.Sets sets, TraceRules rules) {
    this.sets = sets;
    this.machine = sets.automaton().machine();
    this.rules = rules;
    this.numbers = rules.numbers();
  }

  Machine machine() {
    return machine;
  }

  LocationSet.Sets sets() {
    return sets;
  }

  LocationSet at(int location) {
    return sets.at(location);
  }

  int number(Map<String, Constant> notification) {
    return sets.automaton().number(notification);
  }

  TraceNotification notification(Map<String, Constant> fields) {
    return new TraceNotification(number(fields), fields, List.of());
  }

  /** Whether a recorded step begins the next session. */
  boolean begins(MachineStep step) {
    return numbers.isPresent() && numbers.get().begins(step);
  }

  /** Something is wrong, and no notification would have been right instead. */
  Wrong wrong(String message, String rule) {
    return new Wrong(message, List.of(rule), List.of());
  }

  /** Something had to have its end by now. */
  Wrong overdue(String message, String rule) {
    return new Wrong(message, List.of(rule), List.of(), true);
  }

  /** A notification comes too early: any other that is allowed would have been right. */
  Wrong early(SessionClock.Untimely wrong, LocationSet possible, List<Integer> early) {
    List<Integer> allowed = new ArrayList<>(possible.allowed(ANY));
    allowed.removeAll(early);
    return new Wrong(wrong.message(), List.of(wrong.rule()), texts(allowed));
  }

  private List<String> texts(List<Integer> notifications) {
    return notifications.stream()
        .map(each -> StepText.notification(sets.automaton().notifications().get(each)))
        .toList();
  }

  /** What is wrong with a notification that must not be next. */
  Wrong forbidden(TraceNotification notification, int event, LocationSet possible) {
    List<Integer> allowed = possible.allowed(ANY);
    if (event != ANY && allowed.contains(notification.number())) {
      return new Wrong(
          notification + " is not what " + machine.events().get(event) + " tells",
          List.of(TraceRules.STEPS),
          texts(possible.allowed(event)));
    }
    return new Wrong(
        rules
            .explanation(notification, possible.locations())
            .orElseGet(() -> explanation(notification, event)),
        rules.violated(notification, possible.locations()),
        texts(allowed));
  }

  private String explanation(TraceNotification notification, int event) {
    if (notification.number() < 0) {
      return "no step of " + machine.name() + " notifies of " + notification;
    }
    return notification
        + " cannot be next: "
        + machine.name()
        + " notifies of it only in or behind "
        + sets.anywhere().locations().stream()
            .filter(location -> !sets.at(location).after(notification.number(), event).isEmpty())
            .map(location -> machine.locations().get(location).name())
            .collect(Collectors.joining(", "));
  }

  /**
   * What is wrong with a repeated notification: it must have led to where the machine may be, as
   * far as its fields are variables of the machine; null if nothing is.
   */
  @Nullable Wrong misrepeated(
      TraceNotification notification, LocationSet possible, boolean restored) {
    boolean led =
        possible.locations().stream()
            .map(machine.locations()::get)
            .anyMatch(location -> ledTo(notification, location));
    if (restored && led) {
      return null;
    }
    return wrong(
        restored
            ? "a change to " + variables(notification) + " is told again, but it did not lead there"
            : "a change is told again, but only what was just restored does that",
        TraceRules.REPEATED);
  }

  private static boolean ledTo(TraceNotification notification, MachineLocation location) {
    return notification.fields().entrySet().stream()
        .allMatch(
            field -> {
              Constant value = location.variables().get(field.getKey());
              return value == null || value.equals(field.getValue());
            });
  }

  private String variables(TraceNotification notification) {
    return notification.fields().keySet().stream()
        .filter(name -> machine.locations().get(0).variables().containsKey(name))
        .map(name -> name + " " + notification.plain(name))
        .collect(Collectors.joining(", "));
  }
}
