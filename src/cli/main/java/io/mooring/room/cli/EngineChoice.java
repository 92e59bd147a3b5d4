package io.mooring.room.cli;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.spring.SpringEngines;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;

/** Which engine decides the steps of a connection. */
public enum EngineChoice {
  /** The generated table. */
  COMPILED,
  /** The generated configuration, run by Spring Statemachine. */
  SPRING;

  /** Gives a fresh engine at every call. */
  public Supplier<? extends Engine> supplier() {
    return switch (this) {
      case COMPILED -> CompiledEngine::new;
      case SPRING -> new SpringEngines();
    };
  }

  /** The same as Java source, with whole names. */
  String source() {
    return switch (this) {
      case COMPILED -> CompiledEngine.class.getName() + "::new";
      case SPRING -> "new " + SpringEngines.class.getName() + "()";
    };
  }

  /** Parses a choice, ignoring case. */
  static EngineChoice of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "compiled" -> COMPILED;
      case "spring" -> SPRING;
      default ->
          throw new TypeConversionException("expected compiled or spring, not '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
