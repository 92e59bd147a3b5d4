package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A table of a module: a set of records that all have the same fields. */
final class RecordSet {

  private final String name;
  private final SourceLine line;
  private final List<Map<String, TlaValue>> rows;

  private RecordSet(String name, SourceLine line, List<Map<String, TlaValue>> rows) {
    this.name = name;
    this.line = line;
    this.rows = rows;
  }

  /**
   * The rows of a table.
   *
   * @param form how a row is written, for messages
   * @param fields the fields that each row must have, and no other
   */
  static RecordSet of(String name, TlaValue table, SourceLine line, String form, String... fields)
      throws ModelException {
    List<Map<String, TlaValue>> rows = new ArrayList<>();
    for (TlaValue row : table instanceof TlaValue.SetOf set ? set.elements() : List.of(table)) {
      if (!(row instanceof TlaValue.Rec struct)
          || !struct.fields().keySet().equals(Set.of(fields))) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT, "%s must be a set of records %s, but has %s", name, form, row));
      }
      rows.add(struct.fields());
    }
    return new RecordSet(name, line, rows);
  }

  /** Every row. */
  List<Map<String, TlaValue>> all() {
    return rows;
  }

  /** The one row in which a field has a value. */
  Map<String, TlaValue> only(String field, TlaValue value, String what) throws ModelException {
    List<Map<String, TlaValue>> found =
        rows.stream().filter(row -> value.equals(row.get(field))).toList();
    if (found.size() != 1) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s has %s for the %s %s; it must have one",
              name,
              found.isEmpty() ? "no row" : found.size() + " rows",
              what,
              value));
    }
    return found.get(0);
  }

  /** Refuses a row whose field is none of some values. */
  void allAmong(String field, List<TlaValue> values, String set) throws ModelException {
    for (Map<String, TlaValue> row : rows) {
      TlaValue value = Objects.requireNonNull(row.get(field));
      if (!values.contains(value)) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT, "%s has a row for %s, which is no element of %s", name, value, set));
      }
    }
  }
}
