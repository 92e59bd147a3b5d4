package io.mooring.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts verdicts by the windows of their last lines. A window is whole when the sessions in it
 * have been silent for long enough, whether they ended then or with the input before.
 */
final class TallyFunction extends KeyedProcessFunction<String, Tally, Tally> {

  private static final long serialVersionUID = 1L;

  private final long silence;

  /** By the time at which they are whole. */
  @SuppressWarnings("NullAway.Init") // in open
  private transient MapState<Long, Tally> windows;

  /**
   * Counts sessions.
   *
   * @param silence after which a session has ended, in milliseconds
   */
  TallyFunction(long silence) {
    this.silence = silence;
  }

  @Override
  public void open(OpenContext context) {
    windows =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("windows", Types.LONG, TypeInformation.of(Tally.class)));
  }

  @Override
  public void processElement(Tally tally, Context context, Collector<Tally> out) throws Exception {
    long whole = whole(tally.window());
    Tally before = windows.get(whole);
    // Of a state that was saved with another silence, another window may be whole at that time.
    while (before != null && before.window() != tally.window()) {
      whole++;
      before = windows.get(whole);
    }
    windows.put(whole, before == null ? tally : before.plus(tally));
    context.timerService().registerEventTimeTimer(whole - 1);
  }

  private long whole(long window) {
    if (window == Callback.NONE) {
      return 0;
    }
    return window > Long.MAX_VALUE - silence ? Long.MAX_VALUE : window + silence;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Tally> out) throws Exception {
    Tally tally = windows.get(time + 1);
    if (tally != null) {
      windows.remove(time + 1);
      out.collect(tally);
    }
  }
}
