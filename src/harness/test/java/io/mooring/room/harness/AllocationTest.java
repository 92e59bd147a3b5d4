package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Calls that allocate nothing, even without escape analysis. */
final class AllocationTest {

  private static final int ROUNDS = 10_000;

  private final SimulatedTransport network = new SimulatedTransport();
  private final RoomConnection connection =
      RoomConnection.builder(network).scheduler(VirtualTime.friendly()).build();

  @Test
  void factsThatChangeNothingAndRefusedCommandsAllocateNothing() {
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.switchChannel("hall", 7);
    SimulatedTransport.Session over = network.sessions().get(0);
    SimulatedTransport.Session current = network.sessions().get(1);

    assertThat(
            allocated(
                () -> {
                  connection.initialize();
                  current.report(Event.MEDIA_LOST);
                  over.report(Event.MEDIA_LOST);
                }))
        .isLessThan(ROUNDS);
    assertThat(connection.stepLog().lines()).hasSize(16);
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(work);
    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(work);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void repeat(Runnable work) {
    for (int i = 0; i < ROUNDS; i++) {
      work.run();
    }
  }
}
