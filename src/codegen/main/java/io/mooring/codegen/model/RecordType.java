package io.mooring.codegen.model;

import java.util.List;

/**
 * A set of records: a Java record.
 *
 * @param name name of the operator that defines the set, and of the Java type
 * @param doc its comment; may be empty
 * @param fields the fields in the order of the module
 * @param line where it is defined
 */
public record RecordType(String name, String doc, List<Field> fields, SourceLine line) {

  /** Copies the fields. */
  public RecordType {
    fields = List.copyOf(fields);
  }

  /**
   * A component of a record.
   *
   * @param name its name, in the module and in Java
   * @param type its type; of a notification's field an enumeration, BOOLEAN or integers
   */
  public record Field(String name, Type type) {}
}
