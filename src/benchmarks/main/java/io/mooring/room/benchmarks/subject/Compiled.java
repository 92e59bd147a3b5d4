package io.mooring.room.benchmarks.subject;

import io.mooring.room.CompiledEngine;
import io.mooring.room.benchmarks.Workload;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import org.openjdk.jmh.infra.Blackhole;

/** The compiled engine, used as an application does. */
public final class Compiled implements MeasuredMachine {

  private final CompiledEngine engine = new CompiledEngine();

  /** An engine in the initial location. */
  public Compiled() {}

  @Override
  public Step fire(Event event) {
    return engine.step(event);
  }

  @Override
  public boolean isIn(Location location) {
    return engine.location() == location;
  }

  /** The core of it: integers in, integers out. */
  @SuppressWarnings("EnumOrdinal") // tables are laid out by it
  public static final class Core implements MeasuredMachine {

    private int index = Table.index(Table.initial().to());

    /** A place in the table, the initial one. */
    public Core() {}

    private int next(int event) {
      index = Table.next(index, event);
      return index;
    }

    @Override
    public Object fire(Event event) {
      return next(event.ordinal());
    }

    @Override
    public boolean isIn(Location location) {
      return Table.location(index) == location;
    }

    @Override
    public void walk(Workload workload, Blackhole blackhole) {
      for (int event : workload.codes()) {
        blackhole.consume(next(event));
      }
    }
  }
}
