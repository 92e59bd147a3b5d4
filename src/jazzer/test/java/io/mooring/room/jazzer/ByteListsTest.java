package io.mooring.room.jazzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.sink.WrittenText;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import io.mooring.room.spec.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lists as bytes, and the folder of them that {@link ConnectionFuzzTest} begins with: the tours of
 * every edge. With {@code -Dmooring.write=true} it is written, otherwise compared.
 */
class ByteListsTest {
  private static final Path INPUTS =
      Path.of("test/resources/io/mooring/room/jazzer/ConnectionFuzzTestInputs");

  @Test
  void whatIsWrittenIsReadBackAndEveryByteStandsForSomething() {
    byte[] all = new byte[ByteLists.LONGEST];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }

    List<Stimulus> list = ByteLists.read(all);

    assertThat(list).hasSize(all.length).contains(new Stimulus.InCallback(Event.LEAVE_CHANNEL));
    assertThat(ByteLists.read(ByteLists.write(list))).isEqualTo(list);
    assertThat(ByteLists.read(new byte[ByteLists.LONGEST + 1])).hasSize(ByteLists.LONGEST);
    assertThatThrownBy(() -> ByteLists.write(List.of(new Stimulus.Advance(Duration.ofMillis(1)))))
        .hasMessage("no byte stands for advance 1ms");
  }

  @Test
  void theInputsTakeEveryEdge() throws IOException {
    List<List<Event>> tours = RoomTours.everyEdge(ByteLists.LONGEST - RoomTours.WARM_UP.size());
    if (WrittenText.isWriting()) {
      Files.createDirectories(INPUTS);
      for (int i = 0; i < tours.size(); i++) {
        Files.write(
            INPUTS.resolve(String.format(Locale.ROOT, "tour-%02d", i + 1)),
            ByteLists.write(RoomTours.stimuli(tours.get(i))));
      }
    }
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness = ConnectionHarness.of(CompiledEngine::new).withCoverage(coverage);

    try (Stream<Path> files = Files.list(INPUTS)) {
      for (Path file : files.sorted().toList()) {
        harness.requireNoViolation(ByteLists.read(Files.readAllBytes(file)));
      }
    }

    assertThat(coverage.edges().missing()).isEmpty();
    assertThat(coverage.pairs().covered())
        .isNotEmpty()
        .allMatch(pair -> pair < coverage.pairs().total());
  }
}
