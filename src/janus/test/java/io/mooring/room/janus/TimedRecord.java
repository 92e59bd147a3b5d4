package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import io.mooring.room.testkit.Observation;
import io.mooring.room.testkit.RunOracle;
import io.mooring.room.testkit.tlc.TimedOracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was seen of a connection in real time, for the timed specification to judge.
 *
 * <p>Time there goes in seconds. Each thing is taken to have happened at the last whole second
 * before it did, and what is carried out together at one moment. So what breaks a bound by a second
 * or more is found, and what keeps it is not refused. Clients that are recorded have a window and
 * attempts that are a second or more shorter than the longest, so that a machine that is late does
 * not look like a client that is.
 *
 * @param entries in the order in which they happened
 */
record TimedRecord(List<Entry> entries) {
  private static final Duration UNIT = Duration.ofSeconds(1);
  private static final int LAG = 10;
  private static final RunOracle SPECIFICATION = specification();

  /**
   * Something that was seen.
   *
   * @param nanoTime when
   * @param seen what
   */
  record Entry(long nanoTime, Observation seen) {}

  private static RunOracle specification() {
    try {
      return TimedOracle.open(Tlc.bundled(), module(), UNIT, LAG);
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

  /** What the specification does not explain, or empty. */
  Optional<String> objection() {
    RunOracle.Judge judge = SPECIFICATION.begin();
    return inUnits().stream().flatMap(seen -> judge.objection(seen).stream()).findFirst();
  }

  /** With a tick for each second that has passed; none while something is carried out. */
  List<Observation> inUnits() {
    List<Observation> units = new ArrayList<>();
    long next = entries.isEmpty() ? 0 : entries.get(0).nanoTime + UNIT.toNanos();
    int rest = 0;
    for (Entry entry : entries) {
      if (entry.seen instanceof Observation.CarryingOut) {
        rest = 0;
      }
      for (; rest == 0 && entry.nanoTime >= next; next += UNIT.toNanos()) {
        units.add(new Observation.Ticked(next));
      }
      if (entry.seen instanceof Observation.CarryingOut begun) {
        rest = parts(begun.step());
      } else if (isPart(entry.seen)) {
        rest = Math.max(0, rest - 1);
      }
      units.add(entry.seen);
    }
    return units;
  }

  /** How much is seen of it: calls, timers that are armed, and the callback. */
  private static int parts(Step step) {
    return (int) step.effects().stream().filter(TimedRecord::isSeen).count()
        + (step.notifications().isEmpty() ? 0 : 1);
  }

  private static boolean isSeen(Effect effect) {
    return Timer.cancelledBy(effect).isEmpty();
  }

  private static boolean isPart(Observation seen) {
    return seen instanceof Observation.Called
        || seen instanceof Observation.Armed
        || seen instanceof Observation.CallbackBegan;
  }
}
