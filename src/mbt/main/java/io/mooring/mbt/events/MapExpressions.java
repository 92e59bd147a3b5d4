package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.trace.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions of a map, and the fields that each of them mentions. */
final class MapExpressions {

  private static final Pattern NAME = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[A-Za-z_]\\w*");

  private final List<Expression> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  MapExpressions(TraceMap map) {
    add(map, map.meaning());
    map.actions().values().forEach(each -> each.ifPresent(meaning -> add(map, meaning)));
  }

  private void add(TraceMap map, TraceMap.Meaning meaning) {
    List<String> texts = new ArrayList<>(meaning.arguments().each().values());
    texts.addAll(meaning.state().each().values());
    texts.removeIf(text -> map.fields().containsKey(text.strip()));
    texts.addAll(meaning.holds());
    for (String text : texts) {
      if (numbers.putIfAbsent(text, all.size()) == null) {
        Set<String> mentioned = new LinkedHashSet<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
          if (map.fields().containsKey(names.group())) {
            mentioned.add(names.group());
          }
        }
        all.add(new Expression(map.file() + ":", text, List.copyOf(mentioned)));
      }
    }
  }

  List<Expression> all() {
    return all;
  }

  int number(String expression) {
    return Objects.requireNonNull(numbers.get(expression), expression);
  }

  /** Whether all fields are there that an expression mentions. */
  boolean isComplete(String expression, Set<String> fields) {
    return fields.containsAll(all.get(number(expression)).parameters());
  }

  /** The values of the fields that an expression mentions. */
  Map<String, TlaValue> mentioned(String expression, Map<String, Given> fields) {
    Map<String, TlaValue> values = new LinkedHashMap<>();
    all.get(number(expression))
        .parameters()
        .forEach(name -> values.put(name, Objects.requireNonNull(fields.get(name), name).value()));
    return values;
  }
}
