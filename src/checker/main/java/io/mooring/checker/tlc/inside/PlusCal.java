package io.mooring.checker.tlc.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PlusCal algorithm in a module's text: a comment, which the checker ignores until it is
 * translated.
 *
 * @param file the module's file name
 * @param line the line on which the algorithm begins, from 1
 * @param translation the line on which its translation begins; 0 if it has none
 */
record PlusCal(String file, int line, int translation) {

  private static final Pattern ALGORITHM = Pattern.compile("--(?:fair\\s+)?algorithm\\b");
  private static final Pattern FAIR = Pattern.compile("--fair\\s*$");
  private static final Pattern BEGIN = Pattern.compile("\\\\\\*+\\s*BEGIN TRANSLATION");
  private static final Pattern END = Pattern.compile("\\\\\\*+\\s*END TRANSLATION");

  /** The first algorithm in a file; empty if there is none, or the file cannot be read. */
  static Optional<PlusCal> in(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException otherwiseReported) {
      return Optional.empty();
    }
    int algorithm = first(lines, ALGORITHM);
    if (algorithm == 0) {
      algorithm = first(lines, FAIR);
    }
    return algorithm == 0
        ? Optional.empty()
        : Optional.of(new PlusCal(file.getFileName().toString(), algorithm, translation(lines)));
  }

  private static int translation(List<String> lines) {
    int begin = first(lines, BEGIN);
    int end = first(lines, END);
    boolean empty =
        begin == 0
            || end <= begin
            || lines.subList(begin, end - 1).stream().allMatch(String::isBlank);
    return empty ? 0 : begin;
  }

  private static int first(List<String> lines, Pattern pattern) {
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find()) {
        return i + 1;
      }
    }
    return 0;
  }

  boolean isTranslated() {
    return translation > 0;
  }

  /** Why there is no behaviour, for people. */
  String untranslated() {
    return String.format(
        Locale.ROOT,
        "%s:%d: this PlusCal algorithm was not translated, so it defines nothing and there is no behaviour to judge; translate it first, for example with java -cp tla2tools.jar pcal.trans %s",
        file,
        line,
        file);
  }
}
