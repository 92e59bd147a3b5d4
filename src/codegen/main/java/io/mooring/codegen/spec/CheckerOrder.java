package io.mooring.codegen.spec;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The order in which TLC tries the elements of a set, which decides what it chooses. The checker is
 * asked only if a property chooses.
 */
public final class CheckerOrder {

  private final Question question;
  private final Map<List<TlaValue>, List<TlaValue>> known = new HashMap<>();

  /** Asks the checker. */
  @FunctionalInterface
  public interface Question {
    /** These values in the checker's order. */
    List<TlaValue> ordered(List<TlaValue> values) throws TlcException;
  }

  /** The order of a checker that can be asked. */
  public CheckerOrder(Question question) {
    this.question = question;
  }

  /** For each enumeration and record type within a type, the order of its constants or fields. */
  SortedMap<String, List<String>> within(SymbolTable symbols, Type type, SourceSpan span)
      throws ModelException {
    SortedMap<String, List<String>> order = new TreeMap<>();
    collect(symbols, type, span, order);
    return order;
  }

  private void collect(
      SymbolTable symbols, Type type, SourceSpan span, SortedMap<String, List<String>> order)
      throws ModelException {
    if (type instanceof Type.SetOf set) {
      collect(symbols, set.element(), span, order);
    } else if (type instanceof Type.SeqOf sequence) {
      collect(symbols, sequence.element(), span, order);
    } else if (type instanceof Type.TupleOf tuple) {
      for (Type each : tuple.elements()) {
        collect(symbols, each, span, order);
      }
    } else if (type instanceof Type.EnumType named
        && symbols.enumeration(named.name()).isPresent()) {
      order.put(named.name(), constants(symbols.enumeration(named.name()).get().constants()));
    } else if (type instanceof Type.RecordOf named) {
      RecordType struct = symbols.record(named.name()).orElseThrow();
      order.put(
          named.name(),
          words(
              struct.fields().stream()
                  .map(each -> (TlaValue) new TlaValue.Str(each.name()))
                  .toList()));
      for (RecordType.Field each : struct.fields()) {
        collect(symbols, each.type(), span, order);
      }
    } else if (!(SymbolTable.expressionType(type) instanceof Type.Int)
        && !(type instanceof Type.Bool)) {
      throw Translator.cannot(
          type instanceof Type.MapOf
              ? "CHOOSE from a set of functions"
              : "CHOOSE from a set of strings that is no enumeration",
          span);
    }
  }

  private List<String> constants(List<Constant> constants) throws ModelException {
    List<TlaValue> values = constants.stream().map(each -> ModelValues.tla(each.value())).toList();
    List<String> names = new ArrayList<>();
    for (TlaValue value : ordered(values)) {
      names.add(constants.get(values.indexOf(value)).name());
    }
    return names;
  }

  private List<String> words(List<TlaValue> strings) throws ModelException {
    return ordered(strings).stream().map(each -> ModelValues.of(each).word()).toList();
  }

  private List<TlaValue> ordered(List<TlaValue> values) throws ModelException {
    try {
      List<TlaValue> ordered = known.get(values);
      if (ordered == null) {
        ordered = question.ordered(values);
        known.put(values, ordered);
      }
      return ordered;
    } catch (TlcException failure) {
      throw new ModelException(String.valueOf(failure.getMessage()), failure);
    }
  }
}
