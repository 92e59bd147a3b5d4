package io.mooring.mbt.driver;

import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.ItfWriter;
import io.mooring.checker.trace.StoredTrace;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateTracker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds one behaviour of a specification that explains what was observed of a walk. */
final class Explanation {
  private final List<Layer> layers = new ArrayList<>();
  private int settled;

  /**
   * The states that a part of an observation led to, each with the step to it.
   *
   * @param carries whether a state may also be one from before, without a step
   */
  private record Layer(boolean carries, Map<SpecState, Link> links) {}

  private record Link(SpecState from, SpecAction action) {}

  /** Listens to a tracker that has not moved. */
  Explanation(StateTracker tracker) {
    tracker.setListener(
        (from, action, to) ->
            layers.get(layers.size() - 1).links().putIfAbsent(to, new Link(from, action)));
  }

  /**
   * The next part of an observation.
   *
   * @param carries whether the specification may also make no step
   */
  void begin(boolean carries) {
    layers.add(new Layer(carries, new HashMap<>()));
  }

  /** Everything up to now is explained. */
  void settle() {
    settled = layers.size();
  }

  /**
   * A behaviour that leads to a state, in the Informal Trace Format.
   *
   * @param end a state that was possible when all was explained
   */
  String itf(SpecState end, String description, DrivenSpecification specification) {
    Deque<Trace.Step> steps = new ArrayDeque<>();
    SpecState state = end;
    int layer = settled - 1;
    while (layer >= 0) {
      Layer here = layers.get(layer);
      Link link = here.links().get(state);
      if (link == null) {
        layer--;
        continue;
      }
      steps.addFirst(new Trace.Step(link.action().toString(), null, state.state()));
      state = link.from();
      if (!here.carries() || !here.links().containsKey(state)) {
        layer--;
      }
    }
    steps.addFirst(new Trace.Step("Init", null, state.state()));
    return ItfWriter.text(
        new StoredTrace(
            new Trace(List.copyOf(steps), OptionalInt.empty(), Map.of()),
            "explains a walk up to the finding",
            description,
            specification.module().getFileName().toString(),
            specification.config().getFileName().toString()));
  }
}
