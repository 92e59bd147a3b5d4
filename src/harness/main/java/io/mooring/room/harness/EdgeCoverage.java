package io.mooring.room.harness;

import io.mooring.mbt.coverage.CoverageBits;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of the specification's graph has been taken, counted against all of it.
 *
 * <p>Four denominators, all exact. The <em>rows</em> are the pairs of a location and an event: what
 * the table has, which is every outcome of every guard of the specification. The <em>edges</em> are
 * those of the graph that a model checker explores, in which the outputs of the last step are part
 * of the state: a pair of a whole state and an event. The <em>edge pairs</em> are an edge and one
 * that follows it. The <em>timer firings</em> are a timer, a location that it fires in, and whether
 * another one had been armed since: so in time, late, or superseded.
 *
 * <p>A connection cannot take all of them: nobody can answer an attempt to get back in a session
 * that has made none, nor can its window be used up. What needs that counts as neither taken nor
 * missing.
 *
 * <p>Thread-safe; one object may collect from many threads, each with a {@link Trail} of its own.
 */
public final class EdgeCoverage {
  private static final Event[] EVENTS = Event.values();
  private static final FullGraph GRAPH = FullGraph.OF_TABLE;

  private final CoverageBits rows = new CoverageBits(Rows.COUNT, possibleRows());
  private final CoverageBits edges = new CoverageBits(GRAPH.edges(), GRAPH.possible());
  private final CoverageBits pairs = new CoverageBits(GRAPH.pairs(), GRAPH.possiblePairs());
  private final CoverageBits firings =
      new CoverageBits(TimerFirings.inAll(), TimerFirings.OF_TABLE.possible());

  /** Nothing taken yet. */
  public EdgeCoverage() {}

  private static BitSet possibleRows() {
    BitSet rows = new BitSet();
    IntStream.range(0, GRAPH.states())
        .forEach(
            state -> {
              for (Event event : Event.values()) {
                if (GRAPH.isPossible(state, event)) {
                  rows.set(Rows.number(GRAPH.state(state).to(), event));
                }
              }
            });
    return rows;
  }

  /** The state of the full graph after a step; negative if it has no such state. */
  private static int after(int state, Step step) {
    boolean asInTable = state >= 0 && Rows.isOwn(step) && step.from() == GRAPH.state(state).to();
    return asInTable ? GRAPH.next(state, step.event()) : GRAPH.find(step);
  }

  /** Begins to count what one connection takes, from its creation on. */
  public Trail begin() {
    return new Trail();
  }

  /** What one connection takes, counted as it comes. For one thread. */
  public final class Trail {
    private int state = GRAPH.find(Table.initial());
    private int edge = -1;
    private boolean episode;
    private boolean news;
    private boolean over;
    private final List<Find> finds = new ArrayList<>();

    private Trail() {}

    /** Counts a step: the one after that which was counted before. */
    public void add(Step step) {
      if (over) {
        return;
      }
      episode = FullGraph.isEpisode(episode, step);
      found(rows.add(Rows.number(step.from(), step.event())));
      if (edge >= 0) {
        found(pairs.add(FullGraph.pair(edge, step.event())));
      }
      edge = state < 0 ? -1 : FullGraph.edge(state, step.event());
      if (edge >= 0) {
        found(edges.add(edge));
      }
      state = after(state, step);
    }

    /**
     * Counts the firing of a timer.
     *
     * @param in where the connection was then
     * @param latest whether no other timer had been armed since
     */
    public void fired(Timer timer, Location in, boolean latest) {
      if (!over) {
        found(firings.add(TimerFirings.number(timer, in, latest)));
      }
    }

    /**
     * Its process dies: what later ones take is not counted, since the graph is that of one life.
     */
    void ends() {
      over = true;
    }

    private void found(boolean first) {
      news |= first;
    }

    /** Says that a stimulus is done, and how many there were so far. */
    void given(int stimuli) {
      if (news) {
        news = false;
        finds.add(new Find(stimuli, edge, episode));
      }
    }

    /** Where something was taken that nobody had taken before. */
    List<Find> finds() {
      return List.copyOf(finds);
    }
  }

  /**
   * Where in a walk something was taken for the first time.
   *
   * @param stimuli how many stimuli it took
   * @param edge the number of the edge of the full graph that was taken last by then; negative if
   *     none was
   * @param episode whether the latest session had begun to reconnect by then
   */
  record Find(int stimuli, int edge, boolean episode) {}

  /** How many rows of the table have been taken. */
  public int rowsTaken() {
    return rows.count();
  }

  /** How many rows the table has. */
  public int rowsInAll() {
    return rows.total();
  }

  /** How many rows a connection can take. */
  public int rowsPossible() {
    return rows.possible();
  }

  /**
   * The rows that can be taken and have not been, as {@code LOCATION --Event-->}, in the table's
   * order.
   */
  public List<String> rowsMissing() {
    return rows.missing(Rows::text);
  }

  /** How many edges of the full graph have been taken. */
  public int edgesTaken() {
    return edges.count();
  }

  /** How many edges the full graph has. */
  public int edgesInAll() {
    return edges.total();
  }

  /** How many edges of the full graph a connection can take. */
  public int edgesPossible() {
    return edges.possible();
  }

  /**
   * The edges of the full graph that can be taken and have not been, each with the step that leads
   * to its state.
   */
  public List<String> edgesMissing() {
    return edges.missing(GRAPH::edgeText);
  }

  /**
   * The edge pairs that a connection took, as numbers below {@link #edgePairsInAll()}: for a fuzzer
   * that is guided by them.
   *
   * @param steps the steps of the connection, from its beginning
   */
  public static IntStream edgePairs(List<Step> steps) {
    IntStream.Builder taken = IntStream.builder();
    int state = GRAPH.find(Table.initial());
    int edge = -1;
    for (Step step : steps) {
      if (edge >= 0) {
        taken.add(FullGraph.pair(edge, step.event()));
      }
      edge = state < 0 ? -1 : FullGraph.edge(state, step.event());
      state = after(state, step);
    }
    return taken.build();
  }

  /** How many pairs of an edge and one that follows it have been taken. */
  public int edgePairsTaken() {
    return pairs.count();
  }

  /** How many pairs of an edge and one that follows it the full graph has. */
  public int edgePairsInAll() {
    return pairs.total();
  }

  /** How many pairs of an edge and one that follows it a connection can take. */
  public int edgePairsPossible() {
    return pairs.possible();
  }

  /**
   * The edge pairs that can be taken and have not been, each with the step that leads to its first
   * state.
   */
  public List<String> edgePairsMissing() {
    return pairs.missing(GRAPH::pairText);
  }

  /** What can follow at the end of a list that found something, and has not yet. */
  List<Event> notTakenAfter(Find find) {
    List<Event> events = new ArrayList<>();
    for (Event event : EVENTS) {
      if (FullGraph.canCome(find.episode(), event)
          && pairs.isOpen(FullGraph.pair(find.edge(), event))) {
        events.add(event);
      }
    }
    return events;
  }

  /** In how many ways a timer has fired. */
  public int firingsTaken() {
    return firings.count();
  }

  /** In how many ways a timer of a connection can fire. */
  public int firingsPossible() {
    return firings.possible();
  }

  /** The ways in which a timer can fire and has not, as {@code joinTimeout late in FAILED}. */
  public List<String> firingsMissing() {
    return firings.missing(TimerFirings::text);
  }

  /** Everything that has been taken, of all kinds, each by a number of its own. */
  BitSet taken() {
    BitSet all = new BitSet();
    int higher = 0;
    for (CoverageBits kind : List.of(rows, edges, pairs, firings)) {
      kind.addTo(all, higher);
      higher += kind.total();
    }
    return all;
  }

  /**
   * What has been taken though no connection can take it: nothing, if the denominators are right.
   */
  List<String> impossible() {
    return Stream.of(
            edges.impossible(GRAPH::edgeText),
            pairs.impossible(GRAPH::pairText),
            firings.impossible(TimerFirings::text))
        .flatMap(List::stream)
        .toList();
  }

  /** Whether every row and every edge that can be taken has been. */
  public boolean isComplete() {
    return rows.isComplete() && edges.isComplete();
  }

  /** Whether every edge pair and every firing of a timer that can be taken has been, too. */
  public boolean isExhausted() {
    return isComplete() && pairs.isComplete() && firings.isComplete();
  }

  /**
   * One line, of those that can be taken: {@code rows 134/134 (100.0 %), edges 1003/1003 (100.0
   * %)}.
   */
  public String summary() {
    return "rows " + rows.fraction() + ", edges " + edges.fraction();
  }

  /** One line more: {@code edge pairs 17000/17010 (99.9 %), timer firings 27/27 (100.0 %)}. */
  public String pairSummary() {
    return "edge pairs " + pairs.fraction() + ", timer firings " + firings.fraction();
  }

  /** All of it, shorter: {@code rows 100 %, edges 99.9 %, pairs 97.0 %, timers 100 %}. */
  public String shares() {
    return "rows "
        + rows.share()
        + ", edges "
        + edges.share()
        + ", pairs "
        + pairs.share()
        + ", timers "
        + firings.share();
  }
}
