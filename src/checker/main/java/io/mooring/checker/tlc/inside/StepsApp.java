package io.mooring.checker.tlc.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tlc2.tool.Action;
import tlc2.tool.IStateFunctor;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.DistApp;
import tlc2.tool.impl.FastTool;

/**
 * What a worker of the checker's distributed mode evaluates.
 *
 * <p>The checker's own judges action properties only on steps to new states, and observes nothing.
 * This one judges every step, as a search by one process does, and remembers what was exercised.
 */
final class StepsApp extends DistApp {

  private final Specification specification;
  private final FastTool tool;
  private final CheckObserver watch;
  private final Action[] actions;
  private final Action[] impliedActions;
  private final Action[] invariants;
  private final AtomicLong states = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();

  StepsApp(Specification specification, CheckObserver watch) {
    this.specification = specification;
    this.watch = watch;
    tool = specification.tool();
    actions = tool.getActions();
    impliedActions = tool.getImpliedActions();
    invariants = tool.getInvariants();
  }

  /** The states that were followed since the last call. */
  long takeStates() {
    return states.getAndSet(0);
  }

  /** The steps that were generated since the last call. */
  long takeSteps() {
    return steps.getAndSet(0);
  }

  @Override
  public TLCState[] getNextStates(TLCState state) throws WorkerException {
    List<TLCState> all = new ArrayList<>();
    for (Action action : actions) {
      StateVec successors = tool.getNextStates(action, state);
      for (int i = 0; i < successors.size(); i++) {
        TLCState successor = successors.elementAt(i);
        if (!tool.isGoodState(successor)) {
          throw new WorkerException("a step gives a variable no value", state, successor, false);
        }
        judge(state, successor);
        if (isInModel(successor) && isInActions(state, successor)) {
          watch.step(state, successor, false, action);
        }
        all.add(successor);
      }
    }
    if (all.isEmpty() && getCheckDeadlock()) {
      throw new WorkerException("a deadlock", state, null, false);
    }
    states.incrementAndGet();
    steps.addAndGet(all.size());
    return all.toArray(TLCState[]::new);
  }

  private void judge(TLCState state, TLCState successor) throws WorkerException {
    for (int i = 0; i < impliedActions.length; i++) {
      if (!tool.isValid(impliedActions[i], state, successor)) {
        throw new WorkerException(
            tool.getImpliedActNames()[i] + " is violated", state, successor, false);
      }
    }
  }

  @Override
  public void checkState(TLCState state, TLCState successor) throws WorkerException {
    for (int i = 0; i < invariants.length; i++) {
      if (!tool.isValid(invariants[i], successor)) {
        throw new WorkerException(tool.getInvNames()[i] + " is violated", state, successor, false);
      }
    }
  }

  @Override
  public boolean isInModel(TLCState state) {
    return tool.isInModel(state);
  }

  @Override
  public boolean isInActions(TLCState state, TLCState successor) {
    return tool.isInActions(state, successor);
  }

  @Override
  public Boolean getCheckDeadlock() {
    return specification.checksDeadlock();
  }

  @Override
  public Boolean getPreprocess() {
    return true;
  }

  @Override
  public String getFileName() {
    return tool.getRootFile();
  }

  @Override
  public String getSpecDir() {
    return tool.getSpecDir();
  }

  @Override
  public String getConfigName() {
    return specification.place().config().toString();
  }

  @Override
  public String getMetadir() {
    return specification.place().folder().toString();
  }

  @Override
  public boolean canRecover() {
    return false;
  }

  @Override
  public void getInitStates(IStateFunctor functor) {
    tool.getInitStates(functor);
  }

  @Override
  public TLCStateInfo getState(long fingerprint) {
    return tool.getState(fingerprint);
  }

  @Override
  public TLCStateInfo getState(long fingerprint, TLCState state) {
    return tool.getState(fingerprint, state);
  }

  @Override
  public TLCStateInfo getState(TLCState successor, TLCState state) {
    return tool.getState(successor, state);
  }

  @Override
  public void setCallStack() {}

  @Override
  public String printCallStack() {
    return "";
  }
}
