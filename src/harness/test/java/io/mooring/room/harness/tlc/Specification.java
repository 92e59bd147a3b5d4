package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;

/** The specification of this repository, explored once for all tests of the JVM. */
final class Specification {
  static final Path MODULE = Path.of("../../spec/RoomConnection.tla");
  static final Path CONFIG = Path.of("../../spec/RoomConnection.cfg");

  static final Path TIMED = Path.of("../../spec/RoomReconnect.tla");
  static final Path TIMED_CONFIG = Path.of("../../spec/RoomReconnect.cfg");

  private static final class Explored {
    static final TlcGraph GRAPH = explore();

    private static TlcGraph explore() {
      try {
        return TlcGraph.explore(Tlc.bundled(), MODULE, CONFIG);
      } catch (TlcException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private Specification() {}

  static TlcGraph graph() {
    return Explored.GRAPH;
  }

  static TimedOracle timed(Duration unit) {
    try {
      return TimedOracle.open(Tlc.bundled(), TIMED, unit);
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static TlcOracle oracle() {
    try {
      return TlcOracle.open(Tlc.bundled(), MODULE, CONFIG);
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
