package io.mooring.room.faults;

import com.github.difflib.unifieddiff.UnifiedDiff;
import com.github.difflib.unifieddiff.UnifiedDiffReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One fault: what it is, which class of bugs it belongs to, which tests catch it, and the change
 * that makes it.
 *
 * @param name the name of its file, without the extension
 * @param summary what is wrong, in one sentence
 * @param bugClass for example {@code B7}, as in the table of {@code spec/README.md}
 * @param caughtBy the tests that must fail
 * @param diff the change, against the root of the project
 */
public record Fault(
    String name, String summary, String bugClass, List<NamedTest> caughtBy, UnifiedDiff diff) {

  private static final String EXTENSION = ".patch";
  private static final Pattern TRAILER = Pattern.compile("^(Bug-class|Caught-by): (.+)$");

  /** Makes a fault of its parts. */
  public Fault {
    caughtBy = List.copyOf(caughtBy);
  }

  /**
   * All faults of a folder, by their names.
   *
   * @throws IllegalArgumentException when a file says no class of bugs, no test, or changes nothing
   */
  public static List<Fault> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .sorted()
          .map(Fault::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fault read(Path file) {
    String name = file.getFileName().toString().replace(EXTENSION, "");
    try {
      String text = Files.readString(file);
      int begin = text.indexOf("--- a/");
      if (begin < 0) {
        throw wrong(file, "it changes nothing");
      }
      List<String> head = text.substring(0, begin).lines().toList();
      List<String> bugClasses = new ArrayList<>();
      List<NamedTest> tests = new ArrayList<>();
      for (String line : head) {
        Matcher trailer = TRAILER.matcher(line);
        if (trailer.matches() && trailer.group(1).equals("Bug-class")) {
          bugClasses.add(trailer.group(2));
        } else if (trailer.matches()) {
          tests.add(NamedTest.parse(trailer.group(2)));
        }
      }
      if (bugClasses.size() != 1 || tests.isEmpty()) {
        throw wrong(file, "it must say one 'Bug-class: ' and at least one 'Caught-by: '");
      }
      byte[] diff = text.substring(begin).getBytes(StandardCharsets.UTF_8);
      return new Fault(
          name,
          head.get(0),
          bugClasses.get(0),
          tests,
          UnifiedDiffReader.parseUnifiedDiff(new ByteArrayInputStream(diff)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalArgumentException wrong(Path file, String why) {
    return new IllegalArgumentException(file + " is no fault: " + why + ".");
  }

  @Override
  public String toString() {
    return name;
  }
}
