package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The position of a statement in the user's configuration. */
final class ConfigPlace {

  private ConfigPlace() {}

  /** File and line of the first statement with one of some keywords; the file if it has none. */
  static String of(RunRequest place, String... keywords) {
    Path file = place.userConfig();
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        if (List.of(keywords).contains(lines.get(i).strip().split("\\W", 2)[0])) {
          return file + ":" + (i + 1);
        }
      }
      return file.toString();
    } catch (IOException unreadable) {
      return file.toString();
    }
  }
}
