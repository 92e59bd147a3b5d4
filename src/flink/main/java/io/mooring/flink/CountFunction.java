package io.mooring.flink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.trace.SessionJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds what tasks have counted in a window, and writes it when the window is over. */
final class CountFunction extends KeyedProcessFunction<Long, Tuple2<Long, long[]>, String> {
  private static final long serialVersionUID = 1L;

  private final Rules rules;
  private final String table;

  @SuppressWarnings("NullAway.Init") // in open
  private transient SessionJudge judge;

  @SuppressWarnings("NullAway.Init") // in open
  private transient ValueState<long[]> sum;

  CountFunction(Rules rules, String table) {
    this.rules = rules;
    this.table = table;
  }

  @Override
  public void open(OpenContext context) {
    judge = rules.validator().judge(Duration.ZERO, false);
    sum = getRuntimeContext().getState(new ValueStateDescriptor<>("counts", long[].class));
  }

  @Override
  public void processElement(Tuple2<Long, long[]> part, Context context, Collector<String> out)
      throws Exception {
    long[] before = sum.value();
    long[] all = part.f1.clone();
    // Of another version of the machine there may be another number of rows: begin again.
    if (before != null && before.length == all.length) {
      for (int i = 0; i < all.length; i++) {
        all[i] += before[i];
      }
    }
    sum.update(all);
    context.timerService().registerEventTimeTimer(context.getCurrentKey() - 1);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
    long[] counts = sum.value();
    if (counts != null) {
      sum.clear();
      out.collect(text(counts, context.getCurrentKey()));
    }
  }

  private String text(long[] counts, long window) {
    Machine machine = judge.machine();
    SortedMap<Passage, Long> taken = new TreeMap<>();
    SortedSet<Passage> neverShown = new TreeSet<>();
    int events = machine.events().size();
    int rows = machine.rows();
    for (int row = 0; row < rows; row++) {
      if (counts[row] > 0) {
        taken.put(Passage.of(row / events, row % events), counts[row]);
      } else if (!judge.isShown(row)) {
        neverShown.add(Passage.of(row / events, row % events));
      }
    }
    long uncertain = counts[rows];
    ObjectNode tree =
        CountsJson.tree(
            new CoverageCounts(
                machine.name(),
                table,
                "a fleet until " + Instant.ofEpochMilli(window),
                machine.locations().stream().map(MachineLocation::name).toList(),
                machine.events().stream().map(MachineEvent::name).toList(),
                taken,
                neverShown));
    return tree.put("window", window).put("uncertain", uncertain).toString();
  }
}
