package io.mooring.room.benchmarks.subject;

import io.mooring.room.benchmarks.Workload;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import org.openjdk.jmh.infra.Blackhole;

/** The hand-written machine where only speed counts: a table of bytes. */
@SuppressWarnings("EnumOrdinal") // tables are laid out by it
public final class DenseTable implements MeasuredMachine {

  private static final int EVENTS = Event.values().length;
  private static final Location[] LOCATIONS = Location.values();
  private static final byte[] NEXT = new byte[LOCATIONS.length * EVENTS];

  static {
    for (Step step : Table.steps()) {
      NEXT[step.from().ordinal() * EVENTS + step.event().ordinal()] = (byte) step.to().ordinal();
    }
  }

  private int state = Table.initial().to().ordinal();

  /** A table in the initial location. */
  public DenseTable() {}

  /** The core: state and event in, state out. */
  private int next(int event) {
    state = NEXT[state * EVENTS + event];
    return state;
  }

  @Override
  public Object fire(Event event) {
    return next(event.ordinal());
  }

  @Override
  public boolean isIn(Location location) {
    return LOCATIONS[state] == location;
  }

  @Override
  public void walk(Workload workload, Blackhole blackhole) {
    for (int event : workload.codes()) {
      blackhole.consume(next(event));
    }
  }

  /** The same table behind an interface of enums. */
  public static final class OfEnums implements MeasuredMachine {

    private final DenseTable table = new DenseTable();

    /** A table in the initial location. */
    public OfEnums() {}

    @Override
    public Location fire(Event event) {
      return LOCATIONS[table.next(event.ordinal())];
    }

    @Override
    public boolean isIn(Location location) {
      return table.isIn(location);
    }
  }
}
