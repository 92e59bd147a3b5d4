package io.mooring.mbt.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.mbt.trace.TraceSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bounds of a configuration mean for traces: one waiter orders more than few dishes. */
final class ConstrainedTracesTest {
  private static final Path ORDERS = Path.of("test/resources/specs/Orders.tla");
  private static final String ORDER = "{\"action\":\"Order\",\"args\":{\"waiter\":\"ann\"}}";

  private final Path trace;

  ConstrainedTracesTest(@TempDir Path folder) {
    this.trace = folder.resolve("orders.ndjson");
  }

  private List<Long> rejectedLines(String config) throws Exception {
    Files.write(trace, Collections.nCopies(6, ORDER));
    CheckRequest request = CheckRequest.of(ORDERS, ORDERS.resolveSibling(config));
    try (EventTraces traces = EventTraces.open(Tlc.bundled(), request, TraceMap.PLAIN)) {
      return traces
          .validate(List.of(TraceSource.of(trace)), EventTraces.Options.DEFAULT)
          .findings()
          .stream()
          .map(EventReport.Finding::line)
          .toList();
    }
  }

  @Test
  void anActionConstraintLeavesOutStepsAndNothingElseDoes() throws Exception {
    assertThat(rejectedLines("OrdersInTurn.cfg")).containsExactly(2L);
    assertThat(rejectedLines("Orders.cfg")).isEmpty();
    assertThat(rejectedLines("OrdersAlike.cfg")).isEmpty();
    assertThat(rejectedLines("OrdersCounted.cfg")).isEmpty();
  }
}
