package io.mooring.codegen.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fate of an event in a location. */
public enum Outcome {
  /** The event had its effect. */
  TAKEN,
  /** A fact that means nothing in this location: nothing changed. */
  IGNORED,
  /** A command that is not allowed in this location: nothing changed, the user got a code. */
  REFUSED;

  /** The outcome as the specification writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome that the specification writes so. */
  public static Optional<Outcome> find(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }
}
