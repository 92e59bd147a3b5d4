package io.mooring.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * A property of the specification that the configuration names.
 *
 * @param name its name in the module
 * @param javaName its Java constant
 * @param kind what it is about
 * @param doc its comment; may be empty
 * @param body the property as a predicate of type {@link Type.Bool}; null for temporal ones. For an
 *     action property {@code [][A]_v} it is {@code A} alone: the rule also holds when both steps
 *     end in the same state
 * @param line where it is defined
 */
public record Property(
    String name,
    String javaName,
    Kind kind,
    String doc,
    @Nullable Expression body,
    SourceLine line) {

  /** The subject of a property: a state, or two successive steps. */
  public enum Kind {
    /** One state: its body mentions {@link Moment#AFTER} alone. */
    INVARIANT,
    /** One step: its body mentions {@link Moment#BEFORE} and {@link Moment#AFTER}. */
    ACTION,
    /** Whole behaviours; recorded, not translated. */
    TEMPORAL
  }
}
