package io.mooring.room.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.room.faults.TestRun.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fault is caught by the tests that it names, and these find nothing where there is none. */
class FaultsTest {

  private static final Path HOME = Path.of(System.getProperty("mooring.home"));
  private static final List<Fault> FAULTS = Fault.in(HOME.resolve("src/faults/patches"));
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TestFactory
  Stream<DynamicTest> everyFaultIsCaughtByTheTestsThatItNames(@TempDir Path folder) {
    return FAULTS.stream()
        .map(
            fault ->
                dynamicTest(
                    fault.bugClass() + " " + fault.summary(),
                    () -> isCaught(fault, Files.createDirectory(folder.resolve(fault.name())))));
  }

  private static void isCaught(Fault fault, Path folder) throws IOException, InterruptedException {
    try (FaultyLibrary library = FaultyLibrary.with(fault, HOME, folder)) {
      assertThat(TestRun.of(fault.caughtBy(), library, LIMIT))
          .as("%s.patch", fault)
          .isEqualTo(all(fault.caughtBy(), Ending.FAILED));
    }
  }

  @Test
  void withoutAFaultTheSameTestsPass() throws IOException, InterruptedException {
    List<NamedTest> tests =
        FAULTS.stream().flatMap(fault -> fault.caughtBy().stream()).distinct().toList();

    try (FaultyLibrary library = FaultyLibrary.without(HOME)) {
      assertThat(TestRun.of(tests, library, LIMIT)).isEqualTo(all(tests, Ending.PASSED));
    }
  }

  private static Map<NamedTest, Ending> all(List<NamedTest> tests, Ending ending) {
    Map<NamedTest, Ending> endings = new HashMap<>();
    tests.forEach(test -> endings.put(test, ending));
    return endings;
  }
}
