package io.mooring.mbt.coverage;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.mbt.machine.MooreGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a machine's graph has been covered, counted against all of it.
 *
 * <p>It has some dimensions, each with an exact denominator. The <em>rows</em> are the pairs of a
 * location and an event. The <em>edges</em> are those of the graph that a model checker explores,
 * in which the outputs of the last step are part of the state. The <em>edge pairs</em> are an edge
 * and one that follows it. A harness may add dimensions of its own. What the context of the graph
 * rules out counts as neither covered nor missing.
 *
 * <p>Thread-safe: one object may count for many threads, each with a {@link CoverageRecorder} of
 * its own.
 */
public final class Coverage {

  /** Pairs are stored in a bit each up to so many: two megabytes. */
  private static final long DENSE = 1L << 24;

  private final CoveragePlan plan;
  private final Dimension rows;
  private final Dimension edges;
  private final Dimension pairs;
  private final List<Dimension> dimensions;
  private final @Nullable StepCounts counts;

  private Coverage(CoveragePlan plan, List<Dimension> dimensions, @Nullable StepCounts counts) {
    this.plan = plan;
    this.counts = counts;
    this.dimensions = List.copyOf(dimensions);
    this.rows = dimensions.get(0);
    this.edges = dimensions.get(1);
    this.pairs = dimensions.get(2);
  }

  private static Coverage of(CoveragePlan plan, List<Dimension> more) {
    MooreGraph graph = plan.graph();
    List<Dimension> dimensions = new ArrayList<>();
    dimensions.add(
        Dimension.of(
            "rows",
            "rows",
            graph.machine().rows(),
            plan.rows(),
            row -> graph.machine().rowText((int) row)));
    dimensions.add(
        Dimension.of(
            "edges", "edges", graph.edges(), graph.possible(), edge -> graph.edgeText((int) edge)));
    Dimension.Items pairs = plan.dense() ? densePairs(plan.pairs()) : new SparseItems(plan.pairs());
    dimensions.add(new Dimension("edge pairs", "pairs", pairs, plan.pairs()::text));
    dimensions.addAll(more);
    return new Coverage(plan, dimensions, null);
  }

  private static Dimension.Items densePairs(EdgePairs pairs) {
    BitSet possible = new BitSet((int) pairs.total());
    pairs.possible().forEach(pair -> possible.set((int) pair));
    return new DenseItems((int) pairs.total(), possible);
  }

  /** Nothing of a graph covered yet. */
  public static Coverage of(MooreGraph graph) {
    return of(new CoveragePlan(graph, graph.context().begin(), DENSE), List.of());
  }

  /**
   * Nothing of a graph covered yet.
   *
   * @param fresh the state of the context in which a recorded run begins; at least what can occur
   *     there must be able to occur where the graph begins
   * @param more dimensions that a harness adds, with nothing covered
   */
  public static Coverage of(MooreGraph graph, int fresh, List<Dimension> more) {
    return of(new CoveragePlan(graph, fresh, DENSE), more);
  }

  /** The same with a limit of its own, up to which pairs have a bit each. */
  static Coverage of(MooreGraph graph, long dense) {
    return of(new CoveragePlan(graph, graph.context().begin(), dense), List.of());
  }

  /** The same with nothing covered. It costs little, unlike a first one of a graph. */
  public Coverage empty() {
    return new Coverage(
        plan,
        dimensions.stream().map(Dimension::empty).toList(),
        counts == null ? null : counts.empty());
  }

  /**
   * The same with nothing covered, which also counts how often each row, edge and pair is taken.
   * That makes a recorded step a little slower.
   */
  public Coverage counting() {
    MooreGraph graph = plan.graph();
    return new Coverage(
        plan,
        dimensions.stream().map(Dimension::empty).toList(),
        new StepCounts(graph.machine().rows(), graph.edges()));
  }

  /**
   * How often each row, edge and pair was taken. {@link io.mooring.codegen.counts.CountsJson}
   * writes it as a file.
   *
   * @param fingerprint the digest of the table: {@code Table.FINGERPRINT} of the generated code
   * @param source what was run, in words
   * @throws IllegalStateException if this coverage is not {@link #counting}
   */
  public CoverageCounts counts(String fingerprint, String source) {
    if (counts == null) {
      throw new IllegalStateException("this coverage does not count; counting() returns one");
    }
    return new CountedPassages(plan).of(counts, plan.rows(), fingerprint, source);
  }

  /**
   * The dimension of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Dimension dimension(String name) {
    for (Dimension dimension : dimensions) {
      if (dimension.name().equals(name)) {
        return dimension;
      }
    }
    throw new IllegalArgumentException("there is no dimension " + name);
  }

  /** Covers what another coverage of the same graph and dimensions covers, too. */
  public void add(Coverage other) {
    for (int i = 0; i < dimensions.size(); i++) {
      dimensions.get(i).addAll(other.dimensions.get(i));
    }
    if (counts != null && other.counts != null) {
      counts.addAll(other.counts);
    }
  }

  /** Begins to record one run, from the initial state on. */
  public CoverageRecorder begin() {
    int state = plan.graph().find(plan.graph().machine().initial());
    return new CoverageRecorder(this, state, counts);
  }

  /** The graph that is counted against. */
  public MooreGraph graph() {
    return plan.graph();
  }

  int fresh() {
    return plan.fresh();
  }

  long pair(int edge, int second) {
    return plan.pairs().pair(edge, second);
  }

  /** The state of the context after a row of the table. */
  int context(int context, int row) {
    return plan.context(context, row);
  }

  /** The rows of the table. */
  public Dimension rows() {
    return rows;
  }

  /** The edges of the graph. */
  public Dimension edges() {
    return edges;
  }

  /** The pairs of an edge and one that follows it. */
  public Dimension pairs() {
    return pairs;
  }

  /** All dimensions: rows, edges, pairs, then what the harness has added. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The events that can follow where something new was covered, and have not yet. */
  public List<Integer> openAfter(NewCoverage covered) {
    if (covered.edge() < 0) {
      return List.of();
    }
    MooreGraph graph = plan.graph();
    return IntStream.range(0, graph.machine().events().size())
        .filter(
            event ->
                graph.context().canOccur(covered.context(), event)
                    && pairs.isOpen(pair(covered.edge(), event)))
        .boxed()
        .toList();
  }

  /** Everything that is covered, of all dimensions, each by a number of its own. */
  public List<Long> covered() {
    List<Long> covered = new ArrayList<>();
    long higher = 0;
    for (Dimension dimension : dimensions) {
      for (long number : dimension.covered()) {
        covered.add(higher + number);
      }
      higher += dimension.total();
    }
    return covered;
  }

  /** What is covered and should be impossible, in words: nothing, if the denominators are right. */
  public List<String> impossible() {
    return dimensions.stream().flatMap(each -> each.impossible().stream()).toList();
  }

  /** Whether every row and every edge that can be covered is. */
  public boolean isComplete() {
    return rows.isComplete() && edges.isComplete();
  }

  /** Whether everything that can be covered is, of all dimensions. */
  public boolean isExhausted() {
    for (int i = 0; i < dimensions.size(); i++) {
      if (!dimensions.get(i).isComplete()) {
        return false;
      }
    }
    return true;
  }

  /** One line about the dimensions: {@code rows 134/134 (100.0 %), edges 1003/1003 (100.0 %)}. */
  public String summary() {
    return rows.fraction() + ", " + edges.fraction();
  }

  /** One line about the others: {@code edge pairs 17000/17010 (99.9 %), ...}. */
  public String pairSummary() {
    return dimensions.stream().skip(2).map(Dimension::fraction).collect(Collectors.joining(", "));
  }

  /** All of it, shorter: {@code rows 100 %, edges 99.9 %, pairs 97.0 %}. */
  public String shares() {
    return dimensions.stream().map(Dimension::share).collect(Collectors.joining(", "));
  }
}
