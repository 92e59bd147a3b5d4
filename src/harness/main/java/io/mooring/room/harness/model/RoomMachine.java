package io.mooring.room.harness.model;

import io.mooring.mbt.conformance.ObservedMachine;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.machine.Context;
import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.machine.Rules;
import io.mooring.mbt.run.SystemUnderTest;
import io.mooring.room.Engine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.List;
import java.util.function.Supplier;

/**
 * The room connection as a machine, of the generated table and of engines: a typed facade that
 * finds the number of a generated step by identity, without reflection.
 */
public final class RoomMachine {

  /** The generated table. */
  public static final JavaMachine<Event> JAVA = JavaMachine.of(Table.class, Event.class);

  private static final Machine MACHINE = JAVA.machine();
  private static final List<Event> EVENTS = JAVA.events();
  private static final MooreGraph GRAPH = new MooreGraph(MACHINE, new Episode());
  private static final int[] STATES = states();
  private static final Rules<Step, Rule> RULES =
      new Rules<>(
          List.of(Rule.values()), Rule::holds, MACHINE.rows() + 1, RoomMachine::numberOfAny);

  private RoomMachine() {}

  /** The state of the graph to which each row leads. */
  private static int[] states() {
    int[] states = new int[MACHINE.rows()];
    for (int row = 0; row < states.length; row++) {
      states[row] = MACHINE.step(row).map(GRAPH::find).orElse(-1);
    }
    return states;
  }

  /** The machine of the generated table. */
  public static Machine table() {
    return MACHINE;
  }

  /** The number of a location. */
  @SuppressWarnings("EnumOrdinal") // the numbers of a machine are the ordinals of its constants
  public static int number(Location location) {
    return location.ordinal();
  }

  /**
   * The graph that a model checker explores. An event of a reconnect episode can occur only if the
   * latest session has begun one. The graph begins as after the release of a connection that had
   * one: all that can occur after the creation of a connection can occur there.
   */
  public static MooreGraph graph() {
    return GRAPH;
  }

  /** All events; the number of one is its index. */
  public static List<Event> events() {
    return EVENTS;
  }

  /** The row of a step of the table; -1 for a step that is none of the table. */
  @SuppressWarnings(
      "ReferenceEquality") // the same object is meant; an equal one is not the table's
  public static int row(Step step) {
    return step == Table.step(step.from(), step.event())
        ? Table.index(step.from(), step.event())
        : -1;
  }

  /** A step as data. */
  public static MachineStep step(Step step) {
    int row = row(step);
    return row < 0 ? JAVA.step(step) : MACHINE.step(row).orElseThrow();
  }

  /** The state of the graph to which a step leads; -1 if it has no such state. */
  @SuppressWarnings("ReferenceEquality") // the initial step is one object, and no row
  public static int state(Step step) {
    if (step == Table.initial()) {
      return 0;
    }
    int row = row(step);
    return row < 0 ? GRAPH.find(step(step)) : STATES[row];
  }

  /** Counts a step of a connection. */
  public static void record(CoverageRecorder recorder, Step step) {
    int row = row(step);
    if (row < 0) {
      recorder.add(JAVA.step(step));
    } else {
      recorder.add(row);
    }
  }

  /** The generated rules. */
  public static Rules<Step, Rule> rules() {
    return RULES;
  }

  @SuppressWarnings("ReferenceEquality")
  private static int numberOfAny(Step step) {
    return step == Table.initial() ? MACHINE.rows() : row(step);
  }

  /**
   * The machine of engines, read by exploring one. {@link io.mooring.mbt.machine.MachineComparison}
   * compares it with the table, or with what TLC explored.
   *
   * @param engines returns a new engine at every call
   */
  public static Machine observed(Supplier<? extends Engine> engines) {
    return ObservedMachine.of(JAVA, () -> steps(engines.get()));
  }

  /** The steps of an engine, which must be in the location to which its step leads. */
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

  /** Whether an event needs a reconnect episode: its attempts, or its window. */
  private static boolean needsEpisode(Event event) {
    return event.isOfAttempt() || Timer.onlyTeller(event).isPresent();
  }

  /** Whether the latest session has begun to reconnect: 1 if it has. */
  private static final class Episode implements Context {
    private final boolean[] needs = new boolean[EVENTS.size()];

    private Episode() {
      for (int event = 0; event < needs.length; event++) {
        needs[event] = needsEpisode(EVENTS.get(event));
      }
    }

    @Override
    public int states() {
      return 2;
    }

    @Override
    public int begin() {
      return 1;
    }

    @Override
    public boolean canOccur(int state, int event) {
      return state == 1 || !needs[event];
    }

    @Override
    public int next(int state, MachineStep step) {
      int next = state;
      for (var effect : step.outputs().effects()) {
        if (effect.value().word().equals(Effect.START_RECONNECTING.value())) {
          return 1;
        }
        if (effect.value().word().equals(Effect.OPEN_TRANSPORT.value())) {
          next = 0;
        }
      }
      return next;
    }
  }
}
