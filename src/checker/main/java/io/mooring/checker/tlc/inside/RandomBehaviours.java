package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SearchResult.Simulated;
import io.mooring.checker.tlc.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import tlc2.output.EC;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.IdThread;

/**
 * Random behaviours, checked step by step with TLC's evaluator.
 *
 * <p>Each begins in a random initial state. Of the actions one is chosen at random, the next one if
 * it is not enabled, and all its successors are checked; one of those within the constraints is
 * gone to. Where no action leads to one, the behaviour ends.
 */
final class RandomBehaviours {

  private final Specification specification;
  private final FastTool tool;
  private final Recording recording;
  private final CheckObserver watch;
  private final BooleanSupplier ended;
  private final Simulation simulation;
  private final List<TLCState> initial = new ArrayList<>();
  private final List<TLCState> behaviour = new ArrayList<>();
  private final LongAdder behaviours = new LongAdder();
  private final LongAdder steps = new LongAdder();
  private final LongAdder generated = new LongAdder();
  private int longest;
  private OptionalLong failed = OptionalLong.empty();

  RandomBehaviours(
      Specification specification,
      Recording recording,
      CheckObserver watch,
      Simulation simulation,
      BooleanSupplier ended) {
    this.specification = specification;
    this.tool = specification.tool();
    this.recording = recording;
    this.watch = watch;
    this.simulation = simulation;
    this.ended = ended;
  }

  /** What was simulated until now. */
  Simulated simulated() {
    return new Simulated(simulation, behaviours.sum(), steps.sum(), longest, failed);
  }

  /** How many states were generated and checked, repetitions included. */
  long generated() {
    return generated.sum();
  }

  /** {@return TLC's code for how the simulation ended} */
  int run() {
    int code = tool.checkAssumptions();
    if (code != EC.NO_ERROR) {
      return code;
    }
    try {
      code = begin();
      for (long i = 0; code == EC.NO_ERROR && i < simulation.behaviours(); i++) {
        if (ended.getAsBoolean() || initial.isEmpty() || tool.getActions().length == 0) {
          break;
        }
        long seed = simulation.seed() + i;
        code = simulate(new SplittableRandom(seed));
        if (code != EC.NO_ERROR) {
          failed = OptionalLong.of(seed);
        }
      }
    } catch (RuntimeException | StackOverflowError failure) {
      if (!behaviour.isEmpty() && behaviours.sum() > 0) {
        failed = OptionalLong.of(simulation.seed() + behaviours.sum() - 1);
      }
      code = failed(EC.GENERAL, failure);
    } finally {
      IdThread.resetCurrentState();
    }
    return code;
  }

  /** Finds the initial states and checks them, all of them. */
  private int begin() {
    StateVec states = tool.getInitStates();
    int count = states.size();
    for (int i = 0; i < count; i++) {
      TLCState state = states.elementAt(i);
      behaviour.clear();
      behaviour.add(state);
      IdThread.setCurrentState(state);
      generated.increment();
      if (!tool.isGoodState(state)) {
        return failed(EC.TLC_INITIAL_STATE, "an initial state gives no value to some variable");
      }
      if (tool.isInModel(state)) {
        initial.add(state);
        watch.writeState(state);
      }
      for (int j = 0; j < tool.getInvariants().length; j++) {
        if (!tool.isValid(tool.getInvariants()[j], state)) {
          return failed(EC.TLC_INVARIANT_VIOLATED_INITIAL, tool.getInvNames()[j]);
        }
      }
      for (int j = 0; j < tool.getImpliedInits().length; j++) {
        if (!tool.isValid(tool.getImpliedInits()[j], state)) {
          return failed(EC.TLC_PROPERTY_VIOLATED_INITIAL, tool.getImpliedInitNames()[j]);
        }
      }
    }
    behaviour.clear();
    recording.record(EC.TLC_INIT_GENERATED1, String.valueOf(count), count == 1 ? "" : "s");
    return EC.NO_ERROR;
  }

  private int simulate(SplittableRandom random) {
    behaviours.increment();
    behaviour.clear();
    TLCState state = initial.get(random.nextInt(initial.size()));
    behaviour.add(state);
    longest = Math.max(longest, 1);
    while (behaviour.size() < simulation.depth() && !ended.getAsBoolean()) {
      IdThread.setCurrentState(state);
      List<TLCState> within = new ArrayList<>();
      int code = step(state, random, within);
      if (code != EC.NO_ERROR || within.isEmpty()) {
        return code;
      }
      state = within.get(random.nextInt(within.size()));
      steps.increment();
      behaviour.add(state);
      longest = Math.max(longest, behaviour.size());
    }
    return EC.NO_ERROR;
  }

  /** Checks the successors of the first of the actions, in random order, that has any. */
  private int step(TLCState state, SplittableRandom random, List<TLCState> within) {
    Action[] actions = shuffled(random);
    boolean deadlock = true;
    for (Action action : actions) {
      StateVec successors = tool.getNextStates(action, state);
      deadlock &= successors.empty();
      for (int i = 0; i < successors.size(); i++) {
        TLCState next = successors.elementAt(i);
        generated.increment();
        if (!tool.isGoodState(next)) {
          behaviour.add(next);
          return failed(
              EC.TLC_STATE_NOT_COMPLETELY_SPECIFIED_NEXT, (Object[]) unassigned(action, next));
        }
        if (next.getLevel() != state.getLevel() + 1) {
          // The family 1.8 does so by itself, with a method of another type.
          next.setPredecessor(state);
        }
        int code = check(state, next);
        if (code != EC.NO_ERROR) {
          return code;
        }
        if (tool.isInModel(next) && tool.isInActions(state, next)) {
          watch.writeState(state, next, false, action);
          within.add(next);
        }
      }
      if (!within.isEmpty()) {
        return EC.NO_ERROR;
      }
    }
    return deadlock && specification.checksDeadlock()
        ? failed(EC.TLC_DEADLOCK_REACHED)
        : EC.NO_ERROR;
  }

  private int check(TLCState state, TLCState next) {
    behaviour.add(next);
    for (int j = 0; j < tool.getInvariants().length; j++) {
      if (!tool.isValid(tool.getInvariants()[j], next)) {
        return failed(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, tool.getInvNames()[j]);
      }
    }
    for (int j = 0; j < tool.getImpliedActions().length; j++) {
      if (!tool.isValid(tool.getImpliedActions()[j], state, next)) {
        return failed(EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR, tool.getImpliedActNames()[j]);
      }
    }
    behaviour.remove(behaviour.size() - 1);
    return EC.NO_ERROR;
  }

  private Action[] shuffled(SplittableRandom random) {
    Action[] actions = tool.getActions().clone();
    for (int i = actions.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Action chosen = actions[other];
      actions[other] = actions[i];
      actions[i] = chosen;
    }
    return actions;
  }

  private static String[] unassigned(Action action, TLCState state) {
    List<String> missing = new ArrayList<>();
    state.getUnassigned().forEach(variable -> missing.add(variable.getName().toString()));
    return new String[] {String.valueOf(action.getName()), "", String.join(", ", missing)};
  }

  /** Records a failure as TLC would, with the behaviour that ends in it. */
  private int failed(int code, Object... parameters) {
    recording.behaviour(behaviour);
    recording.record(code, parameters);
    return code;
  }
}
