package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of bug classes in the specification's README: everything that it names is there. */
final class BugClassesTest {

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (B\\d+) \\|[^|]*\\| (?:`(\\w+)`)? ?\\| (?:`(\\w+)`)? ?\\| (?:`(\\w+)`)? ?\\|(.*)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+?(?:Test|Stress))(?:\\.(\\w+))?`");
  private static final Pattern FAULTS = Pattern.compile("\\bfaults? (`[^;]*)");
  private static final Pattern FAULT = Pattern.compile("`([a-z-]+)`");
  private static final Pattern PROPERTY = Pattern.compile("(?m)^(B\\d+_\\w+) ==");

  private final Path project = Called.project();
  private final List<MatchResult> rows;

  BugClassesTest() throws IOException {
    rows = ROW.matcher(Files.readString(project.resolve("spec/README.md"))).results().toList();
  }

  @Test
  void everyBugClassHasARow() {
    Set<String> ids = new TreeSet<>();
    rows.forEach(row -> ids.add(row.group(1)));

    assertThat(ids)
        .containsExactlyInAnyOrder(
            Stream.iterate(1, id -> id + 1).limit(16).map(id -> "B" + id).toArray(String[]::new));
  }

  @Test
  void everyPropertyOfABugClassHasARowInItsModule() throws IOException {
    List<String> listed = new ArrayList<>();
    for (MatchResult row : rows) {
      if (row.group(2) != null) {
        listed.add(row.group(3) + "." + row.group(2));
      }
    }
    List<String> stated = new ArrayList<>();
    for (String module : List.of("RoomConnection", "RoomReconnect", "RoomLives", "RoomCall")) {
      String text = Files.readString(project.resolve("spec/" + module + ".tla"));
      PROPERTY.matcher(text).results().forEach(each -> stated.add(module + "." + each.group(1)));
    }

    assertThat(listed).containsExactlyInAnyOrderElementsOf(stated);
  }

  @Test
  void everyMutantViolatesThePropertyOfItsRow() throws IOException {
    List<String> claimed = new ArrayList<>();
    for (MatchResult row : rows) {
      if (row.group(2) != null) {
        claimed.add(row.group(4) + " violates " + row.group(2));
      }
    }
    List<String> checked = new ArrayList<>();
    for (JsonNode model : Called.models()) {
      checked.add(model.path("name").asText() + " violates " + model.path("violates").asText());
    }

    assertThat(claimed).isNotEmpty();
    assertThat(checked).containsAll(claimed);
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    int named = 0;
    for (MatchResult row : rows) {
      for (MatchResult test : TEST.matcher(row.group(5)).results().toList()) {
        Path source = source(test.group(1));
        if (test.group(2) != null) {
          assertThat(Files.readString(source)).contains("void " + test.group(2) + "(");
        }
        named++;
      }
    }
    assertThat(named).isPositive();
  }

  private Path source(String test) {
    return Stream.of(
            "src/test/java/io/mooring/room/",
            "src/harness/test/java/io/mooring/room/harness/",
            "src/harness/test/java/io/mooring/room/harness/step/",
            "src/harness/test/java/io/mooring/room/harness/trace/")
        .map(folder -> project.resolve(folder + test + ".java"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError(test + " is nowhere"));
  }

  @Test
  void everyFaultThatIsNamedIsThereAndOfThatClass() throws IOException {
    int named = 0;
    for (MatchResult row : rows) {
      for (MatchResult faults : FAULTS.matcher(row.group(5)).results().toList()) {
        for (MatchResult fault : FAULT.matcher(faults.group(1)).results().toList()) {
          assertThat(project.resolve("src/faults/patches/" + fault.group(1) + ".patch"))
              .content()
              .contains("Bug-class: " + row.group(1));
          named++;
        }
      }
    }
    assertThat(named).isPositive();
  }

  /** Of processes that die, come back and sleep everything is held on the code. */
  @Test
  void everyPropertyOfDeathReturnAndSleepNamesATest() {
    assertThat(rows)
        .filteredOn(row -> row.group(1).equals("B16"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(TEST.matcher(row.group(5)).find()).as(row.group()).isTrue());
  }
}
