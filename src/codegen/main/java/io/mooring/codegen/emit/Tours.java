package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Walks from the initial location that together take every step of a table, with as few steps as
 * there can be.
 *
 * <p>This is the directed postman problem with a free way back to the start: a walk may end
 * anywhere, and the next one begins anew. Steps that must be taken more than once are a cheapest
 * flow from the locations that are entered too often to those that are left too often; then one
 * circuit takes every step as often as it must, and its ways back cut it into walks. Among the
 * shortest solutions one with the fewest walks is chosen.
 */
final class Tours {

  /** A step costs more than all ways back together, so steps are saved first, and then walks. */
  private static final long STEP = 1_000_000;

  private static final long BACK = 1;

  private final int locations;
  private final int start;
  private final List<Arc> arcs = new ArrayList<>();

  /** A step of the table, or a way back to the start if there is none. */
  private static final class Arc {
    private final int from;
    private final int to;
    private final int step;
    private int times;

    Arc(int from, int to, int step, int times) {
      this.from = from;
      this.to = to;
      this.step = step;
      this.times = times;
    }

    long cost() {
      return step < 0 ? BACK : STEP;
    }
  }

  private Tours(Model model) {
    this.locations = model.locations().size();
    this.start = model.initial().to();
    for (int i = 0; i < model.steps().size(); i++) {
      Step step = model.steps().get(i);
      arcs.add(new Arc(step.from(), step.to(), i, 1));
    }
    for (int location = 0; location < locations; location++) {
      if (location != start) {
        arcs.add(new Arc(location, start, -1, 0));
      }
    }
  }

  /** The walks, each a list of indices of the model's steps. */
  static List<List<Integer>> of(Model model) {
    Tours tours = new Tours(model);
    tours.balance();
    return tours.cut(tours.circuit());
  }

  /** Repeats arcs until every location is left as often as it is entered. */
  private void balance() {
    int[] surplus = new int[locations];
    for (Arc arc : arcs) {
      surplus[arc.to] += arc.times;
      surplus[arc.from] -= arc.times;
    }
    while (Arrays.stream(surplus).anyMatch(each -> each > 0)) {
      augment(surplus);
    }
  }

  /**
   * Sends one unit along a cheapest path from a surplus to a lack. Arcs have no upper bound, and
   * what was sent may be sent back, so the flow stays a cheapest one for what it carries.
   */
  private void augment(int[] surplus) {
    long[] distance = new long[locations];
    Arc[] by = new Arc[locations];
    boolean[] backwards = new boolean[locations];
    Arrays.fill(distance, Long.MAX_VALUE);
    for (int location = 0; location < locations; location++) {
      if (surplus[location] > 0) {
        distance[location] = 0;
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Arc arc : arcs) {
        changed |= relax(arc, arc.from, arc.to, arc.cost(), false, distance, by, backwards);
        if (arc.times > (arc.step < 0 ? 0 : 1)) {
          changed |= relax(arc, arc.to, arc.from, -arc.cost(), true, distance, by, backwards);
        }
      }
    }
    int end = -1;
    for (int location = 0; location < locations; location++) {
      if (surplus[location] < 0 && (end < 0 || distance[location] < distance[end])) {
        end = location;
      }
    }
    surplus[end]++;
    int at = end;
    for (Arc arc = by[at]; arc != null; arc = by[at]) {
      arc.times += backwards[at] ? -1 : 1;
      at = backwards[at] ? arc.to : arc.from;
    }
    surplus[at]--;
  }

  private static boolean relax(
      Arc arc,
      int from,
      int to,
      long cost,
      boolean back,
      long[] distance,
      Arc[] by,
      boolean[] backwards) {
    if (distance[from] == Long.MAX_VALUE || distance[from] + cost >= distance[to]) {
      return false;
    }
    distance[to] = distance[from] + cost;
    by[to] = arc;
    backwards[to] = back;
    return true;
  }

  /** A circuit from the start that takes every arc as often as it must (Hierholzer). */
  private List<Arc> circuit() {
    List<Deque<Arc>> leaving = new ArrayList<>();
    for (int location = 0; location < locations; location++) {
      leaving.add(new ArrayDeque<>());
    }
    for (Arc arc : arcs) {
      for (int i = 0; i < arc.times; i++) {
        leaving.get(arc.from).add(arc);
      }
    }
    List<Arc> circuit = new ArrayList<>();
    Deque<Arc> open = new ArrayDeque<>();
    int at = start;
    while (true) {
      Arc next = leaving.get(at).poll();
      if (next != null) {
        open.push(next);
        at = next.to;
      } else if (open.isEmpty()) {
        break;
      } else {
        Arc done = open.pop();
        circuit.add(done);
        at = done.from;
      }
    }
    Collections.reverse(circuit);
    return circuit;
  }

  private List<List<Integer>> cut(List<Arc> circuit) {
    List<List<Integer>> walks = new ArrayList<>();
    List<Integer> walk = new ArrayList<>();
    for (Arc arc : circuit) {
      if (arc.step >= 0) {
        walk.add(arc.step);
      } else if (!walk.isEmpty()) {
        walks.add(walk);
        walk = new ArrayList<>();
      }
    }
    if (!walk.isEmpty()) {
      walks.add(walk);
    }
    return walks;
  }
}
