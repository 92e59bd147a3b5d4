package io.mooring.mbt.coverage;

import io.mooring.mbt.machine.MooreGraph;
import java.util.List;

/**
 * Event sequences that need no luck: together they cover every edge of a machine's graph, or every
 * pair of edges.
 */
public final class Tours {

  private Tours() {}

  /**
   * Event sequences from the initial state that together cover every edge that can be covered. A
   * sequence is extended greedily while an edge that is not covered is in reach.
   *
   * @param maxLength how many events a sequence may have before the next one begins
   */
  public static List<List<Integer>> everyEdge(MooreGraph graph, int maxLength) {
    return new TourPlan(graph, false).tours(maxLength);
  }

  /**
   * The same for every pair of an edge and one that follows it; as {@link #everyEdge}.
   *
   * @param maxLength how many events a sequence may have before the next one begins
   * @throws IllegalArgumentException if the graph has too many pairs to plan for
   */
  public static List<List<Integer>> everyEdgePair(MooreGraph graph, int maxLength) {
    return new TourPlan(graph, true).tours(maxLength);
  }
}
