package io.mooring.flink.job;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts what was decided, for the end of the job. One task; its counts are in every checkpoint, so
 * that a failure changes nothing.
 */
final class Totals extends ProcessFunction<Totals.Counted, Void> implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** What is counted: a session that is accepted, ..., or a line that was not judged. */
  enum Counted {
    ACCEPTED,
    REJECTED,
    UNDECIDED,
    UNJUDGED;

    /** The name of its accumulator. */
    String accumulator() {
      return "mooring." + name();
    }
  }

  @SuppressWarnings("NullAway.Init") // in initializeState
  private transient Map<Counted, LongCounter> counters;

  @SuppressWarnings("NullAway.Init") // in initializeState
  private transient ListState<Tuple2<String, Long>> saved;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    saved =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("totals", Types.TUPLE(Types.STRING, Types.LONG)));
    counters = new EnumMap<>(Counted.class);
    for (Counted each : Counted.values()) {
      counters.put(each, new LongCounter());
    }
    for (Tuple2<String, Long> each : saved.get()) {
      counter(Counted.valueOf(each.f0)).add(each.f1);
    }
  }

  private LongCounter counter(Counted what) {
    return Objects.requireNonNull(counters.get(what));
  }

  @Override
  public void open(OpenContext context) {
    counters.forEach(
        (what, counter) -> getRuntimeContext().addAccumulator(what.accumulator(), counter));
  }

  @Override
  public void processElement(Counted what, Context context, Collector<Void> out) {
    counter(what).add(1L);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    saved.clear();
    for (Map.Entry<Counted, LongCounter> each : counters.entrySet()) {
      saved.add(Tuple2.of(each.getKey().name(), each.getValue().getLocalValuePrimitive()));
    }
  }
}
