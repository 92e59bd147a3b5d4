package io.mooring.room.cli;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;

/** Which engine decides the steps of a connection. */
enum EngineChoice {
  /** The generated table. */
  COMPILED;

  /** Gives a fresh engine at every call. */
  Supplier<? extends Engine> supplier() {
    return switch (this) {
      case COMPILED -> CompiledEngine::new;
    };
  }

  /** Reads a choice, whatever its case. */
  static EngineChoice of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "compiled" -> COMPILED;
      default -> throw new TypeConversionException("expected compiled, not '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
