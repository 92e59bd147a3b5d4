package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a window is whole. */
final class TallyFunctionTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  private static KeyedOneInputStreamOperatorTestHarness<String, Tally, Tally> task(long silence)
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new TallyFunction(silence)), Tally::key, Types.STRING);
  }

  private static StreamRecord<Tally> accepted(long window) {
    return new StreamRecord<>(new Tally(window, "", "", "", "1.0", "eu", 1, 0, 0));
  }

  private static Tally sum(long window, long accepted) {
    return new Tally(window, "", "", "", "1.0", "eu", accepted, 0, 0);
  }

  @Test
  void aWindowIsWholeWhenItsLastSessionHasBeenSilentForLongEnough() throws Exception {
    var task = task(DAY);
    task.open();
    task.processElement(accepted(MINUTE));
    task.processElement(accepted(2 * MINUTE));
    task.processElement(accepted(MINUTE));
    // The latest session of the first window had its last line a millisecond before its end.
    task.processWatermark(MINUTE - 2 + DAY);
    assertThat(task.extractOutputValues()).isEmpty();
    task.processWatermark(MINUTE - 1 + DAY);
    assertThat(task.extractOutputValues()).containsExactly(sum(MINUTE, 2));
    task.processWatermark(Long.MAX_VALUE);
    assertThat(task.extractOutputValues()).isEqualTo(List.of(sum(MINUTE, 2), sum(2 * MINUTE, 1)));
    task.close();
  }

  @Test
  void sessionsWithoutALineInTimeAreCountedWithoutATime() throws Exception {
    var task = task(Long.MAX_VALUE);
    task.open();
    task.processWatermark(DAY);
    task.processElement(accepted(Callback.NONE));
    task.processElement(accepted(MINUTE));
    task.processWatermark(DAY + 1);
    assertThat(task.extractOutputValues()).containsExactly(sum(Callback.NONE, 1));
    task.processWatermark(Long.MAX_VALUE);
    assertThat(task.extractOutputValues()).hasSize(2).contains(sum(MINUTE, 1));
    task.close();
  }

  @Test
  void withAnotherSilenceNothingIsLostAndWindowsStayApart() throws Exception {
    var before = task(2 * MINUTE);
    before.open();
    before.processElement(accepted(MINUTE));
    OperatorSubtaskState saved = before.snapshot(1, 1);
    before.close();

    var task = task(MINUTE);
    task.initializeState(saved);
    task.open();
    // Whole at the same time as that which was saved.
    task.processElement(accepted(2 * MINUTE));
    task.processElement(accepted(2 * MINUTE));
    task.processWatermark(3 * MINUTE);
    assertThat(task.extractOutputValues())
        .containsExactlyInAnyOrder(sum(MINUTE, 1), sum(2 * MINUTE, 2));
    task.close();
  }

  @Test
  void whatAnEarlierVersionHasSavedIsCountedWithoutAStep(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("savepoint");
    try (InputStream saved = TallyFunctionTest.class.getResourceAsStream("/tallies-1.savepoint")) {
      Files.copy(Objects.requireNonNull(saved), file);
    }
    Tally older = new Tally(MINUTE, "B7", "TIME_OUT", "", "4.2", "eu", 0, 1, 0);
    Tally newer = new Tally(MINUTE, "B7", "TIME_OUT", "A -> B", "4.2", "eu", 0, 2, 0);
    var task = task(DAY);
    task.initializeState(OperatorSnapshotUtil.readStateHandle(file.toString()));
    task.open();
    task.processElement(new StreamRecord<>(newer));
    task.processElement(new StreamRecord<>(newer));
    task.processWatermark(Long.MAX_VALUE);

    assertThat(task.extractOutputValues()).containsExactlyInAnyOrder(older, newer.plus(newer));
    task.close();
  }
}
