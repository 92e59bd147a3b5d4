package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.Mapping;
import io.mooring.mbt.tlc.Move;
import io.mooring.mbt.tlc.Rejection;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateSpace;
import io.mooring.mbt.tlc.StateTracker;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The meaning of what is observed of a driver. */
final class ObservationMapping implements Mapping<Observation> {
  private final DrivenSpecification specification;

  ObservationMapping(DrivenSpecification specification) {
    this.specification = specification;
  }

  @Override
  public Collection<SpecAction> unseen(SpecState state) {
    return specification.internal(state);
  }

  @Override
  public Move move(Observation seen) {
    return happened(seen).then(shown(seen));
  }

  /** What became of the action. */
  Move happened(Observation seen) {
    if (seen.action().isEmpty()) {
      return tracker -> List.of();
    }
    SpecAction action = seen.action().get();
    return switch (seen.kind()) {
      case APPLIED -> Move.action(action);
      case REFUSED -> Move.check(state -> refusal(state, action));
      case UNKNOWN -> Move.maybe(action);
      case IGNORED -> tracker -> List.of();
    };
  }

  private Optional<String> refusal(SpecState state, SpecAction action) {
    return specification.space().successors(state, action).isEmpty()
        ? Optional.empty()
        : Optional.of(action + " is enabled, and was refused");
  }

  /** Follows what may have happened by itself, as far as the tracker keeps states. */
  List<String> addUnseen(StateTracker tracker) {
    tracker.addUnseen(this::unseen, Integer.MAX_VALUE);
    return List.of();
  }

  /** What could be seen then, after anything that happened by itself. */
  Move shown(Observation seen) {
    Move unseen =
        specification.options().internal().isEmpty() ? tracker -> List.of() : this::addUnseen;
    return seen.shown().isEmpty()
        ? unseen
        : unseen.then(Move.check(state -> difference(state, seen.shown())));
  }

  private Optional<String> difference(SpecState state, Map<String, TlaValue> shown) {
    for (Map.Entry<String, TlaValue> each : shown.entrySet()) {
      if (!each.getValue().equals(specification.shown(state, each.getKey()))) {
        Map<String, TlaValue> there = new TreeMap<>();
        shown.keySet().forEach(name -> there.put(name, specification.shown(state, name)));
        return Rejection.differences("", shown, there, (name, value) -> value.toString());
      }
    }
    return Optional.empty();
  }

  /** The actions that were enabled; the one that was observed is among them if it was. */
  @Override
  public Collection<SpecAction> candidates(StateSpace space, SpecState state) {
    return Stream.concat(
            specification.choices(state).stream(), specification.internal(state).stream())
        .toList();
  }
}
