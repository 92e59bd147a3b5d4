package io.mooring.codegen.vectors;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.conformance.WpMethodTestsIterator;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;
import net.automatalib.word.Word;

/** Lists of events of a machine, by their numbers, each from the initial location on. */
final class Walks {

  private static final int LONGEST_TOUR = 60;
  private static final int RANDOM_WALKS = 20;
  private static final int RANDOM_LENGTH = 50;
  private static final long SEED = 1;

  private final Model model;
  private final int events;

  Walks(Model model) {
    this.model = model;
    this.events = model.events().size();
  }

  /** Lists that together take every row. */
  List<List<Integer>> tours() {
    List<List<Integer>> tours = new ArrayList<>();
    BitSet missing = new BitSet();
    missing.set(0, model.steps().size());
    while (!missing.isEmpty()) {
      List<Integer> tour = new ArrayList<>();
      int location = model.initial().to();
      List<Integer> way = way(location, missing);
      while (!way.isEmpty() && (tour.isEmpty() || tour.size() + way.size() <= LONGEST_TOUR)) {
        for (int event : way) {
          missing.clear(location * events + event);
          location = model.step(location, event).to();
          tour.add(event);
        }
        way = way(location, missing);
      }
      if (tour.isEmpty()) {
        throw new IllegalStateException("no way leads to row " + missing.nextSetBit(0));
      }
      tours.add(tour);
    }
    return tours;
  }

  /** The shortest list that ends with a missing row; empty if none does. */
  private List<Integer> way(int from, BitSet missing) {
    int[] reachedBy = new int[model.locations().size()];
    Arrays.fill(reachedBy, -1);
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int location = open.remove();
      for (int event = 0; event < events; event++) {
        int row = location * events + event;
        if (missing.get(row)) {
          return back(from, location, reachedBy, event);
        }
        int next = model.steps().get(row).to();
        if (next != from && reachedBy[next] < 0) {
          reachedBy[next] = row;
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private List<Integer> back(int from, int location, int[] reachedBy, int last) {
    List<Integer> way = new ArrayList<>(List.of(last));
    for (int at = location; at != from; at = reachedBy[at] / events) {
      way.add(reachedBy[at] % events);
    }
    Collections.reverse(way);
    return way;
  }

  /**
   * The suite of the Wp-method: a system that answers all of these lists as the machine does, and
   * has no more states than can be distinguished in the machine, is equal to it.
   */
  List<List<Integer>> wpMethod() {
    List<List<Integer>> lists = new ArrayList<>();
    CompactMealy<Integer, String> mealy = mealy();
    Iterator<Word<Integer>> words =
        new WpMethodTestsIterator<>(mealy, mealy.getInputAlphabet(), 0);
    words.forEachRemaining(
        word -> {
          if (!word.isEmpty()) {
            lists.add(word.asList());
          }
        });
    return lists;
  }

  private CompactMealy<Integer, String> mealy() {
    Alphabet<Integer> alphabet = Alphabets.integers(0, events - 1);
    CompactMealy<Integer, String> mealy = new CompactMealy<>(alphabet);
    Map<Integer, Integer> states = new HashMap<>();
    for (int location = 0; location < model.locations().size(); location++) {
      states.put(location, mealy.addState());
    }
    mealy.setInitialState(states.get(model.initial().to()));
    for (Step step : model.steps()) {
      mealy.addTransition(
          states.get(step.from()), step.event(), states.get(step.to()), answer(step));
    }
    return HopcroftMinimizer.minimizeMealy(mealy);
  }

  private static String answer(Step step) {
    return step.outcome() + " " + step.code() + " " + step.notifications() + " " + step.effects();
  }

  /** Lists in which each event is drawn by chance; the same ones each time. */
  List<List<Integer>> random() {
    Random random = new Random(SEED);
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < RANDOM_WALKS; i++) {
      List<Integer> list = new ArrayList<>();
      for (int j = 0; j < RANDOM_LENGTH; j++) {
        list.add(random.nextInt(events));
      }
      lists.add(list);
    }
    return lists;
  }

  /** The rows that a list takes. */
  List<Integer> rows(List<Integer> list) {
    List<Integer> rows = new ArrayList<>();
    int location = model.initial().to();
    for (int event : list) {
      rows.add(location * events + event);
      location = model.step(location, event).to();
    }
    return rows;
  }
}
