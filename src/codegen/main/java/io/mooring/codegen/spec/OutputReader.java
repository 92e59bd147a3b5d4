package io.mooring.codegen.spec;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the outputs of a step from the variable {@code out}. */
final class OutputReader {

  private final SymbolTable symbols;

  OutputReader(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /** The step of an event that ends in a state. */
  Step step(int from, int event, int to, TlaState target, SourceLine line) throws ModelException {
    Map<String, TlaValue> out = fields(target, line);
    Event found = symbols.events().get(event);
    TlaValue name = required(out, "event", line);
    if (!name.equals(new TlaValue.Str(found.action()))) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s sets out.event to %s; it must be \"%s\", the name of the action",
              found.text(),
              name,
              found.action()));
    }
    return read(from, event, to, out, line);
  }

  /** The outputs of the initial state. */
  Step initial(TlaState state, int location) throws ModelException {
    SourceLine line =
        symbols
            .definition("Init")
            .map(each -> SymbolTable.line(each.span()))
            .orElse(new SourceLine(symbols.module().name() + ".tla", 1));
    Map<String, TlaValue> out = fields(state, line);
    TlaValue name = required(out, "event", line);
    for (int i = 0; i < symbols.events().size(); i++) {
      if (new TlaValue.Str(symbols.events().get(i).action()).equals(name)) {
        return read(location, i, location, out, line);
      }
    }
    throw new ModelException(
        line,
        String.format(
            Locale.ROOT,
            "out.event is %s, which is no event; name the one that Init is like",
            name));
  }

  private Step read(int from, int event, int to, Map<String, TlaValue> out, SourceLine line)
      throws ModelException {
    TlaValue outcome = required(out, "outcome", line);
    Outcome fate =
        Outcome.find(outcome instanceof TlaValue.Str text ? text.value() : "")
            .orElseThrow(
                () ->
                    new ModelException(
                        line, String.format(Locale.ROOT, "%s is no outcome", outcome)));
    @Nullable String code = null;
    List<SortedMap<String, String>> notifications = new ArrayList<>();
    List<String> effects = new ArrayList<>();
    for (RecordType.Field field : symbols.outputs()) {
      TlaValue value = required(out, field.name(), line);
      switch (field.name()) {
        case "code" -> code = text(field.type(), value, line);
        case "notifications" -> {
          for (TlaValue each : elements(value, line)) {
            notifications.add(notification((Type.SeqOf) field.type(), each, line));
          }
        }
        case "effects" -> {
          for (TlaValue each : elements(value, line)) {
            effects.add(text(((Type.SeqOf) field.type()).element(), each, line));
          }
        }
        default -> {}
      }
    }
    return new Step(from, event, fate, to, code, notifications, effects, line);
  }

  private static Map<String, TlaValue> fields(TlaState state, SourceLine line)
      throws ModelException {
    if (state.get(SymbolTable.OUT) instanceof TlaValue.Rec record) {
      return record.fields();
    }
    throw new ModelException(
        line, String.format(Locale.ROOT, "out is %s, no record", state.get(SymbolTable.OUT)));
  }

  private static TlaValue required(Map<String, TlaValue> out, String field, SourceLine line)
      throws ModelException {
    TlaValue value = out.get(field);
    if (value == null) {
      throw new ModelException(line, "out has no field " + field);
    }
    return value;
  }

  private static List<TlaValue> elements(TlaValue value, SourceLine line) throws ModelException {
    if (value instanceof TlaValue.Seq sequence) {
      return sequence.elements();
    }
    throw new ModelException(line, String.format(Locale.ROOT, "%s is no sequence", value));
  }

  private SortedMap<String, String> notification(Type.SeqOf type, TlaValue value, SourceLine line)
      throws ModelException {
    RecordType record = symbols.record(((Type.RecordOf) type.element()).name()).orElseThrow();
    if (!(value instanceof TlaValue.Rec given)) {
      throw new ModelException(line, String.format(Locale.ROOT, "%s is no record", value));
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (RecordType.Field field : record.fields()) {
      texts.put(
          field.name(), text(field.type(), required(given.fields(), field.name(), line), line));
    }
    return texts;
  }

  /** A value as it is written in Java: a constant's name, a boolean or an integer. */
  private String text(Type type, TlaValue value, SourceLine line) throws ModelException {
    if (type instanceof Type.EnumType named) {
      return symbols.constant(named, value, line).constant();
    }
    return value instanceof TlaValue.Bool bool ? Boolean.toString(bool.value()) : value.toString();
  }
}
