package io.mooring.codegen.spec;

import static java.util.Objects.requireNonNull;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the outcomes of accepted commands from the value of a module's {@code AnswerTable}. */
final class AnswerReader {

  private static final String ROW = "[command |-> ..., event |-> ..., code |-> ...]";

  private final SymbolTable symbols;
  private final SourceLine line;
  private final TlaValue table;

  AnswerReader(SymbolTable symbols, TlaValue table) {
    this.symbols = symbols;
    this.line = SymbolTable.line(symbols.definition(SymbolTable.ANSWER_TABLE).orElseThrow().span());
    this.table = table;
  }

  /** The answers, by the order of the commands, then of the events. */
  List<Answer> read() throws ModelException {
    Map<List<String>, String> codes = new HashMap<>();
    for (Map<String, TlaValue> row :
        RecordSet.of(SymbolTable.ANSWER_TABLE, table, line, ROW, "command", "event", "code")
            .all()) {
      Event command = event(requireNonNull(row.get("command")));
      if (!command.command()) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "%s answers %s, which is no command",
                SymbolTable.ANSWER_TABLE,
                command.action()));
      }
      Event event = event(requireNonNull(row.get("event")));
      String code = code(requireNonNull(row.get("code")));
      String other = codes.putIfAbsent(List.of(command.name(), event.name()), code);
      if (other != null) {
        throw new ModelException(
            line,
            String.format(
                Locale.ROOT,
                "%s answers %s with %s and with %s; it must have one answer",
                event.action(),
                command.action(),
                other,
                code));
      }
    }
    return inOrder(codes);
  }

  private List<Answer> inOrder(Map<List<String>, String> codes) {
    List<Answer> answers = new ArrayList<>();
    for (Event command : symbols.events()) {
      for (Event event : symbols.events()) {
        String code = codes.get(List.of(command.name(), event.name()));
        if (code != null) {
          answers.add(new Answer(command.name(), event.name(), code));
        }
      }
    }
    return answers;
  }

  private Event event(TlaValue value) throws ModelException {
    List<Event> named =
        symbols.events().stream()
            .filter(each -> new TlaValue.Str(each.action()).equals(value))
            .toList();
    if (named.size() != 1 || !named.get(0).parameters().isEmpty()) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s has %s, which is no event without parameters",
              SymbolTable.ANSWER_TABLE,
              value));
    }
    return named.get(0);
  }

  private String code(TlaValue value) throws ModelException {
    RecordType.Field field =
        symbols
            .output("code")
            .orElseThrow(
                () ->
                    new ModelException(
                        line, SymbolTable.ANSWER_TABLE + " needs outputs that have a code"));
    String codes = ((Type.EnumType) field.type()).name();
    return symbols
        .constant(codes, value)
        .orElseThrow(
            () ->
                new ModelException(
                    line,
                    String.format(
                        Locale.ROOT,
                        "%s has the code %s, which is no element of %s",
                        SymbolTable.ANSWER_TABLE,
                        value,
                        codes)))
        .constant();
  }
}
