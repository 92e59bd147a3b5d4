package io.mooring.room.monitor;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the specification allows one callback. */
public sealed interface Verdict {

  /** {@return the verdict in words, on one line, for a log} */
  String explanation();

  /** {@return whether the specification allows the callback} */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /**
   * The specification allows the callback.
   *
   * @param notification the state and the reason
   * @param causes the steps that may have caused it, one for each state in which the connection may
   *     have been and each event
   */
  record Allowed(Notification notification, List<Step> causes) implements Verdict {

    /** Keeps an unmodifiable list. */
    public Allowed {
      requireNonNull(notification, "notification");
      causes = List.copyOf(causes);
    }

    @Override
    public String explanation() {
      return Explanations.of(notification) + " is allowed: " + Explanations.events(causes);
    }
  }

  /**
   * The specification does not allow the callback. The monitor continues as if the missing steps
   * had happened before it.
   *
   * @param notification the state and the reason
   * @param from where the connection could be before
   * @param rules the rules that are violated, whichever event caused the callback
   * @param missing the fewest steps after which it would have been allowed; empty also if no state
   *     allows it
   */
  record Forbidden(
      Notification notification, Set<Location> from, List<Rule> rules, List<Step> missing)
      implements Verdict {

    /** Keeps unmodifiable collections. */
    public Forbidden {
      requireNonNull(notification, "notification");
      from = Set.copyOf(from);
      rules = List.copyOf(rules);
      missing = List.copyOf(missing);
    }

    /** {@return the callbacks that are missing before it, in order; empty if no state allows it} */
    public List<Notification> missed() {
      return List.copyOf(
          missing.stream()
              .flatMap(step -> step.notifications().stream())
              .collect(Collectors.toList()));
    }

    @Override
    public String explanation() {
      return Explanations.of(notification)
          + " is not allowed "
          + from.stream()
              .map(location -> location.state().name())
              .distinct()
              .sorted()
              .collect(Collectors.joining(" or ", "in ", ""))
          + rules.stream()
              .map(rule -> rule.property() + " (" + rule.source() + ")")
              .collect(Collectors.joining(", ", ", by ", "; "))
          + (missing.isEmpty()
              ? "no event causes it"
              : "missing before it: "
                  + missing.stream().map(Explanations::of).collect(Collectors.joining(", ")));
    }
  }

  /**
   * The callback has a code that the specification does not know. The monitor ignores it.
   *
   * @param state the code of the state
   * @param reason the code of the reason
   */
  record Unknown(int state, int reason) implements Verdict {

    @Override
    public String explanation() {
      return "("
          + state
          + ", "
          + reason
          + ") has a code that the specification does not know: "
          + Stream.of(
                  ConnectionState.find(state).isPresent() ? "" : "state " + state,
                  ConnectionReason.find(reason).isPresent() ? "" : "reason " + reason)
              .filter(unknown -> !unknown.isEmpty())
              .collect(Collectors.joining(" and "));
    }
  }
}
