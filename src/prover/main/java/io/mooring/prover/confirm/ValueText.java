package io.mooring.prover.confirm;

import io.mooring.checker.tlc.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values as TLA+ text that needs no operator of a module: a specification may define {@code :>} and
 * {@code @@} itself, or not know them.
 */
final class ValueText {

  private ValueText() {}

  static String of(TlaValue value) {
    return text(value, 1);
  }

  /**
   * The text within functions.
   *
   * @param depth how many functions surround it, and one: their arguments have names that differ
   */
  private static String text(TlaValue value, int depth) {
    if (value instanceof TlaValue.Fun fun) {
      return function(fun.pairs(), "mooring" + depth, depth + 1);
    }
    if (value instanceof TlaValue.Seq seq) {
      return "<<" + joined(seq.elements(), depth) + ">>";
    }
    if (value instanceof TlaValue.SetOf set) {
      return "{" + joined(set.elements(), depth) + "}";
    }
    if (value instanceof TlaValue.Rec rec) {
      return rec.fields().entrySet().stream()
          .map(each -> each.getKey() + " |-> " + text(each.getValue(), depth))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value.toString();
  }

  private static String function(
      List<Map.Entry<TlaValue, TlaValue>> pairs, String argument, int depth) {
    String keys = joined(pairs.stream().map(Map.Entry::getKey).toList(), depth);
    String arms =
        pairs.stream()
            .map(
                each ->
                    argument
                        + " = "
                        + text(each.getKey(), depth)
                        + " -> "
                        + text(each.getValue(), depth))
            .collect(Collectors.joining(" [] "));
    return "[" + argument + " \\in {" + keys + "} |-> CASE " + arms + "]";
  }

  private static String joined(List<TlaValue> values, int depth) {
    return values.stream().map(each -> text(each, depth)).collect(Collectors.joining(", "));
  }
}
