package io.mooring.room.faults.matrix;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists of the layer that walks tours, as text: planned once, and read by each of the many
 * libraries that are looked at.
 */
final class TourFile {

  /** Where the file is. */
  static final String PROPERTY = "mooring.tours";

  private static final String BETWEEN = "\n---\n";

  private TourFile() {}

  /** Plans the tours, and says by the property where they are. */
  static void write(Path file) throws IOException {
    String lists = planned().map(StimulusText::write).collect(Collectors.joining(BETWEEN));
    Files.writeString(file, lists);
    System.setProperty(PROPERTY, file.toString());
  }

  private static Stream<List<Stimulus>> planned() {
    return Stream.concat(
        RoomTours.everyEdgePair(100).stream().map(RoomTours::withStaleInputs),
        RoomTours.everyFiring().stream());
  }

  static List<List<Stimulus>> read() throws IOException, InputFormatException {
    Path file = Path.of(System.getProperty(PROPERTY));
    List<List<Stimulus>> lists = new ArrayList<>();
    for (String text : Files.readString(file).split(BETWEEN, -1)) {
      lists.add(StimulusText.parse(file.toString(), text));
    }
    return lists;
  }
}
