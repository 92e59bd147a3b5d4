package io.mooring.mbt.driver;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.Rejection;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.SpecStep;
import io.mooring.mbt.tlc.StateTracker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One walk of one driver. */
final class WalkRun {
  private final DrivenSpecification specification;
  private final ObservationMapping mapping;
  private final StateTracker tracker;
  private final Explanation explanation;
  private final WalkCoverage coverage;
  private final Watch watch;

  /** What the driver was given; read by another thread if it hangs. */
  private final List<SpecAction> given = Collections.synchronizedList(new ArrayList<>());

  /** The states before the last step. */
  private Set<SpecState> before = Set.of();

  private @Nullable Finding finding;

  WalkRun(DrivenSpecification specification, WalkCoverage coverage, Watch watch) {
    this.specification = specification;
    this.mapping = new ObservationMapping(specification);
    this.tracker = new StateTracker(specification.space());
    this.explanation = new Explanation(tracker);
    this.coverage = coverage;
    this.watch = watch;
  }

  /** A behaviour that explains what was observed before the finding. */
  String itf(String description) {
    return explanation.itf(tracker.any(), description, specification);
  }

  /** The actions that the driver was given, the last one if it hangs included. */
  List<SpecAction> given() {
    return List.copyOf(given);
  }

  /** Walks until the chooser has no more, the walk is long enough, or something is found. */
  Optional<Finding> walk(Callable<? extends Driver> drivers, Chooser chooser, int most) {
    coverage.walk();
    Driver driver = attempt(drivers);
    if (driver == null) {
      return Optional.ofNullable(finding);
    }
    Map<String, ?> beginning = attempt(driver::show);
    if (beginning != null) {
      judge(new Observation(Optional.empty(), Outcome.Kind.IGNORED, values(beginning, Map.of())));
    }
    String last = "";
    while (finding == null && given.size() < most && isInModel()) {
      Optional<SpecAction> next = chooser.next(tracker.states(), last);
      if (next.isEmpty()) {
        break;
      }
      Outcome outcome = step(driver, next.get());
      if (outcome != null) {
        coverage.machine().ifPresent(steps -> steps.step(before, next.get(), outcome));
      }
      if (outcome != null && outcome.kind() == Outcome.Kind.APPLIED) {
        cover(last, next.get());
        last = next.get().name();
      }
    }
    attempt(
        () -> {
          driver.close();
          return true;
        });
    return Optional.ofNullable(finding);
  }

  /** Whether the specification may be in a state that its constraints do not exclude. */
  private boolean isInModel() {
    return tracker.states().stream().anyMatch(specification::isInModel);
  }

  private @Nullable Outcome step(Driver driver, SpecAction chosen) {
    given.add(chosen);
    Outcome outcome =
        specification.options().ignored().contains(chosen.name())
            ? Outcome.ignored()
            : attempt(() -> driver.apply(specification.action(chosen)));
    Map<String, ?> shown = outcome == null ? null : attempt(driver::show);
    if (outcome == null || shown == null) {
      return null;
    }
    coverage.step(chosen.name(), outcome);
    judge(
        new Observation(
            Optional.of(answered(chosen, outcome)),
            outcome.kind(),
            values(shown, outcome.shown())));
    if (finding == null && outcome.kind() == Outcome.Kind.REFUSED) {
      before.forEach(state -> specification.refusals(state, chosen).forEach(coverage::cover));
    }
    return finding == null ? outcome : null;
  }

  /** The action with the arguments that the implementation chose. */
  private SpecAction answered(SpecAction chosen, Outcome outcome) {
    if (outcome.answers().isEmpty()) {
      return chosen;
    }
    Map<String, TlaValue> arguments = new TreeMap<>();
    chosen.arguments().forEach((name, value) -> arguments.put(name, JavaValues.plain(value)));
    outcome
        .answers()
        .forEach(
            (name, value) -> {
              if (arguments.put(name, value) == null) {
                throw new UsageException(
                    chosen.name()
                        + " has no parameter "
                        + name
                        + " to answer; it has "
                        + chosen.arguments().keySet());
              }
            });
    for (SpecState state : tracker.states()) {
      for (SpecStep step : specification.space().steps(state)) {
        SpecAction each = step.action();
        if (each.name().equals(chosen.name()) && isSame(each.arguments(), arguments)) {
          return each;
        }
      }
    }
    return new SpecAction(chosen.name(), arguments);
  }

  /** Whether arguments are these, model values being strings. */
  private static boolean isSame(Map<String, TlaValue> arguments, Map<String, TlaValue> plain) {
    return arguments.entrySet().stream()
        .allMatch(each -> JavaValues.plain(each.getValue()).equals(plain.get(each.getKey())));
  }

  private Map<String, TlaValue> values(Map<String, ?> shown, Map<String, TlaValue> more) {
    if (shown.isEmpty() && more.isEmpty()) {
      return Map.of();
    }
    Map<String, TlaValue> all = new TreeMap<>(more);
    for (Map.Entry<String, ?> each : shown.entrySet()) {
      try {
        all.put(each.getKey(), JavaValues.tla(each.getValue()));
      } catch (IllegalArgumentException unfit) {
        throw new UsageException("the driver shows " + each.getKey() + ": " + unfit.getMessage());
      }
    }
    for (String name : all.keySet()) {
      if (!coverage.shown().contains(name)) {
        specification.requireVisible(name);
      }
    }
    coverage.shown(all.keySet());
    return all;
  }

  /** Calls the driver; null if that is a finding. */
  @SuppressWarnings("IllegalCatch") // an implementation may throw anything
  private <T> @Nullable T attempt(Callable<T> call) {
    try {
      T result = watch.call(call);
      watch.check();
      return result;
    } catch (UsageException | Watch.Over | OutOfMemoryError ours) {
      throw ours;
    } catch (Throwable thrown) {
      watch.check();
      if (finding == null) {
        StringBuilder text = new StringBuilder(thrown.toString());
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, 5); i++) {
          text.append("\n    at ").append(frames[i]);
        }
        finding = new Finding(Finding.Kind.EXCEPTION, given.size(), text.toString());
      }
      return null;
    }
  }

  private void judge(Observation seen) {
    Set<SpecState> states = tracker.states();
    if (!specification.options().internal().isEmpty()) {
      explanation.begin(true);
      mapping.addUnseen(tracker);
      states = tracker.states();
    }
    before = states;
    explanation.settle();
    explanation.begin(seen.kind() != Outcome.Kind.APPLIED);
    Collection<String> why = mapping.happened(seen).apply(tracker);
    Finding.Kind kind =
        seen.kind() == Outcome.Kind.REFUSED ? Finding.Kind.REFUSED : Finding.Kind.NOT_ALLOWED;
    if (why.isEmpty()) {
      explanation.begin(true);
      why = mapping.shown(seen).apply(tracker);
      kind = Finding.Kind.SHOWN;
    }
    if (tracker.isFull()) {
      throw new UsageException(
          "more than 20,000 states of the specification explain what was seen up to "
              + seen
              + "; show more of the state, or bound the specification");
    }
    if (why.isEmpty()) {
      explanation.settle();
    } else {
      tracker.goTo(states);
      finding =
          new Finding(
              kind,
              given.size(),
              Rejection.text(mapping, tracker, seen, why) + obstacles(seen, states));
    }
  }

  /** Which conjuncts of the specification forbid the action. */
  private String obstacles(Observation seen, Set<SpecState> states) {
    if (seen.action().isEmpty() || seen.kind() != Outcome.Kind.APPLIED) {
      return "";
    }
    SpecAction action = seen.action().get();
    Set<String> all = new LinkedHashSet<>();
    for (SpecState state : states) {
      if (specification.space().successors(state, action).isEmpty()) {
        all.addAll(specification.space().obstacles(state, action));
      }
    }
    return all.isEmpty() ? "" : "\nFalse there:\n  " + String.join("\n  ", all);
  }

  private void cover(String last, SpecAction action) {
    coverage.cover(Item.action(action.name()));
    if (!last.isEmpty()) {
      coverage.cover(Item.pair(last, action.name()));
    }
    Set<SourceSpan> possible = new HashSet<>();
    Set<SourceSpan> sure = new HashSet<>();
    for (SpecState state : before) {
      for (SpecStep step : specification.space().steps(state)) {
        if (step.action().equals(action)) {
          possible.add(step.span());
          if (tracker.states().contains(step.to())) {
            sure.add(step.span());
          }
        }
      }
    }
    // What happened by itself since then may hide the state that the action led to.
    Set<SourceSpan> spans = sure.isEmpty() && possible.size() == 1 ? possible : sure;
    spans.forEach(span -> coverage.cover(Item.guard(action.name(), span)));
  }
}
