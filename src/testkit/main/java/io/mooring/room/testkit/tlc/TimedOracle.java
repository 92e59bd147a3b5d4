package io.mooring.room.testkit.tlc;

import io.mooring.room.codegen.tlc.Oracle;
import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.testkit.RunOracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * TLC, in this process, with the text of {@code RoomReconnect}: it computes what each action leads
 * to, and a judge keeps every state that the specification may be in after what was seen.
 *
 * <p>Nothing is explored, so nothing is bounded: any number of sessions, episodes and pending
 * steps. Thread-safe. What TLC has answered is remembered for a while.
 */
public final class TimedOracle implements RunOracle, AutoCloseable {

  /** More answers than a run of some hundred lists needs; together some ten megabytes. */
  private static final int REMEMBERED = 50_000;

  /** The bounds of the models; no run gets near. */
  private static final int WITHOUT_BOUND = 1_000_000;

  private final Oracle tlc;
  private final Duration unit;
  private final int lag;
  private final TlaState initial;
  private final SpecValues contract;
  private final Map<Question, List<TlaState>> answers = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * An oracle over a specification that is open.
   *
   * @param tlc the specification
   * @param unit its {@code Unit}
   * @param lag its {@code Lag}
   */
  TimedOracle(Oracle tlc, Duration unit, int lag) {
    this.tlc = tlc;
    this.unit = unit;
    this.lag = lag;
    this.initial = tlc.initial().get(0);
    this.contract = SpecValues.among(tlc.variables());
  }

  private record Question(TlaState state, Action action) {}

  /**
   * Opens a specification.
   *
   * @param module the file of {@code RoomReconnect}
   * @param unit how long one unit of time is, in whole seconds; must divide the specification's
   *     bounds
   * @param lag for how many units a callback may keep waiting what was decided
   * @throws TlcException if the specification cannot be loaded
   */
  public static TimedOracle open(Tlc tlc, Path module, Duration unit, int lag) throws TlcException {
    Path config;
    try {
      config = Files.createTempFile("mooring", ".cfg");
      try {
        Files.writeString(config, configuration(unit, lag));
        return new TimedOracle(tlc.open(module, config), unit, lag);
      } finally {
        Files.delete(config);
      }
    } catch (IOException failure) {
      throw new TlcException("The configuration of the timed oracle cannot be written", failure);
    }
  }

  /**
   * Names a short next-state relation: a long one would be listed, and every action is asked for.
   */
  private static String configuration(Duration unit, int lag) {
    return """
    CONSTANTS
        Unit = %d
        Lag = %d
        MaxEpoch = %4$d
        MaxEpisode = %4$d
        MaxPending = %4$d
        Facts = {}
        AttemptsFail = %3$s
    INIT Init
    NEXT Client
    """
        .formatted(unit.toSeconds(), lag, "TRUE", WITHOUT_BOUND);
  }

  @Override
  public Duration unit() {
    return unit;
  }

  @Override
  public int lag() {
    return lag;
  }

  @Override
  public Judge begin() {
    return new Frontier(this, initial);
  }

  /** How often TLC was asked. */
  public long asked() {
    return asked.get();
  }

  /** The actions that were enabled when a judge asked for them. */
  public Set<String> actionsTaken() {
    return new TreeSet<>(taken);
  }

  /** The variables of the contract as the generated types have them. */
  SpecValues contract() {
    return contract;
  }

  /** The states that an action leads to from a state; none if it is not enabled there. */
  List<TlaState> successors(TlaState state, Action action) {
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    return answers.computeIfAbsent(
        new Question(state, action),
        question -> {
          asked.incrementAndGet();
          List<TlaState> found = tlc.successors(state, action.name(), action.arguments());
          if (!found.isEmpty()) {
            taken.add(action.name());
          }
          return found;
        });
  }

  @Override
  public void close() {
    tlc.close();
  }
}
