package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What sessions cost the task that judges them: memory of each, time for more of them, what a
 * checkpoint is, and what one very long session does to the others. The profile {@code load} runs
 * it; it prints figures, and fails if sessions are not judged, or if the state of one grows.
 */
@SuppressWarnings("try") // a harness may be interrupted while it is closed
final class OperatorLoad {
  private static final int[] SESSIONS =
      Arrays.stream(
              System.getProperty("mooring.load.sessions", "100000,1000000,3000000").split(","))
          .mapToInt(Integer::parseInt)
          .toArray();

  private static final String STATES = System.getProperty("mooring.load.states", "heap,rocksdb");
  private static final int PAIRS = Integer.getInteger("mooring.load.pairs", 20);

  /** As many lines as all other sessions have in {@link #percentile}. */
  private static final int LONGEST = 300_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long STEP_MILLIS = 1_000;
  private static final int EACH_SECOND = 2_000;
  private static final FleetOptions OPTIONS = FleetOptions.DEFAULT.duplicates(Duplicates.SEQUENCE);

  private static KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task(
      FleetOptions options) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new SessionOperator(RandomFleet.RULES, options), Callback::session, Types.STRING);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void send(
      Callback callback, KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task)
      throws Exception {
    task.processElement(new StreamRecord<>(callback, callback.time()));
  }

  private static void joins(
      int from, int to, KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task)
      throws Exception {
    for (int i = from; i < to; i++) {
      int second = i / EACH_SECOND;
      String name = Integer.toHexString(i * 0x9e3779b9) + "-session-" + i;
      send(Lines.joining(name, second), task);
      send(Lines.joined(name, second + 1), task);
      if (i % EACH_SECOND == EACH_SECOND - 1) {
        task.processWatermark(second * STEP_MILLIS - 5_000);
      }
    }
  }

  /** With memory of its own, as a task of a cluster has: the harness gives it next to none. */
  private static StateBackend rocks() {
    EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
    backend.getMemoryConfiguration().setFixedMemoryPerSlot("512mb");
    return backend;
  }

  private static void row(int sessions, StateBackend backend, Path folder) throws Exception {
    long before = used();
    try (var task = task(OPTIONS)) {
      task.setStateBackend(backend);
      task.setCheckpointStorage(
          new FileSystemCheckpointStorage(folder.resolve("state").toUri(), 0));
      task.open();
      final long began = System.nanoTime();
      // The second half has the first beside it.
      joins(0, sessions / 2, task);
      long half = System.nanoTime();
      joins(sessions / 2, sessions, task);
      task.processWatermark((sessions / EACH_SECOND + 2) * STEP_MILLIS);
      final long end = System.nanoTime();
      long bytes = (used() - before) / sessions;
      long saving = System.nanoTime();
      OperatorSubtaskState saved = task.snapshot(1, 1);
      double seconds = (System.nanoTime() - saving) / 1e9;
      assertThat(saved.getStateSize()).isGreaterThan(50L * sessions);
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %,d | %s | %,.0f | %,.0f | %,d | %,.0f | %.1f |",
              sessions,
              backend instanceof HashMapStateBackend ? "heap" : "RocksDB",
              sessions * 1e9 / (half - began),
              sessions * 1e9 / (end - half),
              bytes,
              (double) saved.getStateSize() / sessions,
              seconds));
      saved.discardState();
    }
  }

  /** Sessions that have joined, and go on: what is kept of each, and how long they took. */
  @Test
  void whatMoreSessionsCost(@TempDir Path folder) throws Exception {
    row(20_000, new HashMapStateBackend(), folder);
    row(20_000, rocks(), folder);
    System.out.println(
        "| live sessions | | lines/s, first half | second half | bytes on the heap for each"
            + " | in a checkpoint | seconds to save |");
    for (int sessions : SESSIONS) {
      if (STATES.contains("heap")) {
        row(sessions, new HashMapStateBackend(), folder);
      }
      if (STATES.contains("rocksdb")) {
        row(sessions, rocks(), folder);
      }
    }
  }

  /** A session of so many lines, as it is in a checkpoint. */
  private static long saved(int lines) throws Exception {
    try (var task = task(OPTIONS)) {
      task.open();
      for (int i = 0; i < lines; i++) {
        Callback each = i % 2 == 0 ? Lines.joining("longest", i) : Lines.left("longest", i);
        send(numbered(each, i + 1), task);
        task.processWatermark(i * STEP_MILLIS);
      }
      return task.snapshot(1, 1).getStateSize();
    }
  }

  private static Callback numbered(Callback line, long number) {
    return new Callback(
        line.session(), line.time(), number, line.version(), line.region(), line.line());
  }

  @Test
  void theStateOfALongSessionStaysTheSame() throws Exception {
    long few = saved(1_000);
    long many = saved(100_000);
    long most = saved(1_000_000);
    System.out.println(
        String.format(
            Locale.ROOT,
            "checkpoint with a session of 1,000 lines %,d bytes, of 100,000 %,d, of 1,000,000 %,d",
            few,
            many,
            most));
    assertThat(many).isEqualTo(few);
    assertThat(most).isEqualTo(few);
  }

  /**
   * How long verdicts of others take from the watermark that ends their sessions, in processor time
   * of the task: what else the machine does is no part of it.
   */
  private static long percentile(int linesOfTheLongest) throws Exception {
    try (var task = task(OPTIONS.silence(Duration.ofSeconds(60)))) {
      task.open();
      List<Long> delays = new ArrayList<>();
      int seconds = 150;
      int others = 1_000;
      int sent = 0;
      for (int second = 0; second < seconds; second++) {
        for (int i = 0; i < others; i++) {
          String name = "other-" + second + "-" + i;
          send(Lines.joining(name, second), task);
          send(Lines.joined(name, second + 1), task);
        }
        for (int i = 0; i < linesOfTheLongest / seconds; i++) {
          sent++;
          send(
              numbered(
                  sent % 2 == 1 ? Lines.joining("longest", second) : Lines.left("longest", second),
                  sent),
              task);
        }
        long began = THREADS.getCurrentThreadCpuTime();
        task.processWatermark(second * STEP_MILLIS - 5_000);
        long took = THREADS.getCurrentThreadCpuTime() - began;
        Queue<Object> output = task.getOutput();
        for (Object each : output) {
          if (each instanceof StreamRecord<?>) {
            delays.add(took);
          }
        }
        output.clear();
      }
      assertThat(delays).hasSizeGreaterThan(50_000);
      delays.sort(null);
      return delays.get((int) (delays.size() * 0.99));
    }
  }

  @Test
  void oneLongSessionDoesNotHoldUpTheOthers() throws Exception {
    percentile(0);
    percentile(LONGEST);
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      // Each is first in half of the pairs.
      long first = percentile(i % 2 == 0 ? 0 : LONGEST);
      long second = percentile(i % 2 == 0 ? LONGEST : 0);
      without.add((i % 2 == 0 ? first : second) / 1e6);
      with.add((i % 2 == 0 ? second : first) / 1e6);
      ratios.add(with.get(i) / without.get(i));
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "99th percentile of the delay in %d pairs: %.1f ms without, %.1f ms beside a session"
                + " with as many lines as all others (medians); ratio %.2f, quartiles %.2f and"
                + " %.2f",
            PAIRS,
            at(without, 0.5),
            at(with, 0.5),
            at(ratios, 0.5),
            at(ratios, 0.25),
            at(ratios, 0.75)));
  }

  private static double at(List<Double> values, double part) {
    return values.stream().sorted().toList().get((int) (values.size() * part));
  }
}
