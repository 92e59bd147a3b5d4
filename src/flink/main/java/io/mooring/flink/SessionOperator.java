package io.mooring.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Judges the sessions of a key. A line waits until the watermark has reached its time. Then the
 * lines of each session are taken in the order of their times, and what a session's silence means
 * is decided between them; so it changes nothing how far a watermark goes at once.
 */
final class SessionOperator extends AbstractStreamOperator<Verdict>
    implements OneInputStreamOperator<Callback, Verdict>, Triggerable<String, VoidNamespace> {

  /** Rejections as soon as they are seen. */
  static final OutputTag<Verdict> ALERTS =
      new OutputTag<>("alerts", TypeInformation.of(Verdict.class));

  /** Lines that were not judged. */
  static final OutputTag<Unjudged> UNJUDGED =
      new OutputTag<>("unjudged", TypeInformation.of(Unjudged.class));

  /** Sessions that the end of the whole input has ended, as they are then. */
  static final OutputTag<Tuple2<String, byte[]>> ENDED =
      new OutputTag<>("ended", Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE)));

  /** How often lines have shown each row of the table, in the second that begins at a time. */
  static final OutputTag<Tuple2<Long, long[]>> COUNTS =
      new OutputTag<>("counts", Types.TUPLE(Types.LONG, Types.PRIMITIVE_ARRAY(Types.LONG)));

  private static final long serialVersionUID = 1L;

  private final Rules rules;
  private final FleetOptions options;
  private final long silence;

  private transient boolean restored;
  private transient long watermark;
  private transient WaitingKeys keys;
  private transient Judgement judgement;
  private transient FleetMetrics fleetMetrics;
  private transient Silences silences;
  private transient ValueState<SessionState> known;

  /** Lines that the watermark has not reached, as they came. */
  private transient ListState<Callback> waiting;

  @SuppressWarnings("NullAway.Init") // in open
  SessionOperator(Rules rules, FleetOptions options) {
    this.rules = rules;
    this.options = options;
    this.silence = options.silence().toMillis();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    watermark = Long.MIN_VALUE;
    keys = new WaitingKeys();
    judgement = new Judgement(rules, options);
    fleetMetrics = new FleetMetrics(getMetricGroup());
    // The name that Flink gives to the timers of a function: savepoints of version 1 have it.
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    silences = new Silences(getKeyedStateBackend(), timers);
    ValueStateDescriptor<SessionState> session =
        new ValueStateDescriptor<>("session", SessionStateSerializer.INSTANCE);
    known = getRuntimeContext().getState(session);
    ListStateDescriptor<Callback> lines =
        new ListStateDescriptor<>("lines", new CallbackSerializer());
    waiting = getRuntimeContext().getListState(lines);
    if (restored) {
      restoreLines(lines);
      silences.restore(session);
    }
  }

  private void restoreLines(ListStateDescriptor<Callback> lines) throws Exception {
    KeyedStateBackend<String> backend = getKeyedStateBackend();
    MapStateDescriptor<Long, List<Callback>> older =
        new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(CallbackType.ofVersionOne()));
    List<Tuple2<String, List<Callback>>> moved = new ArrayList<>();
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        older,
        (key, state) -> {
          for (List<Callback> each : state.values()) {
            moved.add(Tuple2.of(key, new ArrayList<>(each)));
          }
        });
    MapState<Long, List<Callback>> before = getRuntimeContext().getMapState(older);
    for (Tuple2<String, List<Callback>> each : moved) {
      setCurrentKey(each.f0);
      before.clear();
      waiting.addAll(each.f1);
    }
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        lines,
        (key, state) -> {
          for (Callback each : state.get()) {
            keys.add(key, each.time());
          }
        });
  }

  @Override
  public void processElement(StreamRecord<Callback> element) throws Exception {
    Callback callback = element.getValue();
    long time = callback.time();
    fleetMetrics.read(time, watermark);
    if (time == Callback.NONE || time <= watermark) {
      late(callback);
      return;
    }
    waiting.add(callback);
    keys.add(callback.session(), time);
  }

  /** A line whose turn is over: it may be one that was judged already. */
  private void late(Callback callback) throws IOException {
    SessionState state = known.value();
    if (state != null && judgement.isRepeated(callback, state)) {
      fleetMetrics.duplicate();
      return;
    }
    fleetMetrics.late();
    boolean untimed = callback.time() == Callback.NONE;
    unjudged(
        callback,
        untimed
            ? "has no time, by which it could be put in order"
            : "came later than the stream allows");
    if (state == null) {
      state = new SessionState();
    }
    state.undecided(callback.time(), untimed ? "a line has no time" : "a line came too late");
    long before = state.timer;
    watch(state, watermark);
    keep(state, before);
  }

  private void unjudged(Callback callback, String why) {
    output.collect(
        UNJUDGED,
        new StreamRecord<>(
            new Unjudged(callback.session(), callback.time(), why, callback.line()),
            callback.time()));
  }

  /** It is looked at again at the end of its silence, or before. */
  private void watch(SessionState state, long now) {
    if (state.timer == Callback.NONE) {
      // Before the first watermark the time is not known: the timer is set again with it.
      state.timer = now == Long.MIN_VALUE ? now + 1 : end(now);
    }
  }

  private void keep(@Nullable SessionState state, long timerBefore) throws IOException {
    if (state == null) {
      known.clear();
      return;
    }
    if (state.timer != timerBefore) {
      silences.wake(state.timer);
    }
    known.update(state);
  }

  private long end(long last) {
    return last > Long.MAX_VALUE - silence ? Long.MAX_VALUE : last + silence;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    for (String session : keys.upTo(watermark)) {
      setCurrentKey(session);
      take(session);
    }
    silences.upTo(watermark, this::look);
    count(watermark);
    super.processWatermark(mark);
  }

  /** Ends the current session if its silence is over. Returns when it may be, or a time before. */
  private long look(String session) throws Exception {
    SessionState state = known.value();
    if (state == null || state.timer > watermark) {
      return state == null ? watermark : state.timer;
    }
    long before = state.timer;
    while (state != null && state.timer <= watermark) {
      state = silent(state, state.timer, session) ? null : state;
    }
    keep(state, before);
    return watermark;
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    count(Long.MAX_VALUE);
  }

  /** Hands over what was counted up to a time. */
  private void count(long until) {
    RowCounts counts = judgement.counts();
    if (counts != null) {
      counts.upTo(
          until,
          (begin, rows) ->
              output.collect(COUNTS, new StreamRecord<>(Tuple2.of(begin, rows), begin)));
    }
  }

  /** Takes the lines of the current session that the watermark has reached. */
  private void take(String session) throws Exception {
    List<Callback> due = due(session);
    if (due.isEmpty()) {
      return;
    }
    SessionState state = known.value();
    long timerBefore = state == null ? Callback.NONE : state.timer;
    for (Judgement.Line line : judgement.inOrder(due)) {
      long time = line.callback().time();
      while (state != null && state.timer != Callback.NONE && state.timer < time) {
        state = silent(state, state.timer, session) ? null : state;
      }
      if (state == null) {
        state = new SessionState();
        timerBefore = Callback.NONE;
      }
      state.last = time;
      judge(line, state);
      watch(state, time);
    }
    keep(state, timerBefore);
  }

  private List<Callback> due(String session) throws Exception {
    Iterable<Callback> lines = waiting.get();
    if (lines instanceof List<Callback> list
        && list.size() == 1
        && list.get(0).time() <= watermark) {
      waiting.clear();
      return list;
    }
    List<Callback> due = new ArrayList<>();
    List<Callback> rest = new ArrayList<>();
    boolean again = false;
    for (Callback each : lines) {
      if (each.time() <= watermark) {
        due.add(each);
      } else {
        rest.add(each);
        again |= WaitingKeys.isTogether(each.time(), watermark);
      }
    }
    if (again) {
      keys.add(session, watermark);
    }
    if (rest.isEmpty()) {
      waiting.clear();
    } else if (!due.isEmpty()) {
      waiting.update(rest);
    }
    return due;
  }

  private void judge(Judgement.Line line, SessionState state) throws IOException {
    Callback callback = line.callback();
    if (judgement.isRepeated(callback, state)) {
      fleetMetrics.duplicate();
      return;
    }
    String unreadable = line.unreadable();
    if (unreadable != null) {
      fleetMetrics.unreadable();
      unjudged(callback, unreadable);
    }
    if (judgement.take(line, state)) {
      output.collect(
          ALERTS, new StreamRecord<>(state.verdict(callback.session()), callback.time()));
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    long time = timer.getTimestamp();
    SessionState state = known.value();
    if (state != null && state.timer == time) {
      keep(silent(state, time, timer.getKey()) ? null : state, time);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("Sessions are judged by their own time alone");
  }

  /** Whether the session has ended; otherwise it is to be looked at again when it may have. */
  private boolean silent(SessionState state, long time, String session) throws IOException {
    if (state.last == Callback.NONE && time == Long.MIN_VALUE + 1) {
      state.timer = end(watermark);
    } else if (state.last != Callback.NONE && time < end(state.last)) {
      state.timer = end(state.last);
    } else {
      end(state, session);
      return true;
    }
    return false;
  }

  private void end(SessionState state, String session) throws IOException {
    if (state.judged == 0 && !state.isUndecided()) {
      return;
    }
    if (watermark == Long.MAX_VALUE) {
      // How late it is by then, the task knows that receives all sessions.
      DataOutputSerializer bytes = new DataOutputSerializer(256);
      state.write(bytes);
      output.collect(ENDED, new StreamRecord<>(Tuple2.of(session, bytes.getCopyOfBuffer())));
      return;
    }
    judgement.end(state, judgement.later(state.latest));
    Verdict verdict = state.verdict(session);
    fleetMetrics.decided(verdict.decision());
    output.collect(new StreamRecord<>(verdict, state.timer));
  }
}
