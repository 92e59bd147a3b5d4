package io.mooring.room.harness;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.machine.ExploredMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.timed.TimedOracle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The specification of this repository, explored once for all tests of the JVM. */
public final class Specification {
  public static final Path MODULE = Path.of("../../spec/RoomConnection.tla");
  public static final Path CONFIG = Path.of("../../spec/RoomConnection.cfg");

  public static final Path TIMED = Path.of("../../spec/RoomReconnect.tla");
  public static final Path TIMED_CONFIG = Path.of("../../spec/RoomReconnect.cfg");

  private static final class Explored {
    static final StateGraph GRAPH = explore();

    private static StateGraph explore() {
      try {
        return Tlc.bundled().explore(MODULE, CONFIG);
      } catch (TlcException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private Specification() {}

  public static StateGraph graph() {
    return Explored.GRAPH;
  }

  /** The explored graph as a machine. */
  public static Machine machine() {
    return ExploredMachine.of("RoomConnection", graph());
  }

  /** How many pairs of a whole state and an event TLC explored. */
  public static int edges() {
    return (int)
        graph().transitions().stream()
            .map(each -> List.of(each.from(), each.action(), each.parameters()))
            .distinct()
            .count();
  }

  public static TimedOracle timed(Duration unit) {
    try {
      return TimedOracle.open(Tlc.bundled(), TIMED, unit);
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static TlcOracle oracle() {
    try {
      return TlcOracle.open(Tlc.bundled(), MODULE, CONFIG, RoomMachine.table());
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
