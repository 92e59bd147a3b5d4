package io.mooring.room.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fault is caught by the tests that it names, and these find nothing where there is none. */
class FaultsTest {

  private static final Path HOME = Path.of(System.getProperty("mooring.home"));
  private static final List<Fault> FAULTS = Fault.in(HOME.resolve("src/faults/patches"));
  private static final boolean DEEP = Boolean.getBoolean("mooring.deep");
  private static final Duration LIMIT = Duration.ofMinutes(DEEP ? 20 : 8);

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
      Map<NamedTest, Ending> endings = TestRun.of(fault.caughtBy(), library, LIMIT);
      assumeTrue(DEEP || !endings.containsValue(Ending.SKIPPED), "takes minutes: mvn -Pdeep");
      // Where there is no fault the same tests pass, so that one that hangs has caught a deadlock.
      assertThat(endings).as("%s.patch", fault).containsOnlyKeys(fault.caughtBy());
      assertThat(endings.values()).as("%s.patch", fault).isSubsetOf(Ending.FAILED, Ending.HUNG);
    }
  }

  @Test
  void withoutAFaultTheSameTestsPass() throws IOException, InterruptedException {
    List<NamedTest> tests =
        FAULTS.stream().flatMap(fault -> fault.caughtBy().stream()).distinct().toList();

    try (FaultyLibrary library = FaultyLibrary.without(HOME)) {
      Map<NamedTest, Ending> endings = TestRun.of(tests, library, LIMIT);
      Map<NamedTest, Ending> expected = all(tests, Ending.PASSED);
      if (!DEEP) {
        expected.replaceAll((test, ending) -> skippedOr(endings.get(test), ending));
      }
      assertThat(endings).isEqualTo(expected);
    }
  }

  private static Ending skippedOr(@Nullable Ending ending, Ending expected) {
    return ending == Ending.SKIPPED ? ending : expected;
  }

  private static Map<NamedTest, Ending> all(List<NamedTest> tests, Ending ending) {
    Map<NamedTest, Ending> endings = new HashMap<>();
    tests.forEach(test -> endings.put(test, ending));
    return endings;
  }
}
