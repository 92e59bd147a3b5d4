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

/** What the specification says of one callback. */
public sealed interface Verdict {

  /** {@return the verdict in words, on one line, for a log} */
  String explanation();

  /** {@return whether the specification allows the callback where it came} */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /**
   * The callback may come where it came.
   *
   * @param told what was told
   * @param because the steps that tell it, one for each state in which the connection may have been
   *     and each event that it may have been
   */
  record Allowed(Notification told, List<Step> because) implements Verdict {

    /** Keeps an unmodifiable list. */
    public Allowed {
      requireNonNull(told, "told");
      because = List.copyOf(because);
    }

    @Override
    public String explanation() {
      return Explanations.of(told) + " is allowed: " + Explanations.events(because);
    }
  }

  /**
   * The callback must not come where it came. The monitor goes on from it, as if what is missing
   * had happened.
   *
   * @param told what was told
   * @param from where the connection could be before
   * @param rules the rules that are broken, whatever brought the callback about
   * @param missing the shortest run after which it would have been allowed, from where the
   *     connection could be, itself left out; empty also if no state allows it
   */
  record Forbidden(Notification told, Set<Location> from, List<Rule> rules, List<Step> missing)
      implements Verdict {

    /** Keeps unmodifiable collections. */
    public Forbidden {
      requireNonNull(told, "told");
      from = Set.copyOf(from);
      rules = List.copyOf(rules);
      missing = List.copyOf(missing);
    }

    /** {@return what should have been told before, in order; empty if no state allows it} */
    public List<Notification> missed() {
      return missing.stream().flatMap(step -> step.notifications().stream()).toList();
    }

    @Override
    public String explanation() {
      return Explanations.of(told)
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
              ? "nothing ever tells it"
              : "first would have to come "
                  + missing.stream().map(Explanations::of).collect(Collectors.joining(", ")));
    }
  }

  /**
   * The callback has a code that the specification does not know. The monitor goes on as if it had
   * not come.
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
                  ConnectionState.find(state).isEmpty() ? "state " + state : "",
                  ConnectionReason.find(reason).isEmpty() ? "reason " + reason : "")
              .filter(unknown -> !unknown.isEmpty())
              .collect(Collectors.joining(" and "));
    }
  }
}
