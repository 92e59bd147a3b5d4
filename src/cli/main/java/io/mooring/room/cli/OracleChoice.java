package io.mooring.room.cli;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.room.harness.Fuzz;
import io.mooring.room.harness.JUnitSource;
import io.mooring.room.harness.StepOracle;
import io.mooring.room.harness.Walk;
import io.mooring.room.harness.tlc.TimedOracle;
import io.mooring.room.harness.tlc.TlcOracle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.TypeConversionException;

/** Who is asked after every step of a fuzz whether it was right. */
enum OracleChoice {
  /** TLC in this process, with the text of the specification. */
  TLC,
  /** The generated table. */
  TABLE,
  /** TLC in this process, with the text of the timed specification. */
  TIMED;

  private static final String TIMED_MODULE = "spec/RoomReconnect.tla";

  /** What one unit of time is to the timed specification. */
  private static final Duration UNIT = Duration.ofSeconds(1);

  /** An oracle that is open until it is closed. */
  interface Opened extends AutoCloseable {
    /** The same fuzz, judged by this oracle. */
    Fuzz judging(Fuzz fuzz);

    @Override
    void close();
  }

  private record Open(UnaryOperator<Fuzz> judge, Runnable closing) implements Opened {
    @Override
    public Fuzz judging(Fuzz fuzz) {
      return judge.apply(fuzz);
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /** Opens the oracle for the specification of a project. */
  Opened open(Path project) throws TlcException {
    return switch (this) {
      case TABLE -> new Open(fuzz -> fuzz.withOracle("table", StepOracle.table()), () -> {});
      case TLC -> {
        TlcOracle tlc = tlc(project);
        yield new Open(fuzz -> fuzz.withOracle("tlc", tlc), tlc::close);
      }
      case TIMED -> {
        TimedOracle timed = TimedOracle.open(Tlc.bundled(), project.resolve(TIMED_MODULE), UNIT);
        yield new Open(fuzz -> fuzz.withOracle("timed", timed), timed::close);
      }
    };
  }

  /** The source of a JUnit test that judges a walk again. */
  String test(Path project, String name, String engine, Walk walk) {
    return this == TIMED
        ? JUnitSource.ofTimed(name, engine, project.resolve(TIMED_MODULE), UNIT, walk)
        : JUnitSource.of(name, engine, walk);
  }

  /** TLC with the contract of a project. */
  static TlcOracle tlc(Path project) throws TlcException {
    return TlcOracle.open(
        Tlc.bundled(),
        project.resolve("spec/RoomConnection.tla"),
        project.resolve("spec/RoomConnection.cfg"));
  }

  /** Reads a choice, whatever its case. */
  static OracleChoice of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "tlc" -> TLC;
      case "table" -> TABLE;
      case "timed" -> TIMED;
      default ->
          throw new TypeConversionException("expected tlc, table or timed, not '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
