package io.mooring.codegen.vectors;

import io.mooring.codegen.model.Model;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

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
