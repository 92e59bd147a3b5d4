package io.mooring.room.testkit;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * How much of the specification's graph has been taken, counted against all of it.
 *
 * <p>Two denominators, both exact. The <em>rows</em> are the pairs of a location and an event: what
 * the table has. The <em>edges</em> are those of the graph that a model checker explores, in which
 * the outputs of the last step are part of the state: a pair of a whole state and an event.
 *
 * <p>A connection cannot take all of them: nobody can answer an attempt to get back in a session
 * that has made none, nor can its window be used up. Those rows and edges count as neither taken
 * nor missing.
 *
 * <p>Thread-safe; one object may collect from many threads.
 */
public final class EdgeCoverage {
  private static final int EVENTS = Event.values().length;
  private static final FullGraph GRAPH = FullGraph.OF_TABLE;

  private final AtomicLongArray rows = new AtomicLongArray(Location.values().length * EVENTS);
  private final AtomicLongArray edges = new AtomicLongArray(GRAPH.edges());

  /**
   * Counts a step.
   *
   * @param before the step that led to the state in which the event came
   * @param after the step that the event then made
   */
  public void add(Step before, Step after) {
    rows.incrementAndGet(row(after.from(), after.event()));
    int state = GRAPH.find(before);
    if (state >= 0) {
      edges.incrementAndGet(FullGraph.edge(state, after.event()));
    }
  }

  /** Counts the steps of a connection from its beginning on. */
  public void add(List<Step> steps) {
    Step last = Table.initial();
    for (Step step : steps) {
      add(last, step);
      last = step;
    }
  }

  /** How many rows of the table have been taken. */
  public int rowsTaken() {
    return taken(rows);
  }

  /** How many rows the table has. */
  public int rowsInAll() {
    return rows.length();
  }

  /** How many edges of the full graph have been taken. */
  public int edgesTaken() {
    return taken(edges);
  }

  /** How many edges the full graph has. */
  public int edgesInAll() {
    return edges.length();
  }

  /** How many rows a connection can take. */
  public int rowsPossible() {
    return (int) Table.steps().stream().filter(EdgeCoverage::isPossible).count();
  }

  /** How many edges of the full graph a connection can take. */
  public int edgesPossible() {
    return GRAPH.possible().cardinality();
  }

  private static boolean isPossible(Step row) {
    return IntStream.range(0, GRAPH.states())
        .filter(state -> GRAPH.state(state).to() == row.from())
        .anyMatch(state -> GRAPH.isPossible(state, row.event()));
  }

  /** How often a row has been taken. */
  public long count(Location from, Event event) {
    return rows.get(row(from, event));
  }

  /**
   * The rows that can be taken and have not been, as {@code LOCATION --Event-->}, in the table's
   * order.
   */
  public List<String> rowsMissing() {
    List<String> missing = new ArrayList<>();
    for (Step step : Table.steps()) {
      if (count(step.from(), step.event()) == 0 && isPossible(step)) {
        missing.add(step.from() + " --" + step.event().action() + "-->");
      }
    }
    return missing;
  }

  /**
   * The edges of the full graph that can be taken and have not been, each with the step that leads
   * to its state.
   */
  public List<String> edgesMissing() {
    List<String> missing = new ArrayList<>();
    for (int state = 0; state < GRAPH.states(); state++) {
      for (Event event : Event.values()) {
        if (edges.get(FullGraph.edge(state, event)) == 0 && GRAPH.isPossible(state, event)) {
          missing.add(Wording.step(GRAPH.state(state)) + " --" + event.action() + "-->");
        }
      }
    }
    return missing;
  }

  /** Whether every row and every edge that can be taken has been. */
  public boolean isComplete() {
    return rowsTaken() == rowsPossible() && edgesTaken() == edgesPossible();
  }

  /**
   * One line, of those that can be taken: {@code rows 134/134 (100.0 %), edges 1003/1003 (100.0
   * %)}.
   */
  public String summary() {
    return "rows "
        + fraction(rowsTaken(), rowsPossible())
        + ", edges "
        + fraction(edgesTaken(), edgesPossible());
  }

  private static String fraction(int part, int whole) {
    // Rounded down, so that 100.0 % is said of the whole alone.
    double percent = Math.floor(1000.0 * part / whole) / 10;
    return String.format(Locale.ROOT, "%d/%d (%.1f %%)", part, whole, percent);
  }

  @SuppressWarnings("EnumOrdinal") // an index into a dense table of this process, never stored
  private static int row(Location from, Event event) {
    return from.ordinal() * EVENTS + event.ordinal();
  }

  private static int taken(AtomicLongArray counts) {
    int taken = 0;
    for (int i = 0; i < counts.length(); i++) {
      taken += counts.get(i) > 0 ? 1 : 0;
    }
    return taken;
  }
}
