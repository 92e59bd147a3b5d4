package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.LongAdder;
import tlc2.tool.IWorker;
import tlc2.tool.ModelChecker;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.Worker;
import tlc2.tool.queue.IStateQueue;

/**
 * The queue of a search that is cut at a depth: states there are checked, and their successors are
 * not generated.
 */
final class DepthQueue implements IStateQueue {

  private final IStateQueue queue;
  private final int depth;
  private final LongAdder cut = new LongAdder();

  private DepthQueue(IStateQueue queue, int depth) {
    this.queue = queue;
    this.depth = depth;
  }

  /** Has a checker that has not begun use such a queue. */
  static DepthQueue in(ModelChecker checker, IWorker[] workers, int depth) throws TlcException {
    DepthQueue limited = new DepthQueue(checker.theStateQueue, depth);
    checker.theStateQueue = limited;
    try {
      Field queue = Worker.class.getDeclaredField("squeue");
      queue.setAccessible(true);
      for (IWorker worker : workers) {
        queue.set(worker, limited);
      }
    } catch (ReflectiveOperationException otherChecker) {
      throw new TlcException("this checker cannot cut a search at a depth", otherChecker);
    }
    return limited;
  }

  /** How many states were found whose successors are left out. */
  long cut() {
    return cut.sum();
  }

  private boolean isCut(TLCState state) {
    boolean deep = state.getLevel() >= depth;
    if (deep) {
      cut.increment();
    }
    return deep;
  }

  @Override
  public void enqueue(TLCState state) {
    if (!isCut(state)) {
      queue.enqueue(state);
    }
  }

  @Override
  public void sEnqueue(TLCState state) {
    if (!isCut(state)) {
      queue.sEnqueue(state);
    }
  }

  @Override
  public void sEnqueue(TLCState[] states) {
    for (TLCState state : states) {
      sEnqueue(state);
    }
  }

  @Override
  public void sEnqueue(StateVec states) {
    for (int i = 0; i < states.size(); i++) {
      sEnqueue(states.elementAt(i));
    }
  }

  @Override
  public TLCState dequeue() {
    return queue.dequeue();
  }

  @Override
  public TLCState sDequeue() {
    return queue.sDequeue();
  }

  @Override
  public TLCState sPeek() {
    return queue.sPeek();
  }

  @Override
  public TLCState[] sDequeue(int count) {
    return queue.sDequeue(count);
  }

  @Override
  public void finishAll() {
    queue.finishAll();
  }

  @Override
  public boolean suspendAll() {
    return queue.suspendAll();
  }

  @Override
  public void resumeAll() {
    queue.resumeAll();
  }

  @Override
  public void resumeAllStuck() {
    queue.resumeAllStuck();
  }

  @Override
  public long size() {
    return queue.size();
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public void beginChkpt() throws IOException {
    queue.beginChkpt();
  }

  @Override
  public void commitChkpt() throws IOException {
    queue.commitChkpt();
  }

  @Override
  public void recover() throws IOException {
    queue.recover();
  }

  @Override
  public void delete() throws IOException {
    queue.delete();
  }
}
