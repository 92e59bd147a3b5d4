package io.mooring.mbt.coverage;

import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.MooreGraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one run covers, step by step. A row of the table is counted by its number alone,
 * without reflection and without allocation. For one thread.
 */
public final class CoverageRecorder {
  private static final int NONE = -1;

  private final Coverage coverage;
  private final MooreGraph graph;
  private final int events;
  private final Dimension rows;
  private final Dimension edges;
  private final Dimension pairs;
  private final @Nullable StepCounts counts;
  private int state;
  private int edge = NONE;
  private int context;
  private boolean news;
  private boolean over;
  private List<NewCoverage> covered = List.of();

  CoverageRecorder(Coverage coverage, int state, @Nullable StepCounts counts) {
    this.coverage = coverage;
    this.counts = counts;
    this.graph = coverage.graph();
    this.events = graph.machine().events().size();
    this.rows = coverage.rows();
    this.edges = coverage.edges();
    this.pairs = coverage.pairs();
    this.state = state;
    this.context = coverage.fresh();
  }

  /** The coverage that it counts in. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Counts a step that is a row of the table: the step after the one that was counted before.
   *
   * @param row the number of the row
   */
  public void add(int row) {
    if (over) {
      return;
    }
    int from = row / events;
    int event = row % events;
    context = coverage.context(context, row);
    count(row, event);
    state =
        state >= 0 && graph.state(state).to() == from
            ? graph.next(state, event)
            : graph.machine().step(row).map(graph::find).orElse(NONE);
  }

  /** Counts a step that is no row of the table: one that an implementation has made. */
  public void add(MachineStep step) {
    if (over) {
      return;
    }
    context = graph.context().next(context, step);
    count(graph.machine().row(step.from(), step.event()), step.event());
    state = graph.find(step);
  }

  private void count(int row, int event) {
    boolean first = rows.add(row);
    long pair = edge < 0 ? NONE : coverage.pair(edge, event);
    if (pair >= 0) {
      first |= pairs.add(pair);
    }
    edge = state < 0 ? NONE : graph.edge(state, event);
    if (edge >= 0) {
      first |= edges.add(edge);
    }
    news |= first;
    if (counts != null) {
      counts.add(row, edge, pair);
    }
  }

  /** Counts an item of a dimension that the harness has added. */
  public void add(Dimension dimension, int number) {
    if (!over) {
      news |= dimension.add(number);
    }
  }

  /** Stops counting: the graph does not describe what follows. */
  public void end() {
    over = true;
  }

  /** Says that an input is done, and how many there were so far. */
  public void done(int inputs) {
    if (news) {
      news = false;
      if (covered.isEmpty()) {
        covered = new ArrayList<>();
      }
      covered.add(new NewCoverage(inputs, edge, context));
    }
  }

  /** Where something was covered for the first time. */
  public List<NewCoverage> covered() {
    return List.copyOf(covered);
  }
}
