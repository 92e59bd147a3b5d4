package io.mooring.flink;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;

/**
 * When sessions are to be looked at, because they may have been silent for long enough. Where their
 * state is in memory, these times are in an index there, which is not saved: it is made again of
 * the sessions. Elsewhere there may be more sessions than memory holds, and each has a timer.
 */
final class Silences {
  /** What Flink calls the state that is objects in memory. */
  private static final String HEAP = "hashmap";

  private final KeyedStateBackend<String> backend;
  private final InternalTimerService<VoidNamespace> timers;
  private final @Nullable WaitingKeys index;

  /** Looks at a session, which is the current key. */
  interface Look {
    /** Returns when it is to be looked at again, or any time that is over if it is not. */
    long at(String session) throws Exception;
  }

  Silences(KeyedStateBackend<String> backend, InternalTimerService<VoidNamespace> timers) {
    this.backend = backend;
    this.timers = timers;
    this.index = HEAP.equals(backend.getBackendTypeIdentifier()) ? new WaitingKeys() : null;
  }

  /** The current session is to be looked at when a time has come. */
  void wake(long time) {
    if (index == null) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    } else {
      index.add(backend.getCurrentKey(), time);
    }
  }

  /** Sessions were restored, which may have been saved with timers or without. */
  void restore(ValueStateDescriptor<SessionState> sessions) throws Exception {
    List<Tuple2<String, Long>> found = new ArrayList<>();
    boolean[] any = {false};
    timers.forEachEventTimeTimer(
        (namespace, time) -> {
          any[0] = true;
          if (index != null) {
            found.add(Tuple2.of(backend.getCurrentKey(), time));
          }
        });
    for (Tuple2<String, Long> each : found) {
      backend.setCurrentKey(each.f0);
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, each.f1);
    }
    if (index == null && any[0]) {
      return;
    }
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        sessions,
        (String session, ValueState<SessionState> state) -> wake(state.value().timer));
  }

  /** Looks at the sessions in memory whose time has come. Those with timers Flink looks at. */
  void upTo(long watermark, Look look) throws Exception {
    if (index == null) {
      return;
    }
    Set<String> later = new LinkedHashSet<>();
    for (List<String> step = index.next(watermark); step != null; step = index.next(watermark)) {
      for (String session : step) {
        backend.setCurrentKey(session);
        long next = look.at(session);
        if (next > watermark && WaitingKeys.isTogether(next, watermark)) {
          later.add(session);
        }
      }
    }
    for (String session : later) {
      index.add(session, watermark);
    }
  }
}
