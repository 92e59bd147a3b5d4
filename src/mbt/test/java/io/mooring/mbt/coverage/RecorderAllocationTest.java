package io.mooring.mbt.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.MooreGraph;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class RecorderAllocationTest {
  private static final int ROUNDS = 100_000;

  @Test
  void aStepOfTheTableIsCountedWithoutAllocation() {
    Machine machine = Machines.CIRCUIT_BREAKER.machine();
    int initial = machine.initial().to();
    int row = staying(machine, initial);
    CoverageRecorder recorder = Coverage.of(new MooreGraph(machine)).begin();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(recorder, row);

    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(recorder, row);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ROUNDS);
  }

  private static int staying(Machine machine, int location) {
    for (int event = 0; event < machine.events().size(); event++) {
      if (machine.step(location, event).orElseThrow().to() == location) {
        return machine.row(location, event);
      }
    }
    throw new IllegalStateException("every event leaves " + location);
  }

  private static void repeat(CoverageRecorder recorder, int row) {
    for (int i = 0; i < ROUNDS; i++) {
      recorder.add(row);
      recorder.done(i);
    }
  }
}
