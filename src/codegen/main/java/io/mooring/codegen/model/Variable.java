package io.mooring.codegen.model;

/**
 * A variable of the specification that is part of the location: every one except {@code out}.
 *
 * @param name its name in the module
 * @param javaName name of its accessor in Java; differs from the name only if that is not legal
 *     there
 * @param type its type; a tuple is none that a variable can have
 * @param doc its comment; may be empty
 * @param line where it is declared
 */
public record Variable(String name, String javaName, Type type, String doc, SourceLine line) {}
