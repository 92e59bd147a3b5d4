package io.mooring.flink;

import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Takes the names of metrics as they are registered, in any group. */
final class NamedMetrics extends UnregisteredMetricsGroup {
  private final Consumer<String> names;

  NamedMetrics(Consumer<String> names) {
    this.names = names;
  }

  @Override
  public MetricGroup addGroup(String name) {
    return this;
  }

  @Override
  public Counter counter(String name) {
    names.accept(name);
    return super.counter(name);
  }

  @Override
  public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
    names.accept(name);
    return super.gauge(name, gauge);
  }
}
