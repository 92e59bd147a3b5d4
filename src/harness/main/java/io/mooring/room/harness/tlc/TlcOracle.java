package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.room.harness.RoomMachine;
import io.mooring.room.harness.StepOracle;
import io.mooring.room.spec.Step;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The TLC oracle of the room connection's machine, for generated steps: a state and a step of the
 * table that it has found right are right without another look.
 *
 * <p>Thread-safe.
 */
public final class TlcOracle implements StepOracle, AutoCloseable {
  private final io.mooring.mbt.tlc.TlcOracle tlc;
  private final Set<Long> right = ConcurrentHashMap.newKeySet();

  private TlcOracle(io.mooring.mbt.tlc.TlcOracle tlc) {
    this.tlc = tlc;
  }

  /**
   * Opens the contract, and queries TLC once for each state and event.
   *
   * @throws TlcException if the specification cannot be loaded
   */
  public static TlcOracle open(Tlc tlc, Path module, Path config) throws TlcException {
    return new TlcOracle(
        io.mooring.mbt.tlc.TlcOracle.open(tlc, module, config, RoomMachine.table()));
  }

  /** How often TLC was queried. */
  public long asked() {
    return tlc.queries();
  }

  @Override
  public Optional<String> objection(Step before, Step after) {
    int first = RoomMachine.state(before);
    int second = RoomMachine.row(after);
    boolean known = first >= 0 && second >= 0;
    long pair = (long) first << Integer.SIZE | second;
    if (known && right.contains(pair)) {
      return Optional.empty();
    }
    Optional<String> objection = tlc.objection(RoomMachine.step(before), RoomMachine.step(after));
    if (known && objection.isEmpty()) {
      right.add(pair);
    }
    return objection;
  }

  @Override
  public void close() {
    tlc.close();
  }
}
