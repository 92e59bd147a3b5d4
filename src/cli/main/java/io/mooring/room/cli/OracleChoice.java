package io.mooring.room.cli;

import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.testkit.StepOracle;
import io.mooring.room.testkit.tlc.TlcOracle;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Who is asked after every step of a fuzz whether it was right. */
enum OracleChoice {
  /** TLC in this process, with the text of the specification. */
  TLC,
  /** The generated table. */
  TABLE;

  /** An oracle that is open until it is closed. */
  interface Opened extends AutoCloseable {
    StepOracle oracle();

    @Override
    void close();
  }

  private record Open(StepOracle oracle, Runnable closing) implements Opened {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** Opens the oracle for the specification of a project. */
  Opened open(Path project) throws TlcException {
    return switch (this) {
      case TABLE -> new Open(StepOracle.table(), () -> {});
      case TLC -> {
        TlcOracle tlc =
            TlcOracle.open(
                Tlc.bundled(),
                project.resolve("spec/RoomConnection.tla"),
                project.resolve("spec/RoomConnection.cfg"));
        yield new Open(tlc, tlc::close);
      }
    };
  }

  /** Reads a choice, whatever its case. */
  static OracleChoice of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "tlc" -> TLC;
      case "table" -> TABLE;
      default -> throw new TypeConversionException("expected tlc or table, not '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
