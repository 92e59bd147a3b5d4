package io.mooring.flink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What a task counts, in the group {@code mooring} of its operator. */
final class FleetMetrics {
  private final Counter accepted;
  private final Counter rejected;
  private final Counter undecided;
  private final Counter duplicates;
  private final Counter late;
  private final Counter unreadable;
  private long newest = Long.MIN_VALUE;
  private long watermark = Long.MIN_VALUE;

  FleetMetrics(MetricGroup operator) {
    MetricGroup group = operator.addGroup("mooring");
    accepted = group.counter("accepted");
    rejected = group.counter("rejected");
    undecided = group.counter("undecided");
    duplicates = group.counter("duplicates");
    late = group.counter("late");
    unreadable = group.counter("unreadable");
    group.gauge("lagMillis", this::lag);
  }

  /** By how much the watermark is behind the newest line that was read, in milliseconds. */
  private long lag() {
    return watermark == Long.MIN_VALUE || watermark >= newest ? 0 : newest - watermark;
  }

  void read(long time, long now) {
    newest = Math.max(newest, time);
    watermark = now;
  }

  void decided(Decision decision) {
    switch (decision) {
      case ACCEPTED -> accepted.inc();
      case REJECTED -> rejected.inc();
      case UNDECIDED -> undecided.inc();
    }
  }

  void duplicate() {
    duplicates.inc();
  }

  void late() {
    late.inc();
  }

  void unreadable() {
    unreadable.inc();
  }
}
