package io.mooring.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Judges the sessions of a key. A line waits until the watermark has reached its time, and is then
 * taken in the order of times; so for each key the timers fire in the order in which its lines are
 * to be judged, however far a watermark goes at once.
 */
final class SessionFunction extends KeyedProcessFunction<String, Callback, Verdict> {

  /** Rejections as soon as they are seen. */
  static final OutputTag<Verdict> ALERTS =
      new OutputTag<>("alerts", TypeInformation.of(Verdict.class));

  /** Lines that were not judged. */
  static final OutputTag<Unjudged> UNJUDGED =
      new OutputTag<>("unjudged", TypeInformation.of(Unjudged.class));

  /** Sessions that the end of the whole input has ended, as they are then. */
  static final OutputTag<Tuple2<String, byte[]>> ENDED =
      new OutputTag<>("ended", Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE)));

  private static final long serialVersionUID = 1L;

  private final Rules rules;
  private final FleetOptions options;
  private final long silence;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Judgement judgement;

  @SuppressWarnings("NullAway.Init") // in open
  private transient FleetMetrics metrics;

  @SuppressWarnings("NullAway.Init") // in open
  private transient ValueState<SessionState> known;

  /** Lines by their time, until the watermark reaches it. */
  @SuppressWarnings("NullAway.Init") // in open
  private transient MapState<Long, List<Callback>> waiting;

  SessionFunction(Rules rules, FleetOptions options) {
    this.rules = rules;
    this.options = options;
    this.silence = options.silence().toMillis();
  }

  @Override
  public void open(OpenContext context) {
    judgement = new Judgement(rules, options);
    metrics = new FleetMetrics(getRuntimeContext().getMetricGroup());
    known =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("session", SessionStateSerializer.INSTANCE));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(Callback.class))));
  }

  @Override
  public void processElement(Callback callback, Context context, Collector<Verdict> out)
      throws Exception {
    long time = callback.time();
    long watermark = context.timerService().currentWatermark();
    metrics.read(time, watermark);
    if (time == Callback.NONE || time <= watermark) {
      late(callback, context, watermark);
      return;
    }
    List<Callback> same = waiting.get(time);
    List<Callback> lines = same == null ? new ArrayList<>(1) : new ArrayList<>(same);
    if (isRepeated(callback, lines)) {
      metrics.duplicate();
      return;
    }
    lines.add(callback);
    waiting.put(time, lines);
    context.timerService().registerEventTimeTimer(time);
  }

  private boolean isRepeated(Callback callback, List<Callback> lines) {
    return switch (options.duplicates()) {
      case NONE -> false;
      case SEQUENCE ->
          callback.sequence() != Callback.NONE
              && lines.stream().anyMatch(each -> each.sequence() == callback.sequence());
      case REPETITION -> lines.stream().anyMatch(each -> each.line().equals(callback.line()));
    };
  }

  /** A line whose turn is over: it may be one that was judged already. */
  private void late(Callback callback, Context context, long watermark) throws IOException {
    SessionState state = known.value();
    if (state != null && judgement.isRepeated(callback, state)) {
      metrics.duplicate();
      return;
    }
    metrics.late();
    context.output(
        UNJUDGED,
        new Unjudged(
            callback.session(),
            callback.time(),
            callback.time() == Callback.NONE
                ? "has no time, by which it could be put in order"
                : "came later than the stream allows",
            callback.line()));
    if (state == null) {
      state = new SessionState();
    }
    state.undecided(
        callback.time(),
        callback.time() == Callback.NONE ? "a line has no time" : "a line came too late");
    watch(state, watermark, context);
    known.update(state);
  }

  /** There is a timer at the end of its silence, or before. */
  private void watch(SessionState state, long now, Context context) {
    if (state.timer == Callback.NONE) {
      // Before the first watermark the time is not known: the timer is set again with it.
      state.timer = now == Long.MIN_VALUE ? now + 1 : end(now);
      context.timerService().registerEventTimeTimer(state.timer);
    }
  }

  private long end(long last) {
    return last > Long.MAX_VALUE - silence ? Long.MAX_VALUE : last + silence;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Verdict> out) throws Exception {
    SessionState state = known.value();
    List<Callback> lines = waiting.get(time);
    if (lines != null) {
      waiting.remove(time);
      state = state == null ? new SessionState() : state;
      state.last = time;
      judge(lines, time, state, context);
      watch(state, time, context);
    }
    if (state != null && state.timer == time) {
      state = silent(state, time, context, out) ? null : state;
    }
    if (state == null) {
      known.clear();
    } else {
      known.update(state);
    }
  }

  private void judge(List<Callback> lines, long time, SessionState state, Context context)
      throws IOException {
    for (Judgement.Line line : judgement.inOrder(lines)) {
      if (judgement.isRepeated(line.callback(), state)) {
        metrics.duplicate();
        continue;
      }
      String unreadable = line.unreadable();
      if (unreadable != null) {
        metrics.unreadable();
        context.output(
            UNJUDGED,
            new Unjudged(line.callback().session(), time, unreadable, line.callback().line()));
      }
      if (judgement.take(line, state)) {
        context.output(ALERTS, state.verdict(line.callback().session()));
      }
    }
  }

  /** Whether the session has ended; otherwise it is looked at again when it may have. */
  private boolean silent(
      SessionState state, long time, OnTimerContext context, Collector<Verdict> out)
      throws IOException {
    long watermark = context.timerService().currentWatermark();
    if (state.last == Callback.NONE && time == Long.MIN_VALUE + 1) {
      state.timer = end(watermark);
    } else if (state.last != Callback.NONE && time < end(state.last)) {
      state.timer = end(state.last);
    } else {
      return end(state, context, out, watermark);
    }
    context.timerService().registerEventTimeTimer(state.timer);
    return false;
  }

  private boolean end(
      SessionState state, OnTimerContext context, Collector<Verdict> out, long watermark)
      throws IOException {
    if (state.judged == 0 && !state.isUndecided()) {
      return true;
    }
    String session = context.getCurrentKey();
    if (watermark == Long.MAX_VALUE) {
      // How late it is by then, the task knows that hears of all sessions.
      DataOutputSerializer bytes = new DataOutputSerializer(256);
      state.write(bytes);
      context.output(ENDED, Tuple2.of(session, bytes.getCopyOfBuffer()));
      return true;
    }
    judgement.end(state, judgement.later(state.latest));
    Verdict verdict = state.verdict(session);
    metrics.decided(verdict.decision());
    out.collect(verdict);
    return true;
  }
}
