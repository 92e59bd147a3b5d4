package io.mooring.codegen.vectors;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The suite of the Wp-method (Fujiwara and others, 1991): a system that answers all of its lists as
 * the machine does, and has no more states than can be distinguished in the machine, is equal to
 * it.
 *
 * <p>Lists are of the numbers of events. The first phase visits every state and asks all questions
 * that distinguish states; the second takes every transition and asks those that identify the state
 * that it leads to.
 */
final class WpMethod {

  private final Model model;
  private final int events;

  /** A shortest list into one location of each state, nearest first. */
  private final Map<Integer, List<Integer>> cover = new LinkedHashMap<>();

  /** The state of each location: locations that no list distinguishes have the same number. */
  private final int[] states;

  /** For two states the last list that was needed, by its first event; see {@link #question}. */
  private final Map<List<Integer>, Integer> first = new HashMap<>();

  WpMethod(Model model) {
    this.model = model;
    this.events = model.events().size();
    this.states = refined();
    visit();
  }

  /**
   * Refines: locations are in one state as long as their answers are equal and lead into equal
   * states. A pair that a round separates remembers the event that does it, so that its question is
   * a shortest one.
   */
  private int[] refined() {
    int count = model.locations().size();
    int[] known = new int[count];
    for (int kinds = 0; ; ) {
      Map<List<Object>, Integer> numbers = new HashMap<>();
      int[] refined = new int[count];
      for (int location = 0; location < count; location++) {
        List<Object> signature = new ArrayList<>(List.of(known[location]));
        for (int event = 0; event < events; event++) {
          signature.add(seen(location, event, known));
        }
        numbers.putIfAbsent(signature, numbers.size());
        refined[location] = Objects.requireNonNull(numbers.get(signature));
      }
      remember(known, refined);
      if (numbers.size() == kinds) {
        return refined;
      }
      kinds = numbers.size();
      known = refined;
    }
  }

  private void remember(int[] known, int[] refined) {
    for (int left = 0; left < refined.length; left++) {
      for (int right = 0; right < refined.length; right++) {
        if (known[left] == known[right] && refined[left] != refined[right]) {
          int event = 0;
          while (seen(left, event, known).equals(seen(right, event, known))) {
            event++;
          }
          first.put(List.of(left, right), event);
        }
      }
    }
  }

  private List<Object> seen(int location, int event, int[] known) {
    Step step = model.step(location, event);
    return List.of(answer(step), known[step.to()]);
  }

  private static String answer(Step step) {
    return step.outcome() + " " + step.code() + " " + step.notifications() + " " + step.effects();
  }

  /** A list whose answers differ between two locations of different states. */
  private List<Integer> question(int left, int right) {
    List<Integer> question = new ArrayList<>();
    int one = left;
    int other = right;
    while (true) {
      int event = Objects.requireNonNull(first.get(List.of(one, other)));
      question.add(event);
      Step step = model.step(one, event);
      Step same = model.step(other, event);
      if (!answer(step).equals(answer(same))) {
        return question;
      }
      one = step.to();
      other = same.to();
    }
  }

  private void visit() {
    Map<Integer, Integer> places = new HashMap<>();
    int begin = model.initial().to();
    places.put(states[begin], begin);
    cover.put(begin, List.of());
    Deque<Integer> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty()) {
      int location = open.remove();
      for (int event = 0; event < events; event++) {
        int next = model.step(location, event).to();
        if (places.putIfAbsent(states[next], next) == null) {
          cover.put(next, then(way(location), List.of(event)));
          open.add(next);
        }
      }
    }
  }

  private List<Integer> way(int location) {
    return Objects.requireNonNull(cover.get(location));
  }

  private static List<Integer> then(List<Integer> list, List<Integer> more) {
    List<Integer> longer = new ArrayList<>(list);
    longer.addAll(more);
    return longer;
  }

  /** The questions that distinguish a location from those of all other states. */
  private Set<List<Integer>> identifying(int location) {
    Set<List<Integer>> questions = new LinkedHashSet<>();
    for (int other : cover.keySet()) {
      if (states[other] != states[location]) {
        questions.add(question(location, other));
      }
    }
    return questions;
  }

  /** How many states can be distinguished. */
  int states() {
    return cover.size();
  }

  /** The lists, each once, and none that another begins with. */
  List<List<Integer>> lists() {
    Set<List<Integer>> all = new LinkedHashSet<>();
    Set<List<Integer>> distinguishing = new LinkedHashSet<>();
    cover.keySet().forEach(location -> distinguishing.addAll(identifying(location)));
    for (List<Integer> way : cover.values()) {
      distinguishing.forEach(question -> all.add(then(way, question)));
    }
    for (int location : cover.keySet()) {
      for (int event = 0; event < events; event++) {
        List<Integer> edge = then(way(location), List.of(event));
        all.add(edge);
        int to = model.step(location, event).to();
        identifying(to).forEach(question -> all.add(then(edge, question)));
      }
    }
    Set<List<Integer>> beginnings = new LinkedHashSet<>();
    for (List<Integer> list : all) {
      for (int length = 0; length < list.size(); length++) {
        beginnings.add(list.subList(0, length));
      }
    }
    return all.stream().filter(list -> !beginnings.contains(list)).toList();
  }
}
