package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.trace.Expressions;
import io.mooring.mbt.tlc.Mapping;
import io.mooring.mbt.tlc.Move;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateSpace;
import java.util.Map;
import java.util.Optional;

/** The steps that a line of a trace may stand for. */
final class EventMapping implements Mapping<Event> {

  private final StateSpace space;
  private final Expressions expressions;

  EventMapping(StateSpace space, Expressions expressions) {
    this.space = space;
    this.expressions = expressions;
  }

  @Override
  public Move move(Event event) {
    if (!event.step()) {
      Move some = tracker -> tracker.any(space::enabled, (before, after) -> wrong(event, after));
      return some.or(Move.check(state -> wrong(event, state)));
    }
    if (event.actions().isEmpty()) {
      return tracker -> event.impossible();
    }
    return Move.action(
        (before, after) ->
            event.within() && !isStep(before, after)
                ? Optional.of("the next-state relation has no such step here")
                : wrong(event, after),
        event.actions().toArray(SpecAction[]::new));
  }

  private boolean isStep(SpecState before, SpecState after) {
    return space.steps(before).stream().anyMatch(step -> step.to().equals(after));
  }

  private Optional<String> wrong(Event event, SpecState state) {
    for (Map.Entry<String, Given> shown : event.shown().entrySet()) {
      TlaValue value = state.get(shown.getKey());
      if (!shown.getValue().agrees(value)) {
        return Optional.of(
            shown.getKey() + " is " + value + " in the specification, and was " + shown.getValue());
      }
    }
    for (Event.Condition each : event.holds()) {
      TlaValue value = expressions.value(each.number(), each.arguments(), state.state());
      if (!(value instanceof TlaValue.Bool bool)) {
        throw new IllegalArgumentException(each.text() + " is " + value + ", and no predicate");
      }
      if (!bool.value()) {
        return Optional.of(each.text() + " is FALSE");
      }
    }
    return Optional.empty();
  }
}
