package io.mooring.room.harness.model;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.coverage.Dimension;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Timer;
import java.util.List;

/**
 * The coverage of room connections: rows, edges and edge pairs of the graph, and an additional
 * dimension, the <em>timer firings</em>: a timer, the location in which it fires, and whether
 * another one was armed since: in time, late, or superseded.
 *
 * <p>A connection cannot cover all of the graph: in a session without an attempt no attempt can
 * end, and no window can be used up. What needs that counts as neither covered nor missing.
 */
public final class RoomCoverage {
  private static final String FIRINGS = "timer firings";
  private static final Coverage EMPTY =
      Coverage.of(
          RoomMachine.graph(),
          TimerFirings.FRESH,
          List.of(
              Dimension.of(
                  FIRINGS,
                  "timers",
                  TimerFirings.total(),
                  TimerFirings.OF_TABLE.possible(),
                  number -> TimerFirings.text((int) number))));

  private RoomCoverage() {}

  /** Nothing covered yet. */
  public static Coverage empty() {
    return EMPTY.empty();
  }

  /** The ways in which timers have fired. */
  public static Dimension firings(Coverage coverage) {
    return coverage.dimension(FIRINGS);
  }

  /**
   * Counts the firing of a timer.
   *
   * @param in the location in which it fires
   * @param latest whether no other timer was armed since
   */
  public static void fired(CoverageRecorder recorder, Timer timer, Location in, boolean latest) {
    recorder.add(firings(recorder.coverage()), TimerFirings.number(timer, in, latest));
  }
}
