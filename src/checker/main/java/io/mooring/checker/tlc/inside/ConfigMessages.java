package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.RunRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLC's complaints about a configuration, in one line that names the user's file. */
final class ConfigMessages {

  private ConfigMessages() {}

  private static final Pattern AT_LINE =
      Pattern.compile("TLC found an error in the configuration file at line (\\d+) ");

  static String of(RuntimeException failure, RunRequest place) {
    String text = plain(failure, place);
    boolean aboutConfig =
        text.contains("configuration file")
            || text.contains("config file")
            || text.contains(".cfg");
    return (aboutConfig ? place.userConfig() : place.module()) + ": " + text;
  }

  /** A complaint about the configuration's syntax: file, line, and what was expected. */
  static String syntax(RuntimeException failure, RunRequest place) {
    String text = plain(failure, place);
    Matcher at = AT_LINE.matcher(text);
    return at.find()
        ? place.userConfig() + ":" + at.group(1) + ": " + at.replaceFirst("")
        : place.userConfig() + ": " + text;
  }

  static String plain(RuntimeException failure, RunRequest place) {
    String text = String.valueOf(failure.getMessage());
    return Parser.oneLine(text)
        .replace(place.config().toString(), place.userConfig().getFileName().toString());
  }
}
