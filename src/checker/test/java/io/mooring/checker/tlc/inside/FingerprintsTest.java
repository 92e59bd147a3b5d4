package io.mooring.checker.tlc.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  private final Fingerprints fingerprints;

  FingerprintsTest() throws Exception {
    fingerprints = new Fingerprints();
  }

  @AfterEach
  void unexport() throws Exception {
    UnicastRemoteObject.unexportObject(fingerprints, true);
  }

  @Test
  void itIsASet() {
    Random random = new Random(1);
    Set<Long> model = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      long each = i % 3 == 0 ? random.nextInt(5_000) - 2_500 : random.nextLong();
      assertThat(fingerprints.put(each)).isEqualTo(!model.add(each));
    }
    assertThat(fingerprints.size()).isEqualTo(model.size());
    assertThat(model).contains(0L).allMatch(fingerprints::contains);
    assertThat(fingerprints.contains(7_777_777L)).isFalse();
  }

  @Test
  void theSmallestDistanceIsFound() {
    for (long each : List.of(Long.MIN_VALUE, -40L, 0L, 100L, 117L, Long.MAX_VALUE)) {
      fingerprints.put(each);
    }
    assertThat(fingerprints.checkFPs()).isEqualTo(17);
  }

  @Test
  void theEndOfALongRunDoesNotTakeTheSquareOfItsStates() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000_000; i++) {
      fingerprints.put(random.nextLong());
    }
    assertTimeout(Duration.ofMinutes(1), fingerprints::checkFPs);
  }

  @Test
  void severalWorkersFindEachStateOnce() throws Exception {
    int count = 100_000;
    List<Thread> workers = new ArrayList<>();
    int[] found = new int[4];
    for (int w = 0; w < found.length; w++) {
      int worker = w;
      workers.add(
          new Thread(
              () -> {
                Random random = new Random(1);
                for (int i = 0; i < count; i++) {
                  found[worker] += fingerprints.put(random.nextLong()) ? 0 : 1;
                }
              }));
    }
    workers.forEach(Thread::start);
    for (Thread each : workers) {
      each.join();
    }
    assertThat(found[0] + found[1] + found[2] + found[3]).isEqualTo(count);
    assertThat(fingerprints.size()).isEqualTo(count);
  }
}
