package io.mooring.room.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** When to use colour. */
enum ColorChoice {
  /** On a terminal, unless the environment says NO_COLOR. */
  AUTO,
  /** Wherever the output goes. */
  ALWAYS,
  /** Nowhere. */
  NEVER;

  AnsiStyle style(boolean terminal) {
    return switch (this) {
      case AUTO -> terminal && !Terminals.colourUnwanted() ? AnsiStyle.COLOURED : AnsiStyle.PLAIN;
      case ALWAYS -> AnsiStyle.COLOURED;
      case NEVER -> AnsiStyle.PLAIN;
    };
  }

  /** Parses a choice, ignoring case. */
  static ColorChoice of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default ->
          throw new TypeConversionException("expected auto, always or never, not '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
