package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions end by their silence wherever their state is: on the heap, where its times are in
 * memory, and in RocksDB, where they are timers; also after a savepoint of the other.
 */
@SuppressWarnings("try") // a harness may be interrupted while it is closed
final class BackendsTest {
  private static final FleetOptions OPTIONS = FleetOptions.DEFAULT.silence(Duration.ofSeconds(100));

  private static KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task(
      StateBackend backend) throws Exception {
    var task =
        new KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict>(
            new SessionOperator(RandomFleet.RULES, OPTIONS), Callback::session, Types.STRING);
    task.setStateBackend(backend);
    return task;
  }

  private static void send(
      Callback line, KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task)
      throws Exception {
    task.processElement(new StreamRecord<>(line, line.time()));
  }

  static List<StateBackend> backends() {
    return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  /** How many timers one session has. */
  private static int timers(StateBackend backend) {
    return backend instanceof HashMapStateBackend ? 0 : 1;
  }

  @ParameterizedTest
  @MethodSource("backends")
  void aSessionEndsWithItsSilenceAndNotBefore(StateBackend backend) throws Exception {
    try (var task = task(backend)) {
      task.open();
      send(Lines.joining("a", 0), task);
      send(Lines.joined("a", 1), task);
      task.processWatermark(99_999);
      send(Lines.callback("a", 100, 3, "DISCONNECTED", "LEAVE_CHANNEL"), task);
      task.processWatermark(199_999);
      assertThat(task.extractOutputValues()).isEmpty();

      task.processWatermark(200_000);
      assertThat(task.extractOutputValues())
          .extracting(Verdict::session, Verdict::decision, Verdict::judged)
          .containsExactly(tuple("a", Decision.ACCEPTED, 3L));
      assertThat(task.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void eachSessionHasOneTimerInRocksDbAndNoneOnTheHeap() throws Exception {
    for (StateBackend backend : backends()) {
      try (var task = task(backend)) {
        task.open();
        for (int i = 0; i < 1_000; i++) {
          send(i % 2 == 0 ? Lines.joining("a", i) : Lines.left("a", i), task);
          task.processWatermark(1_000L * i);
        }
        assertThat(task.numEventTimeTimers()).isEqualTo(timers(backend));
      }
    }
  }

  @Test
  void aSavepointOfEachGoesOnInEach() throws Exception {
    for (StateBackend before : backends()) {
      for (StateBackend after : backends()) {
        OperatorSubtaskState saved;
        try (var task = task(before)) {
          task.open();
          send(Lines.joining("a", 0), task);
          send(Lines.joined("a", 1), task);
          task.processWatermark(1_000);
          send(Lines.joining("b", 50), task);
          saved =
              task.snapshotWithLocalState(
                      1, 1, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                  .getJobManagerOwnedState();
        }
        try (var task = task(after)) {
          task.initializeState(saved);
          task.open();
          // That of a; b is a line that waits.
          assertThat(task.numEventTimeTimers()).isEqualTo(timers(after));
          task.processWatermark(100_999);
          assertThat(task.extractOutputValues()).isEmpty();
          task.processWatermark(101_000);
          assertThat(task.extractOutputValues()).extracting(Verdict::session).containsExactly("a");
          task.processWatermark(150_000);
          assertThat(task.extractOutputValues())
              .extracting(Verdict::session)
              .containsExactly("a", "b");
          // Nothing is left of either.
          assertThat(task.numEventTimeTimers()).isZero();
        }
      }
    }
  }
}
