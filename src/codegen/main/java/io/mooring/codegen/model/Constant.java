package io.mooring.codegen.model;

/**
 * One value of an {@link Enumeration}.
 *
 * @param name its Java constant
 * @param value the integer or string that the specification uses
 * @param doc its comment; may be empty
 * @param line where it is defined
 */
public record Constant(String name, Value value, String doc, SourceLine line) {}
