package io.mooring.room.harness.timed;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.run.RunOracle;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateSpace;
import io.mooring.mbt.tlc.TrackingOracle;
import io.mooring.mbt.tlc.ValueMapping;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * TLC, in this process, with the text of {@code RoomReconnect}: it computes the states to which an
 * action leads, and a judge keeps every state in which the specification may be after the
 * observations. Runs in which processes die or sleep are checked against {@code RoomRun}, which has
 * the same actions in each life.
 *
 * <p>Nothing is explored, so nothing is bounded: any number of sessions, episodes and pending steps
 * is possible. Thread-safe. Results of TLC are cached for a while.
 */
public final class TimedOracle implements RunOracle<Observation>, AutoCloseable {

  /** The maximum size of a cache of parts of states. */
  private static final int REMEMBERED = 200_000;

  /** The bounds of the models, which no run reaches. */
  private static final int WITHOUT_BOUND = 1_000_000;

  /** The prefix of the actions of {@code RoomReconnect} in a life. */
  private static final String IN_A_LIFE = "Run";

  private final StateSpace space;
  private final RunKind kind;

  /** Opens the oracle for runs of another kind, when one begins. */
  private final Opening opening;

  private final Map<RunKind, TimedOracle> others = new EnumMap<>(RunKind.class);
  private final Duration unit;
  private final SpecState initial;
  private final ValueMapping contract;

  /**
   * The states to which steps lead, and parts of states: equal ones are one object, so that most
   * comparisons are quick.
   */
  private final Map<Integer, TlaState> led = new ConcurrentHashMap<>();

  private final Map<SpecState, TlaState> parts = new ConcurrentHashMap<>();
  private final Map<TlaState, TlaState> contracts = new ConcurrentHashMap<>();

  /**
   * An oracle with an open specification, for runs of one life.
   *
   * @param tlc the specification
   * @param unit its {@code Unit}
   */
  TimedOracle(Oracle tlc, Duration unit) {
    this(
        tlc,
        unit,
        RunKind.ONE_LIFE,
        other -> {
          throw new IllegalStateException("this oracle is for one life, not for " + other);
        });
  }

  private TimedOracle(Oracle tlc, Duration unit, RunKind kind, Opening opening) {
    this.unit = unit;
    this.kind = kind;
    this.opening = opening;
    this.space =
        new StateSpace(tlc, kind == RunKind.LIVES ? IN_A_LIFE::concat : UnaryOperator.identity());
    this.initial = space.initial().get(0);
    this.contract = new ValueMapping(RoomMachine.table(), initial.state());
  }

  /** Opens an oracle for runs of a kind. */
  @FunctionalInterface
  private interface Opening {
    TimedOracle open(RunKind kind) throws TlcException;
  }

  /**
   * Opens a specification.
   *
   * @param module the file of {@code RoomReconnect}
   * @param unit how long one unit of time is, in whole seconds; must divide the specification's
   *     bounds
   * @throws TlcException if the specification cannot be loaded
   */
  public static TimedOracle open(Tlc tlc, Path module, Duration unit) throws TlcException {
    return open(tlc, module, unit, RunKind.ONE_LIFE);
  }

  private static TimedOracle open(Tlc tlc, Path module, Duration unit, RunKind kind)
      throws TlcException {
    Path text = kind == RunKind.LIVES ? module.resolveSibling("RoomRun.tla") : module;
    Path config;
    try {
      config = Files.createTempFile("mooring", ".cfg");
      try {
        Files.writeString(config, configuration(unit, kind), StandardCharsets.UTF_8);
        return new TimedOracle(
            tlc.open(text, config), unit, kind, other -> open(tlc, module, unit, other));
      } finally {
        Files.delete(config);
      }
    } catch (IOException failure) {
      throw new TlcException("The configuration of the timed oracle cannot be written", failure);
    }
  }

  /** Names a short next-state relation: its actions are queried by name. */
  private static String configuration(Duration unit, RunKind kind) {
    return String.format(
        Locale.ROOT,
        """
    CONSTANTS
        Unit = %d
        MaxTick = 1
        MaxEpoch = %2$d
        MaxEpisode = %2$d
        MaxPending = %2$d
        Facts = {}
        AttemptsFail = TRUE
        TransportBlocks = %3$s
    %4$s
    """,
        unit.toMillis(),
        WITHOUT_BOUND,
        kind == RunKind.ONE_LIFE ? "FALSE" : "TRUE",
        kind == RunKind.LIVES ? livesConfiguration() : "INIT Init\nNEXT Client");
  }

  /** Snapshots are stored at once, and the true time is always possible. */
  private static String livesConfiguration() {
    return String.format(
        Locale.ROOT,
        """
        MaxLife = %d
        WriteAhead = TRUE
        StoreStalls = FALSE
        Clocks = {"exact", "bounded", "unknown"}
        MaxError = 0
        Sleeps = TRUE
    INIT LivesInit
    NEXT RunJump
    """,
        WITHOUT_BOUND);
  }

  /** The length of one unit of time. */
  public Duration unit() {
    return unit;
  }

  /** Begins to check a run in one life, from its beginning. */
  @Override
  public Judge<Observation> begin() {
    return begin(RunKind.ONE_LIFE);
  }

  /** Begins to check a run of a kind, from its beginning. */
  Judge<Observation> begin(RunKind other) {
    if (other != kind) {
      return another(other).begin(other);
    }
    return TrackingOracle.judge(
        space, kind == RunKind.LIVES ? new RunMapping(this) : new ReconnectMapping(this));
  }

  private synchronized TimedOracle another(RunKind other) {
    TimedOracle known = others.get(other);
    if (known == null) {
      try {
        known = opening.open(other);
      } catch (TlcException failure) {
        throw new IllegalStateException(failure.getMessage(), failure);
      }
      others.put(other, known);
    }
    return known;
  }

  private synchronized List<TimedOracle> others() {
    return List.copyOf(others.values());
  }

  /** How often TLC was queried. */
  public long queries() {
    return space.queries() + others().stream().mapToLong(TimedOracle::queries).sum();
  }

  /** The actions that were enabled when a judge queried them. */
  public Set<String> enabledActions() {
    Set<String> all = new TreeSet<>(space.enabledSoFar());
    others().forEach(other -> all.addAll(other.enabledActions()));
    return all;
  }

  /** An initial state. */
  SpecState initial() {
    return initial;
  }

  /** The translation of the contract's steps. */
  ValueMapping contract() {
    return contract;
  }

  /** The part of a state that belongs to the contract. */
  TlaState contract(SpecState state) {
    TlaState known = parts.get(state);
    if (known == null) {
      if (parts.size() >= REMEMBERED) {
        parts.clear();
      }
      known = one(contract.part(state.state()));
      parts.put(state, known);
    }
    return known;
  }

  /** The state of the contract to which a step leads. */
  TlaState led(Step step) {
    int state = RoomMachine.state(step);
    return state < 0
        ? one(contract.state(RoomMachine.step(step)))
        : led.computeIfAbsent(state, key -> one(contract.state(RoomMachine.step(step))));
  }

  private TlaState one(TlaState part) {
    TlaState known = contracts.putIfAbsent(part, part);
    return known == null ? part : known;
  }

  @Override
  public void close() {
    others().forEach(TimedOracle::close);
    space.close();
  }
}
