package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.Workplace;

/** TLC's complaints about a configuration, in one line that names the user's file. */
final class ConfigMessages {

  private ConfigMessages() {}

  static String of(RuntimeException failure, Workplace place) {
    String text = plain(failure, place);
    boolean aboutConfig =
        text.contains("configuration file")
            || text.contains("config file")
            || text.contains(".cfg");
    return (aboutConfig ? place.userConfig() : place.module()) + ": " + text;
  }

  static String plain(RuntimeException failure, Workplace place) {
    String text = String.valueOf(failure.getMessage());
    return Parser.oneLine(text)
        .replace(place.config().toString(), place.userConfig().getFileName().toString());
  }
}
