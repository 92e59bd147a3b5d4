package io.mooring.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The tasks that judge sessions, without a cluster: saved, restored and rescaled on request. */
final class SessionTasks implements AutoCloseable {
  private static final int MOST = 8;
  private static final int CHECKPOINT = 0;

  private final FleetOptions options;
  private final Rules rules;
  private List<KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict>> tasks =
      new ArrayList<>();

  /** What they put out up to the last save; what came after it is not committed. */
  private final List<Verdict> verdicts = new ArrayList<>();

  private final List<Unjudged> unjudged = new ArrayList<>();
  private final List<Verdict> alerts = new ArrayList<>();
  private final List<Tuple2<String, byte[]>> ended = new ArrayList<>();
  private final List<Tuple2<Long, long[]>> counts = new ArrayList<>();
  private long watermark = Long.MIN_VALUE;

  SessionTasks(Rules rules, FleetOptions options) throws Exception {
    this.rules = rules;
    this.options = options;
    start(1, null, 1);
  }

  private void start(int count, @Nullable OperatorSubtaskState saved, int before) throws Exception {
    tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var task =
          new KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict>(
              new SessionOperator(rules, options), Callback::session, Types.STRING, MOST, count, i);
      if (saved != null) {
        task.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                saved, MOST, before, count, i));
      }
      task.open();
      tasks.add(task);
    }
  }

  void send(Callback callback) throws Exception {
    int task =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(callback.session(), MOST, tasks.size());
    tasks.get(task).processElement(new StreamRecord<>(callback, callback.time()));
  }

  void watermark(long time) throws Exception {
    watermark = time;
    for (var task : tasks) {
      task.processWatermark(time);
    }
  }

  long watermark() {
    return watermark;
  }

  /** Writes a savepoint, and commits what was put out. */
  OperatorSubtaskState save() throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (var task : tasks) {
      task.prepareSnapshotPreBarrier(CHECKPOINT);
      states.add(task.snapshot(CHECKPOINT, 0));
    }
    commit();
    return AbstractStreamOperatorTestHarness.repackageState(
        states.toArray(OperatorSubtaskState[]::new));
  }

  /** All tasks die, and as many as said go on from a savepoint. */
  void restore(OperatorSubtaskState saved, int count, long atWatermark) throws Exception {
    int before = tasks.size();
    close();
    start(count, saved, before);
    if (atWatermark != Long.MIN_VALUE) {
      watermark(atWatermark);
    }
    watermark = atWatermark;
  }

  private void commit() {
    for (var task : tasks) {
      verdicts.addAll(task.extractOutputValues());
      task.getOutput().clear();
      drain(task.getSideOutput(SessionOperator.UNJUDGED), unjudged);
      drain(task.getSideOutput(SessionOperator.ALERTS), alerts);
      drain(task.getSideOutput(SessionOperator.ENDED), ended);
      drain(task.getSideOutput(SessionOperator.COUNTS), counts);
    }
  }

  private static <T> void drain(Queue<StreamRecord<T>> from, List<T> to) {
    if (from != null) {
      from.forEach(each -> to.add(each.getValue()));
      from.clear();
    }
  }

  /** The input ends. All verdicts, those of the end among them. */
  List<Verdict> end() throws Exception {
    watermark(Long.MAX_VALUE);
    commit();
    var task =
        new KeyedOneInputStreamOperatorTestHarness<Boolean, Tuple2<String, byte[]>, Verdict>(
            new KeyedProcessOperator<>(new EndFunction(rules, options)),
            each -> Boolean.TRUE,
            Types.BOOLEAN);
    task.open();
    for (Tuple2<String, byte[]> each : ended) {
      task.processElement(new StreamRecord<>(each));
    }
    task.processWatermark(Long.MAX_VALUE);
    verdicts.addAll(task.extractOutputValues());
    task.close();
    return verdicts;
  }

  List<Unjudged> unjudged() {
    commit();
    return unjudged;
  }

  List<Tuple2<Long, long[]>> counts() {
    commit();
    return counts;
  }

  List<Verdict> alerts() {
    commit();
    return alerts;
  }

  /** The sessions and lines that are kept. */
  int kept() {
    return tasks.stream()
        .mapToInt(KeyedOneInputStreamOperatorTestHarness::numKeyedStateEntries)
        .sum();
  }

  @Override
  public void close() {
    try {
      for (var task : tasks) {
        task.close();
      }
    } catch (Exception failed) {
      throw new AssertionError("a task could not be closed", failed);
    }
  }
}
