package io.mooring.codegen.model;

import java.util.List;
import java.util.Optional;

/**
 * A finite set of named values: a Java enum.
 *
 * @param name name of the operator that defines the set, and of the Java type
 * @param doc its comment; may be empty
 * @param coded whether the values are integers; else they are strings
 * @param constants the values in their order: coded ones by code, others as the module writes them
 * @param line where it is defined
 */
public record Enumeration(
    String name, String doc, boolean coded, List<Constant> constants, SourceLine line) {

  /** Copies the constants. */
  public Enumeration {
    constants = List.copyOf(constants);
  }

  /** The constant of this Java name. */
  public Optional<Constant> constant(String constantName) {
    return constants.stream().filter(each -> each.name().equals(constantName)).findFirst();
  }
}
