package io.mooring.codegen.model;

import io.mooring.checker.tlc.TlaValue;

/**
 * One value of an {@link Enumeration}.
 *
 * @param name its Java constant
 * @param value the integer or string that the specification uses
 * @param doc its comment; may be empty
 * @param line where it is defined
 */
public record Constant(String name, TlaValue value, String doc, SourceLine line) {}
