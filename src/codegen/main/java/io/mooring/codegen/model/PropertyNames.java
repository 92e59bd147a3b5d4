package io.mooring.codegen.model;

import java.util.List;

/**
 * The properties that a configuration names, for Java code that cites them. Nothing is said of what
 * they mean: the module need not follow the convention of machine modules.
 *
 * @param module the module's name
 * @param names the names, invariants first, in the order of the configuration
 */
public record PropertyNames(String module, List<Name> names) {

  /** Copies the list. */
  public PropertyNames {
    names = List.copyOf(names);
  }

  /**
   * The name of one property.
   *
   * @param name its name in the module
   * @param javaName its Java constant
   * @param doc its comment; may be empty
   * @param line where it is defined
   */
  public record Name(String name, String javaName, String doc, SourceLine line) {}
}
