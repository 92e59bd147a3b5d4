package io.mooring.room.harness;

import io.mooring.mbt.conformance.ObservedMachine;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.room.Engine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.function.Supplier;

/** The room connection as a machine: that of the generated table, and that which engines are. */
public final class RoomMachine {

  /** The generated table. */
  public static final JavaMachine<Event> JAVA = JavaMachine.of(Table.class, Event.class);

  private RoomMachine() {}

  /** The machine of the generated table. */
  public static Machine table() {
    return JAVA.machine();
  }

  /** The number of a location. */
  @SuppressWarnings("EnumOrdinal") // the numbers of a machine are the ordinals of its constants
  public static int number(Location location) {
    return location.ordinal();
  }

  /**
   * The machine that engines are, read by walking. {@link io.mooring.mbt.machine.MachineComparison}
   * compares it with the table, or with what TLC explored.
   *
   * @param engines returns a new engine at every call
   */
  public static Machine observed(Supplier<? extends Engine> engines) {
    return ObservedMachine.of(JAVA, () -> steps(engines.get()));
  }

  /** The steps of an engine, which must be where they lead. */
  private static SystemUnderTest<Event, Step> steps(Engine engine) {
    return event -> {
      Location before = engine.location();
      Step step = engine.step(event);
      if (step.from() != before || step.to() != engine.location()) {
        throw new IllegalStateException(
            "the engine goes from "
                + before
                + " to "
                + engine.location()
                + ", but returns a step from "
                + step.from()
                + " to "
                + step.to());
      }
      return step;
    };
  }
}
