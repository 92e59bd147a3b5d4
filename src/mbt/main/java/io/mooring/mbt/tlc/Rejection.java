package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Why no behaviour of a specification explains an observation: what it was, the states that the
 * specification may have been in, the objection of each, and what was enabled there.
 *
 * @param <O> the observations
 */
public final class Rejection<O> {
  private final Mapping<O> mapping;
  private final StateSpace space;
  private final List<SpecState> states;

  private Rejection(Mapping<O> mapping, StateTracker tracker) {
    this.mapping = mapping;
    this.space = tracker.space();
    this.states = List.copyOf(tracker.states());
  }

  /**
   * Why no state that a tracker has explains an observation, in words.
   *
   * @param tracker as it was before the observation
   * @param why the objections of its states
   */
  public static <O> String text(
      Mapping<O> mapping, StateTracker tracker, O observation, Collection<String> why) {
    return new Rejection<>(mapping, tracker).text(observation, why);
  }

  private String text(O observation, Collection<String> why) {
    return "the specification does not allow: "
        + mapping.text(observation).replaceAll("\\s+", " ")
        + "\n  because "
        + String.join("\n       or ", why)
        + "\nBefore it the specification was in "
        + described()
        + "Enabled there: "
        + enabled();
  }

  /**
   * In what the values that were observed differ from those of the specification; records field by
   * field.
   *
   * @param where what stands before each name
   * @param text a value in words, by its name
   */
  public static Optional<String> differences(
      String where,
      Map<String, TlaValue> observed,
      Map<String, TlaValue> specified,
      BiFunction<String, TlaValue, String> text) {
    if (agree(observed, specified)) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    new TreeMap<>(observed)
        .forEach(
            (name, value) -> {
              TlaValue other = specified.get(name);
              if (value instanceof TlaValue.Rec one && other instanceof TlaValue.Rec two) {
                differences(where + name + ".", one.fields(), two.fields(), text)
                    .ifPresent(all::add);
              } else if (!value.equals(other)) {
                all.add(
                    where
                        + name
                        + (other == null
                            ? " is not there in the specification"
                            : " is " + text.apply(name, other) + " in the specification")
                        + ", and was "
                        + text.apply(name, value));
              }
            });
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }

  private static boolean agree(Map<String, TlaValue> observed, Map<String, TlaValue> specified) {
    for (Map.Entry<String, TlaValue> each : observed.entrySet()) {
      if (!each.getValue().equals(specified.get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** What all states have in common, and in what each is different. */
  private String described() {
    Map<String, TlaValue> common = new TreeMap<>(states.get(0).state().values());
    states.forEach(state -> common.entrySet().retainAll(state.state().values().entrySet()));
    if (states.size() == 1) {
      return "this state:\n" + lines(common);
    }
    StringBuilder text = new StringBuilder("one of " + states.size() + " states; ");
    if (!common.isEmpty()) {
      text.append("all:\n").append(lines(common)).append("and ");
    }
    text.append("one of:\n");
    for (SpecState state : states) {
      Map<String, TlaValue> own = new TreeMap<>(state.state().values());
      own.keySet().removeAll(common.keySet());
      text.append(lines(own));
    }
    return text.toString();
  }

  private String lines(Map<String, TlaValue> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " = " + mapping.text(value.getKey(), value.getValue()))
        .collect(Collectors.joining(", "))
        .indent(2);
  }

  /** The enabled actions; with how many of the states, if it is not all. */
  private String enabled() {
    Map<String, Integer> count = new LinkedHashMap<>();
    for (SpecState state : states) {
      Set<String> names = new LinkedHashSet<>();
      for (SpecAction action : mapping.candidates(space, state)) {
        if (!space.successors(state, action).isEmpty()) {
          names.add(mapping.text(action));
        }
      }
      names.forEach(name -> count.merge(name, 1, Integer::sum));
    }
    if (count.isEmpty()) {
      return "nothing";
    }
    return count.entrySet().stream()
        .map(
            each ->
                each.getValue() == states.size()
                    ? each.getKey()
                    : each.getKey() + " (in " + each.getValue() + " of them)")
        .collect(Collectors.joining(", "));
  }
}
