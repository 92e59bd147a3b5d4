package io.mooring.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts verdicts by the windows in which their sessions have been silent for long enough. That is
 * the same window whether they ended then, or with the input before.
 */
final class TallyFunction extends KeyedProcessFunction<String, Tally, Tally> {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // in open
  private transient MapState<Long, Tally> windows;

  @Override
  public void open(OpenContext context) {
    windows =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("windows", Types.LONG, TypeInformation.of(Tally.class)));
  }

  @Override
  public void processElement(Tally tally, Context context, Collector<Tally> out) throws Exception {
    Tally before = windows.get(tally.window());
    windows.put(tally.window(), before == null ? tally : before.plus(tally));
    context.timerService().registerEventTimeTimer(tally.window() - 1);
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
