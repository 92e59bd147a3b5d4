package io.mooring.flink;

import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the sessions that the end of the input has ended: what has no outcome by the latest time
 * of them all had none in time. A session that was silent for longer cannot have that time.
 */
final class EndFunction extends KeyedProcessFunction<Boolean, Tuple2<String, byte[]>, Verdict> {

  private static final long serialVersionUID = 1L;

  private final Rules rules;
  private final FleetOptions options;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Judgement judgement;

  @SuppressWarnings("NullAway.Init") // in open
  private transient FleetMetrics metrics;

  @SuppressWarnings("NullAway.Init") // in open
  private transient ListState<Tuple2<String, byte[]>> ended;

  @SuppressWarnings("NullAway.Init") // in open
  private transient ValueState<Long> latest;

  EndFunction(Rules rules, FleetOptions options) {
    this.rules = rules;
    this.options = options;
  }

  @Override
  public void open(OpenContext context) {
    judgement = new Judgement(rules, options);
    metrics = new FleetMetrics(getRuntimeContext().getMetricGroup());
    ended =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("ended", SessionOperator.ENDED.getTypeInfo()));
    latest = getRuntimeContext().getState(new ValueStateDescriptor<>("latest", Types.LONG));
  }

  @Override
  public void processElement(
      Tuple2<String, byte[]> session, Context context, Collector<Verdict> out) throws Exception {
    ended.add(session);
    Long before = latest.value();
    long time = read(session).latest;
    latest.update(before == null ? time : Math.max(before, time));
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  private static SessionState read(Tuple2<String, byte[]> session) throws IOException {
    return SessionState.read(new DataInputDeserializer(session.f1));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Verdict> out) throws Exception {
    long now = latest.value();
    for (Tuple2<String, byte[]> session : ended.get()) {
      SessionState state = read(session);
      judgement.end(state, now);
      Verdict verdict = state.verdict(session.f0);
      metrics.decided(verdict.decision());
      out.collect(verdict);
    }
    ended.clear();
    latest.clear();
  }
}
