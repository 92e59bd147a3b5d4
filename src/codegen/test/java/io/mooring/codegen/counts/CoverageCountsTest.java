package io.mooring.codegen.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.ModelJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CoverageCountsTest {

  private static final Path MODEL = Path.of("../../generated/model/room-connection.json");

  private final Model room = ModelJson.read(Files.readString(MODEL));
  private final List<String> locations = room.locations().stream().map(Location::name).toList();
  private final List<String> events = room.events().stream().map(Event::name).toList();

  CoverageCountsTest() throws Exception {}

  private CoverageCounts counts(
      List<String> locations, List<String> events, Map<Passage, Long> taken, Passage... never) {
    return new CoverageCounts(
        "RoomConnection",
        TableEmitter.fingerprint(room),
        "one",
        locations,
        events,
        new TreeMap<>(taken),
        new TreeSet<>(List.of(never)));
  }

  @Test
  void numbersOfAnyOrderBecomeThoseOfTheModel() throws Exception {
    List<String> backward = new ArrayList<>(locations);
    List<String> later = new ArrayList<>(events);
    Collections.reverse(backward);
    Collections.reverse(later);
    int place = locations.size() - 1;
    int event = events.size() - 1;

    CoverageCounts moved =
        counts(
                backward,
                later,
                Map.of(Passage.of(place, event), 3L, Passage.of(-1, -1, 0, 1), 4L),
                Passage.of(0, 1, 2))
            .of(room);

    assertThat(moved)
        .isEqualTo(
            counts(
                locations,
                events,
                Map.of(Passage.of(0, 0), 3L, Passage.of(-1, -1, event, event - 1), 4L),
                Passage.of(place, event - 1, event - 2)));
  }

  @Test
  void countsOfAnotherMachineOrVersionAreRefused() {
    assertThatThrownBy(() -> CountsJsonTest.door().of(room))
        .isInstanceOf(ModelException.class)
        .hasMessage("it counts Door, and this machine is RoomConnection");

    CoverageCounts own = counts(locations, events, Map.of());
    CoverageCounts older =
        new CoverageCounts(
            "RoomConnection",
            "0123456789abcdef",
            "",
            locations,
            events,
            own.taken(),
            own.impossible());
    assertThatThrownBy(() -> older.of(room))
        .hasMessageContaining("another version of RoomConnection")
        .hasMessageContaining("0123456789abcdef, here it is " + own.fingerprint());

    assertThatThrownBy(() -> counts(List.of("ATTIC"), events, Map.of()).of(room))
        .hasMessage("RoomConnection has no location ATTIC");
    assertThatThrownBy(() -> counts(locations, List.of("FLY", "SWIM"), Map.of()).of(room))
        .hasMessage("RoomConnection has no event FLY, SWIM");
  }

  @Test
  void aSumHasAllCountsAndOnlyWhatIsImpossibleInBoth() {
    CoverageCounts one =
        counts(
            locations,
            events,
            Map.of(Passage.of(0, 0), 3L, Passage.of(0, 1), CoverageCounts.MOST),
            Passage.of(1, 0),
            Passage.of(1, 1));
    CoverageCounts two =
        counts(
            locations,
            events,
            Map.of(Passage.of(0, 0), 4L, Passage.of(0, 1), 1L, Passage.of(1, 0), 2L),
            Passage.of(1, 1));

    CoverageCounts sum = one.plus(two);

    assertThat(sum.taken())
        .isEqualTo(
            Map.of(
                Passage.of(0, 0), 7L,
                Passage.of(0, 1), CoverageCounts.MOST,
                Passage.of(1, 0), 2L));
    assertThat(sum.impossible()).containsExactly(Passage.of(1, 1));
    assertThat(sum.source()).isEqualTo("one; one");
    assertThatThrownBy(() -> one.plus(CountsJsonTest.door()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPassageHasOneToThreeEvents() {
    assertThatThrownBy(() -> Passage.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Passage.of(0, 1, 2, 3, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Passage.of(3, 1)).isLessThan(Passage.of(0, 0, 0));
    assertThat(Passage.of(0, 1)).isLessThan(Passage.of(0, 2)).isLessThan(Passage.of(1, 0));
  }
}
