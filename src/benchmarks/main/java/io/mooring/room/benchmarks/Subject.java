package io.mooring.room.benchmarks;

import io.mooring.room.benchmarks.subject.Cola;
import io.mooring.room.benchmarks.subject.Compiled;
import io.mooring.room.benchmarks.subject.DenseTable;
import io.mooring.room.benchmarks.subject.EnumSwitch;
import io.mooring.room.benchmarks.subject.KStateMachine;
import io.mooring.room.benchmarks.subject.MeasuredMachine;
import io.mooring.room.benchmarks.subject.Pekko;
import io.mooring.room.benchmarks.subject.Room;
import io.mooring.room.benchmarks.subject.Spring;
import io.mooring.room.benchmarks.subject.Squirrel;
import io.mooring.room.benchmarks.subject.Stateless4j;

/** The measured machines, in the order of the report. */
public enum Subject {
  /** A byte table on integers, by hand. */
  DENSE_TABLE("byte table, by hand"),
  /** The generated table on integers. */
  TABLE("Mooring: Table.next"),
  /** The byte table behind enums, by hand. */
  ENUM_TABLE("byte table behind enums, by hand"),
  /** The default engine. */
  COMPILED_ENGINE("Mooring: CompiledEngine"),
  /** A switch in a switch, by hand. */
  ENUM_SWITCH("enum switch, by hand"),
  /** The whole connection on the default engine. */
  ROOM_CONNECTION("Mooring: RoomConnection, whole"),
  /** The library stateless4j. */
  STATELESS4J("stateless4j"),
  /** The library COLA. */
  COLA("COLA statemachine"),
  /** The library KStateMachine. */
  KSTATEMACHINE("KStateMachine"),
  /** The library Pekko. */
  PEKKO("Pekko FSM"),
  /** The library squirrel-foundation. */
  SQUIRREL("squirrel-foundation"),
  /** The library Spring Statemachine. */
  SPRING("Spring Statemachine"),
  /** Our engine on Spring Statemachine. */
  SPRING_ENGINE("Mooring: SpringEngine");

  private final String title;

  Subject(String title) {
    this.title = title;
  }

  /** {@return its name in a report} */
  public String title() {
    return title;
  }

  /** A new machine, in the initial location. No other subject's class is loaded for it. */
  public MeasuredMachine machine() {
    return switch (this) {
      case DENSE_TABLE -> new DenseTable();
      case TABLE -> new Compiled.Core();
      case ENUM_TABLE -> new DenseTable.OfEnums();
      case COMPILED_ENGINE -> new Compiled();
      case ENUM_SWITCH -> new EnumSwitch();
      case ROOM_CONNECTION -> new Room();
      case STATELESS4J -> new Stateless4j();
      case COLA -> new Cola();
      case KSTATEMACHINE -> new KStateMachine();
      case PEKKO -> new Pekko();
      case SQUIRREL -> new Squirrel();
      case SPRING -> new Spring();
      case SPRING_ENGINE -> new Spring.OfEngine();
    };
  }
}
