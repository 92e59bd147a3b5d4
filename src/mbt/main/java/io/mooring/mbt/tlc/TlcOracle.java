package io.mooring.mbt.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.MooreState;
import io.mooring.mbt.run.StepOracle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * TLC itself, in this process, as step oracle of a machine: it computes from the specification's
 * text what an event does in a state, with the parameters of the event, and everything must be the
 * same: location, outcome, code, notifications, effects.
 *
 * <p>Safe for use by several threads. A <em>remembering</em> oracle queries TLC once for each state
 * and event.
 */
public final class TlcOracle implements StepOracle, AutoCloseable {
  private final Oracle tlc;
  private final ValueMapping values;
  private final boolean remembers;
  private final Map<Query, MachineStep> answers = new ConcurrentHashMap<>();
  private final AtomicLong queries = new AtomicLong();

  private record Query(MooreState before, int event) {}

  private TlcOracle(Oracle tlc, Machine machine, boolean remembers) {
    this.tlc = tlc;
    this.values = new ValueMapping(machine, ValueMapping.one(tlc.initial(), "initial states"));
    this.remembers = remembers;
  }

  /**
   * Opens the specification of a machine, and remembers its answers.
   *
   * @param machine names the locations and events; its steps are not used
   * @throws TlcException if the specification cannot be loaded
   */
  public static TlcOracle open(Tlc tlc, Path module, Path config, Machine machine)
      throws TlcException {
    return new TlcOracle(tlc.open(module, config), machine, true);
  }

  /** Queries an open specification at every step. */
  public static TlcOracle forgetful(Oracle oracle, Machine machine) {
    return new TlcOracle(oracle, machine, false);
  }

  /** How often TLC was queried. */
  public long queries() {
    return queries.get();
  }

  /** The translation of steps into states. */
  public ValueMapping values() {
    return values;
  }

  /**
   * The step of an event, as the specification has it.
   *
   * @param before the step that led to the state in which the event occurs
   * @throws IllegalArgumentException if the specification has none there, or several, or leads to a
   *     state that is no location of the machine
   */
  public MachineStep step(MachineStep before, int event) {
    Query query = new Query(MooreState.after(before), event);
    MachineStep known = answers.get(query);
    if (known == null) {
      queries.incrementAndGet();
      known = compute(values.state(before), event);
      if (remembers) {
        answers.put(query, known);
      }
    }
    return known;
  }

  private MachineStep compute(TlaState state, int number) {
    MachineEvent event = values.machine().events().get(number);
    TlaState after =
        ValueMapping.one(
            tlc.successors(state, event.action(), ValueMapping.parameters(event)),
            "successors for " + event);
    return values.step(state, number, after);
  }

  @Override
  public Optional<String> objection(MachineStep before, MachineStep after) {
    MachineStep expected;
    try {
      expected = step(before, after.event());
    } catch (IllegalArgumentException none) {
      return Optional.of(String.valueOf(none.getMessage()));
    }
    return StepOracle.difference("TLC", values.machine(), expected, after);
  }

  @Override
  public void close() {
    tlc.close();
  }
}
