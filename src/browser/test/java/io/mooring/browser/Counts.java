package io.mooring.browser;

import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.atlas.EnclosedFiles;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.counts.Passage;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openqa.selenium.WebElement;

/** Files of counts for the room, and pages that have them. */
final class Counts {

  private final Model model;

  Counts(Model model) {
    this.model = model;
  }

  int location(String name) {
    return model.locations().stream().map(Location::name).toList().indexOf(name);
  }

  int event(String name) {
    return model.events().stream().map(Event::name).toList().indexOf(name);
  }

  /** The passage of a location and events, by their names; of the beginning without a location. */
  Passage passage(String location, String... events) {
    List<Integer> numbers = new ArrayList<>();
    if (location.isEmpty()) {
      numbers.add(Passage.BEGINNING);
    }
    for (String each : events) {
      numbers.add(event(each));
    }
    return new Passage(location.isEmpty() ? Passage.BEGINNING : location(location), numbers);
  }

  /** Ten initialisations, one join and two refusals; a rejoin is impossible where it began. */
  CoverageCounts few() {
    Map<Passage, Long> taken = new TreeMap<>();
    taken.put(passage("UNKNOWN", "INITIALIZE"), 1234L);
    taken.put(passage("UNKNOWN", "JOIN_CHANNEL"), 2L);
    taken.put(passage("DISCONNECTED", "JOIN_CHANNEL"), 1L);
    taken.put(passage("", "INITIALIZE"), 1232L);
    taken.put(passage("UNKNOWN", "INITIALIZE", "JOIN_CHANNEL"), 1L);
    taken.put(passage("", "INITIALIZE", "JOIN_CHANNEL"), 1L);
    return counts(
        "a few",
        taken,
        passage("UNKNOWN", "REJOINED"),
        passage("", "REJOINED"),
        passage("", "REJOINED", "KICKED"));
  }

  /** The cell of a row in the matrix. */
  String cell(String location, String event) {
    return ".matrix td[data-location='"
        + location(location)
        + "'][data-event='"
        + event(event)
        + "']";
  }

  /** The lines of the list. */
  static List<String> rows(Browser browser) {
    return browser.all(".coverage .scroll[aria-label^=What] tbody tr").stream()
        .map(WebElement::getText)
        .toList();
  }

  /** The lines of the table of kinds. */
  static List<String> summary(Browser browser) {
    return browser.all(".coverage .summary tbody tr").stream().map(WebElement::getText).toList();
  }

  CoverageCounts counts(String source, Map<Passage, Long> taken, Passage... impossible) {
    return new CoverageCounts(
        model.module(),
        TableEmitter.fingerprint(model),
        source,
        model.locations().stream().map(Location::name).toList(),
        model.events().stream().map(Event::name).toList(),
        new TreeMap<>(taken),
        new TreeSet<>(List.of(impossible)));
  }

  static Path written(Path file, CoverageCounts counts) throws Exception {
    return Files.writeString(file, CountsJson.write(counts));
  }

  /** A page of the room with files in it. */
  Path page(Path page, List<Path> counts, Optional<Path> compared) throws Exception {
    return page(page, EnclosedFiles.read(counts, compared).of(model));
  }

  /** The same with what is enclosed. */
  Path page(Path page, Enclosed enclosed) throws Exception {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : List.of("RoomConnection.tla", "RoomTiming.tla")) {
      texts.put(name, Files.readString(Pages.root().resolve("spec").resolve(name)));
    }
    Atlas.of(model, texts, "x", enclosed).write(page);
    return page;
  }

  /** Opens files as the dialog of the button does, and waits until they or a problem are shown. */
  static void open(Browser browser, Path... files) {
    browser
        .find("#counts-files")
        .sendKeys(String.join("\n", List.of(files).stream().map(Path::toString).toList()));
    await(browser);
  }

  /** Waits until counts or a problem are shown. */
  static void await(Browser browser) {
    browser.runLater(
        "const end = arguments[arguments.length - 1];"
            + "const done = () => document.querySelector('.coverage .summary')"
            + " || !document.querySelector('.notice').hidden;"
            + "const poll = () => done() ? end() : setTimeout(poll, 10); poll()");
  }
}
