package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.MachineLocation;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.room.harness.model.RoomMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What lines show of the table is counted, and nothing that they do not show. */
final class CountsTest {
  private static final Machine ROOM = RoomMachine.table();
  private static final String TABLE = RoomMachine.JAVA.fingerprint();
  private static final FleetOptions OPTIONS = FleetOptions.DEFAULT.counting(TABLE);

  /** The counts of all parts by row, and under -1 what was uncertain. */
  private static Map<Integer, Long> sum(List<Tuple2<Long, long[]>> parts) {
    Map<Integer, Long> sum = new TreeMap<>();
    for (Tuple2<Long, long[]> part : parts) {
      for (int i = 0; i < part.f1.length; i++) {
        if (part.f1[i] > 0) {
          sum.merge(i == ROOM.rows() ? -1 : i, part.f1[i], Long::sum);
        }
      }
    }
    return sum;
  }

  @Test
  void aRowIsCountedThatAloneExplainsALine() throws Exception {
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, OPTIONS)) {
      tasks.send(Lines.joining("a", 0));
      tasks.send(Lines.joining("b", 0));
      // Not explained, and so no row.
      tasks.send(Lines.lost("b", 1));
      // Behind a rejection nothing is counted.
      tasks.send(Lines.joined("b", 2));
      tasks.watermark(10_000);
      List<Integer> rows =
          ROOM.steps().stream()
              .filter(each -> ROOM.events().get(each.event()).text().equals("JoinChannel"))
              .filter(each -> each.from() == RandomFleet.BEGIN)
              .map(each -> ROOM.row(each.from(), each.event()))
              .toList();

      assertThat(rows).hasSize(1);
      assertThat(sum(tasks.counts())).isEqualTo(Map.of(rows.get(0), 2L));
    }
  }

  @Test
  void whatSeveralRowsMayExplainIsUncertain() throws Exception {
    FleetOptions middle =
        new FleetOptions(
            OPTIONS.tolerance(),
            true,
            OPTIONS.silence(),
            OPTIONS.duplicates(),
            "reason",
            "",
            0,
            TABLE);
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, middle)) {
      // Begun anywhere: a client may leave in many states.
      tasks.send(Lines.left("a", 0));
      tasks.watermark(10_000);

      assertThat(sum(tasks.counts())).isEqualTo(Map.of(-1, 1L));
    }
  }

  @Test
  void rowsThatAreCountedWereTaken() throws Exception {
    for (long seed = 0; seed < 30; seed++) {
      RandomFleet fleet = new RandomFleet(new Random(seed), 20, 14, /* faults= */ false);
      try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, OPTIONS)) {
        for (Callback each : fleet.lines()) {
          tasks.send(each);
        }
        tasks.watermark(Long.MAX_VALUE);
        Map<Integer, Long> counted = sum(tasks.counts());
        Map<Integer, Long> taken = fleet.taken();

        assertThat(counted.size()).isGreaterThan(5);
        counted.forEach(
            (row, count) ->
                assertThat(count)
                    .as(row < 0 ? "uncertain" : ROOM.rowText(row))
                    .isLessThanOrEqualTo(
                        row < 0 ? fleet.lines().size() : taken.getOrDefault(row, 0L)));
      }
    }
  }

  @Test
  void whatWasCountedBeforeASaveIsNotCountedAgain() throws Exception {
    RandomFleet fleet = new RandomFleet(new Random(1), 30, 14);
    Map<Integer, Long> expected;
    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, OPTIONS)) {
      for (Callback each : fleet.lines()) {
        tasks.send(each);
      }
      tasks.watermark(Long.MAX_VALUE);
      expected = sum(tasks.counts());
    }
    // Somewhere a second is saved of which only a part was counted.
    for (int half = 20; half < fleet.lines().size(); half += 20) {
      try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, OPTIONS)) {
        long watermark = fleet.lines().get(half).time() - 1;
        for (Callback each : fleet.lines().subList(0, half)) {
          tasks.send(each);
        }
        tasks.watermark(watermark);
        tasks.restore(tasks.save(), 2, watermark);
        for (Callback each : fleet.lines().subList(half, fleet.lines().size())) {
          tasks.send(each);
        }
        tasks.watermark(Long.MAX_VALUE);

        assertThat(sum(tasks.counts())).isEqualTo(expected);
      }
    }
  }

  @Test
  void theAtlasReadsWhatIsCountedInAWindow() throws Exception {
    MachineStep step = ROOM.steps().get(0);
    long[] counts = new long[RowCounts.numbers(ROOM.rows())];
    counts[ROOM.row(step.from(), step.event())] = 3;
    counts[ROOM.rows()] = 2;
    var task =
        new KeyedOneInputStreamOperatorTestHarness<Long, Tuple2<Long, long[]>, String>(
            new KeyedProcessOperator<>(new CountFunction(RandomFleet.RULES, TABLE)),
            each -> 60_000L,
            Types.LONG);
    task.open();
    task.processElement(new StreamRecord<>(Tuple2.of(1_000L, counts)));
    task.processElement(new StreamRecord<>(Tuple2.of(2_000L, counts)));
    task.processWatermark(59_998);
    assertThat(task.extractOutputValues()).isEmpty();
    task.processWatermark(59_999);
    String text = task.extractOutputValues().get(0);
    task.close();

    assertThat(text).contains("\"window\":60000", "\"uncertain\":4").doesNotContain("\n");
    CoverageCounts read = CountsJson.read(text);
    assertThat(read.taken().values()).containsExactly(6L);
    assertThat(read.fingerprint()).isEqualTo(TABLE);
    assertThat(read.source()).isEqualTo("a fleet until 1970-01-01T00:01:00Z");
    assertThat(read.impossible()).contains(passage("Joined", "CONNECTED"));
    assertThat(read.impossible())
        .as("what lines show, or have shown, can be taken")
        .doesNotContain(passage("Joined", "CONNECTING"), passage("Initialize", "UNKNOWN"))
        .doesNotContainAnyElementsOf(read.taken().keySet());
  }

  private static Passage passage(String event, String location) {
    return Passage.of(
        ROOM.locations().stream().map(MachineLocation::name).toList().indexOf(location),
        ROOM.events().stream().map(MachineEvent::text).toList().indexOf(event));
  }

  @Test
  void withoutATableNothingIsCounted() {
    DataStream<Callback> none =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData(Lines.joining("a", 0));
    Fleet silent = Fleet.judge(none, RandomFleet.RULES, FleetOptions.DEFAULT);
    Fleet counting = Fleet.judge(none, RandomFleet.RULES, OPTIONS);

    assertThatIllegalStateException().isThrownBy(() -> silent.counts(Duration.ofMinutes(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counting.counts(Duration.ofMillis(1_500)))
        .withMessage("rows are counted in windows of whole seconds, not of PT1.5S");
  }
}
