package io.mooring.room.testkit.tlc;

import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import java.nio.file.Path;

/** The specification of this repository, explored once for all tests of the JVM. */
final class Specification {
  static final Path MODULE = Path.of("../../spec/RoomConnection.tla");
  static final Path CONFIG = Path.of("../../spec/RoomConnection.cfg");

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

  static TlcOracle oracle() {
    try {
      return TlcOracle.open(Tlc.bundled(), MODULE, CONFIG);
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
