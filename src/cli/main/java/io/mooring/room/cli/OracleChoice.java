package io.mooring.room.cli;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.run.Harness;
import io.mooring.mbt.run.Run;
import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.harness.ConnectionTestSource;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.harness.timed.TimedHarness;
import io.mooring.room.harness.timed.TimedOracle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** The oracle that checks each step of a fuzz. */
enum OracleChoice {
  /** TLC in this process, with the text of the specification. */
  TLC,
  /** The generated table. */
  TABLE,
  /** TLC in this process, with the text of the timed specification. */
  TIMED;

  private static final String TIMED_MODULE = "spec/RoomReconnect.tla";

  /** The duration of one time unit of the timed specification. */
  private static final Duration UNIT = Duration.ofSeconds(1);

  /** An oracle that is open until it is closed. */
  interface Opened extends AutoCloseable {
    /** A fuzz of connections on an engine, checked by this oracle. */
    Fuzz<Stimulus> fuzz(EngineChoice engine);

    @Override
    void close();
  }

  private record Open(
      String name, Function<EngineChoice, Harness<Stimulus>> harness, Runnable closing)
      implements Opened {
    @Override
    public Fuzz<Stimulus> fuzz(EngineChoice engine) {
      return Fuzz.of(engine.toString(), name, harness.apply(engine));
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /** Opens the oracle for the specification of a project. */
  Opened open(Path project) throws TlcException {
    return switch (this) {
      case TABLE -> new Open("table", engine -> ConnectionHarness.of(engine.supplier()), () -> {});
      case TLC -> {
        TlcOracle tlc = tlc(project);
        yield new Open(
            "tlc", engine -> ConnectionHarness.of(engine.supplier()).withOracle(tlc), tlc::close);
      }
      case TIMED -> {
        TimedOracle timed = TimedOracle.open(Tlc.bundled(), project.resolve(TIMED_MODULE), UNIT);
        yield new Open("timed", engine -> TimedHarness.of(engine.supplier(), timed), timed::close);
      }
    };
  }

  /** The source of a JUnit test that checks a run again. */
  String test(Path project, String name, String engine, Run<Stimulus> run) {
    return this == TIMED
        ? ConnectionTestSource.ofTimed(name, engine, project.resolve(TIMED_MODULE), UNIT, run)
        : ConnectionTestSource.of(name, engine, run);
  }

  /** TLC with the contract of a project. */
  static TlcOracle tlc(Path project) throws TlcException {
    return TlcOracle.open(
        Tlc.bundled(),
        project.resolve("spec/RoomConnection.tla"),
        project.resolve("spec/RoomConnection.cfg"),
        RoomMachine.table());
  }

  /** Parses a choice, ignoring case. */
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
