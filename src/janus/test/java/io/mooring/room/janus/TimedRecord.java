package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.run.RunOracle.Judge;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.timed.TimedOracle;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The observations of a connection in real time, to check against the timed specification.
 *
 * <p>Time there goes in seconds. Each thing is taken to have happened at the last whole second
 * before it did, and what follows from a decision at the moment of the decision. So what breaks a
 * bound by a second or more is found, and what keeps it is not refused. Clients that are recorded
 * have a window and attempts that are a second or more shorter than the longest, so that a machine
 * that is late does not look like a client that is.
 *
 * @param entries in the order in which they happened
 */
record TimedRecord(List<Entry> entries) {
  private static final Duration UNIT = Duration.ofSeconds(1);
  private static final TimedOracle SPECIFICATION = specification();

  /**
   * Something that was seen.
   *
   * @param nanoTime when
   * @param seen what
   */
  record Entry(long nanoTime, Observation seen) {}

  private static TimedOracle specification() {
    try {
      return TimedOracle.open(Tlc.bundled(), module(), UNIT);
    } catch (TlcException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Path module() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path module = folder.resolve("spec/RoomReconnect.tla");
      if (Files.isRegularFile(module)) {
        return module;
      }
    }
    throw new IllegalStateException("the tests do not run inside the project");
  }

  /** Requires that the specification explains all of it. */
  void requireExplained() {
    assertThat(objection())
        .as(() -> inUnits().stream().map(Observation::text).collect(Collectors.joining("\n")))
        .isEmpty();
  }

  /** The rejected observation, or empty. */
  Optional<String> objection() {
    Judge<Observation> judge = SPECIFICATION.begin();
    return inUnits().stream().flatMap(seen -> judge.objection(seen).stream()).findFirst();
  }

  /** With a tick for each second that has passed; none between a decision and what follows. */
  List<Observation> inUnits() {
    List<Observation> units = new ArrayList<>();
    long next = entries.isEmpty() ? 0 : entries.get(0).nanoTime + UNIT.toNanos();
    Owed owed = new Owed();
    for (Entry entry : entries) {
      for (; owed.isNothing(entry.seen) && entry.nanoTime >= next; next += UNIT.toNanos()) {
        units.add(new Observation.Ticked(next));
      }
      owed.sees(entry.seen);
      units.add(entry.seen);
    }
    return units;
  }

  /** The pending consequences of decisions: calls, timers to arm, and callbacks. */
  private static final class Owed {
    private boolean opened;
    private int effects;
    private int callbacks;
    private boolean calling;

    /** Whether time may go on before this is seen. */
    boolean isNothing(Observation seen) {
      return effects == 0
          && (callbacks == 0 || calling)
          && !(seen instanceof Observation.Called)
          && !(seen instanceof Observation.Disarmed);
    }

    void sees(Observation seen) {
      if (seen instanceof Observation.Decided decided) {
        decided(decided.step());
      } else if (seen instanceof Observation.Called || seen instanceof Observation.Armed) {
        // The undo of a late success is pending too, but not announced.
        effects = Math.max(0, effects - 1);
      } else if (seen instanceof Observation.CallbackBegan) {
        callbacks--;
        calling = true;
      } else if (seen instanceof Observation.CallbackReturned) {
        calling = false;
      }
    }

    private void decided(Step step) {
      opened |= step.effects().contains(Effect.OPEN_TRANSPORT);
      if (opened) {
        effects +=
            (int)
                step.effects().stream()
                    .filter(effect -> Timer.cancelledBy(effect).isEmpty())
                    .count();
      }
      callbacks = (step.event() == Event.RELEASE ? 0 : callbacks) + step.notifications().size();
    }
  }
}
