package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Coverage.ActionCount;
import io.mooring.checker.tlc.SourceSpan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import tlc2.tool.Action;

/** Counts how often each action happens. TLC's workers call it at once. */
final class ActionCounts {

  private final IdentityHashMap<Action, Count> ofDisjunct = new IdentityHashMap<>();
  private final Map<String, Count> all = new LinkedHashMap<>();

  /** The figures of one action, all of its disjuncts together. */
  private static final class Count {
    final SourceSpan span;
    final LongAdder steps = new LongAdder();
    final LongAdder newStates = new LongAdder();

    Count(SourceSpan span) {
      this.span = span;
    }
  }

  ActionCounts(List<NamedAction> actions) {
    for (NamedAction action : actions) {
      ofDisjunct.put(
          action.action(), all.computeIfAbsent(action.name(), name -> new Count(action.span())));
    }
  }

  void add(Action action, boolean isNew) {
    Count count = ofDisjunct.get(action);
    if (count != null) {
      count.steps.increment();
      if (isNew) {
        count.newStates.increment();
      }
    }
  }

  List<ActionCount> counts() {
    List<ActionCount> counts = new ArrayList<>();
    all.forEach(
        (name, count) ->
            counts.add(
                new ActionCount(name, count.span, count.steps.sum(), count.newStates.sum())));
    return counts;
  }
}
