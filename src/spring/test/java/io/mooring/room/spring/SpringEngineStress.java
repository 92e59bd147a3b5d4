package io.mooring.room.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ReturnCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads at one connection on the Spring engine. */
final class SpringEngineStress {

  private static final int ROUNDS = 500;

  /** Plain Spring Statemachine answers both with ACCEPTED in a good part of the rounds. */
  @Test
  @Timeout(60)
  void ofTwoThreadsThatRaceForALeaveOneHasIt() throws Exception {
    RoomConnection connection =
        RoomConnection.builder((request, facts) -> new QuietSession())
            .engine(new SpringEngines())
            .build();
    AtomicInteger told = new AtomicInteger();
    connection.addListener(
        change -> {
          if (change.to() == ConnectionState.DISCONNECTED) {
            told.incrementAndGet();
          }
        });
    connection.initialize();

    CyclicBarrier together = new CyclicBarrier(2, () -> connection.joinChannel("lobby", 7));
    List<ReturnCode> codes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<ReturnCode>>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(
                () -> {
                  List<ReturnCode> mine = new ArrayList<>();
                  for (int round = 0; round < ROUNDS; round++) {
                    together.await(10, TimeUnit.SECONDS);
                    mine.add(connection.leaveChannel().code());
                  }
                  return mine;
                }));
      }
      for (Future<List<ReturnCode>> each : both) {
        codes.addAll(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(codes).filteredOn(ReturnCode.OK::equals).hasSize(ROUNDS);
    assertThat(codes).filteredOn(ReturnCode.REPEATED_LEAVE::equals).hasSize(ROUNDS);
    assertThat(told).hasValue(ROUNDS);
  }
}
