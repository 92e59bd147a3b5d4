package io.mooring.flink.job.load;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.metrics.reporter.Scheduled;

/**
 * When the job that runs in this process has read its first line and counted its last verdict, by
 * the metrics of Flink, which it looks at every {@value #MILLIS} milliseconds. So the start and the
 * end of the cluster are no part of it.
 */
public final class Pace implements MetricReporter, Scheduled, MetricReporterFactory {
  static final int MILLIS = 10;

  /** Settings of the job with which it is used. */
  static final List<String> SETTINGS =
      List.of(
          "-D",
          "metrics.reporter.pace.factory.class=" + Pace.class.getName(),
          "-D",
          "metrics.reporter.pace.interval=" + MILLIS + " ms");

  private static final String NAME = "<operator_name>";

  /** Of the cluster that was started last. */
  private static volatile Pace latest = new Pace();

  private volatile long first;
  private volatile long last;
  private volatile long total;
  private final Map<String, Long> largest = new ConcurrentHashMap<>();
  private final List<Counter> read = new CopyOnWriteArrayList<>();
  private final List<Counter> decided = new CopyOnWriteArrayList<>();
  private final Map<String, Gauge<?>> gauges = new ConcurrentHashMap<>();

  /** When the first line was read, in milliseconds since 1970. */
  static long first() {
    return latest.first;
  }

  /** When the last verdict was counted. */
  static long last() {
    return latest.last;
  }

  /** The largest value of one of the gauges of checkpoints. */
  static long gauge(String name) {
    return latest.largest.getOrDefault(name, 0L);
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    Pace pace = new Pace();
    latest = pace;
    return pace;
  }

  @Override
  public void open(MetricConfig config) {
    // Everything is set by the class.
  }

  @Override
  public void close() {
    report();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (name.equals("numRecordsIn") && metric instanceof Counter counter) {
      String operator = group.getAllVariables().getOrDefault(NAME, "");
      if (operator.equals("read")) {
        read.add(counter);
      } else if (operator.equals("totals")) {
        decided.add(counter);
      }
    } else if (name.startsWith("lastCheckpoint") && metric instanceof Gauge<?> gauge) {
      gauges.put(name, gauge);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // What was counted is still to be read.
  }

  @Override
  public void report() {
    long now = System.currentTimeMillis();
    if (first == 0 && sum(read) > 0) {
      first = now;
    }
    long verdicts = sum(decided);
    if (verdicts > total) {
      total = verdicts;
      last = now;
    }
    gauges.forEach(
        (name, gauge) -> {
          if (gauge.getValue() instanceof Long value) {
            largest.merge(name, value, Math::max);
          }
        });
  }

  private static long sum(List<Counter> counters) {
    return counters.stream().mapToLong(Counter::getCount).sum();
  }
}
