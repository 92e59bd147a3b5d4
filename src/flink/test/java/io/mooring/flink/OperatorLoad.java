package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * What sessions cost the task that judges them: memory of each, time for more of them, and what one
 * very long session does to the others. The profile {@code load} runs it; it prints figures, and
 * fails if sessions are not judged.
 */
final class OperatorLoad {
  private static final int[] SESSIONS =
      Arrays.stream(
              System.getProperty("mooring.load.sessions", "100000,1000000,3000000").split(","))
          .mapToInt(Integer::parseInt)
          .toArray();

  private static final long STEP_MILLIS = 1_000;
  private static final FleetOptions OPTIONS = FleetOptions.DEFAULT.duplicates(Duplicates.SEQUENCE);

  private static KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict> task()
      throws Exception {
    var task =
        new KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict>(
            new SessionOperator(RandomFleet.RULES, OPTIONS), Callback::session, Types.STRING);
    task.open();
    return task;
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

  /** Sessions that have joined, and go on: what is kept of each, and how long they took. */
  @Test
  void bytesOfASessionAndTimeForMore() throws Exception {
    send(Lines.joining("warm", 0), task());
    for (int sessions : SESSIONS) {
      var task = task();
      long before = used();
      long began = System.nanoTime();
      int eachSecond = 2_000;
      for (int i = 0; i < sessions; i++) {
        int second = i / eachSecond;
        String name = Integer.toHexString(i * 0x9e3779b9) + "-session-" + i;
        send(Lines.joining(name, second), task);
        send(Lines.joined(name, second + 1), task);
        if (i % eachSecond == eachSecond - 1) {
          task.processWatermark(second * STEP_MILLIS - 5_000);
        }
      }
      task.processWatermark((sessions / eachSecond + 2) * STEP_MILLIS);
      double nanos = (System.nanoTime() - began) / (2.0 * sessions);
      long bytes = (used() - before) / sessions;
      assertThat(task.numKeyedStateEntries()).isEqualTo(sessions);
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %,d live sessions | %.0f ns for each line | %,d bytes on the heap for each |",
              sessions,
              nanos,
              bytes));
      task.close();
    }
  }

  /** How long verdicts of others take from the watermark that ends their sessions. */
  private static long percentile(int linesOfTheLongest) throws Exception {
    FleetOptions options = OPTIONS.silence(Duration.ofSeconds(60));
    var task =
        new KeyedOneInputStreamOperatorTestHarness<String, Callback, Verdict>(
            new SessionOperator(RandomFleet.RULES, options), Callback::session, Types.STRING);
    task.open();
    List<Long> delays = new ArrayList<>();
    int seconds = 500;
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
        Callback each =
            sent % 2 == 1 ? Lines.joining("longest", second) : Lines.left("longest", second);
        send(
            new Callback("longest", each.time(), sent, each.version(), each.region(), each.line()),
            task);
      }
      long began = System.nanoTime();
      task.processWatermark(second * STEP_MILLIS - 5_000);
      long took = System.nanoTime() - began;
      Queue<Object> output = task.getOutput();
      for (Object each : output) {
        if (each instanceof StreamRecord<?>) {
          delays.add(took);
        }
      }
      output.clear();
    }
    assertThat(delays).hasSizeGreaterThan(100_000);
    task.close();
    delays.sort(null);
    return delays.get((int) (delays.size() * 0.99));
  }

  @Test
  void oneLongSessionDoesNotHoldUpTheOthers() throws Exception {
    percentile(0);
    percentile(1_000_000);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long without = percentile(0);
      long with = percentile(1_000_000);
      ratios.add((double) with / without);
      System.out.println(
          String.format(
              Locale.ROOT,
              "99th percentile of the delay: %.1f ms without, %.1f ms beside a session of a million"
                  + " lines",
              without / 1e6,
              with / 1e6));
    }
    ratios.sort(null);
    System.out.println(String.format(Locale.ROOT, "ratio in the middle: %.1f", ratios.get(1)));
  }
}
