package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sets that a specification writes down element by element, with constants and strings as
 * elements. Elements of one set are of one kind, and easily confused.
 */
final class Alphabets {

  private final Modules modules;
  private final List<List<String>> sets = new ArrayList<>();

  Alphabets(Modules modules) throws TlcException {
    this.modules = modules;
    for (Definition definition : modules.definitions()) {
      collect(definition.body());
    }
    // Of two sets the larger one is the type, and the other one a choice of its elements.
    sets.sort(Comparator.comparingInt((List<String> set) -> set.size()).reversed());
  }

  private void collect(Expr expression) throws TlcException {
    if (expression instanceof Expr.Apply apply && apply.operator().equals("$SetEnumerate")) {
      List<String> elements = new ArrayList<>();
      for (Expr element : apply.args()) {
        element(element).ifPresent(elements::add);
      }
      if (elements.size() == apply.args().size() && elements.size() > 1) {
        sets.add(elements.stream().distinct().toList());
      }
    }
    for (Expr child : References.children(expression)) {
      collect(child);
    }
  }

  /**
   * The text of an expression that can be an element: a constant without arguments, or a string.
   */
  Optional<String> element(Expr expression) throws TlcException {
    if (expression instanceof Expr.Str string) {
      return Optional.of('"' + string.value() + '"');
    }
    if (!(expression instanceof Expr.Apply apply) || !apply.args().isEmpty()) {
      return Optional.empty();
    }
    boolean constant =
        apply.kind() == Expr.Kind.CONSTANT
            || modules.definition(apply).filter(each -> isLiteral(each.body())).isPresent();
    return constant ? Optional.of(apply.operator()) : Optional.empty();
  }

  private static boolean isLiteral(Expr expression) {
    return expression instanceof Expr.Num
        || expression instanceof Expr.Str
        || (expression instanceof Expr.Apply minus
            && minus.operator().equals("-.")
            && minus.args().get(0) instanceof Expr.Num);
  }

  /** Whether an element belongs to a set. */
  boolean contain(String element) {
    return sets.stream().anyMatch(set -> set.contains(element));
  }

  /** Whether a definition only names an element. */
  boolean names(Definition definition) {
    return definition.parameters().isEmpty()
        && isLiteral(definition.body())
        && contain(definition.name());
  }

  /** The element after this one in its set, round and round, that is none of {@code others}. */
  Optional<String> sibling(String element, List<String> others) {
    for (List<String> set : sets) {
      int at = set.indexOf(element);
      for (int i = 1; at >= 0 && i < set.size(); i++) {
        String next = set.get((at + i) % set.size());
        if (!others.contains(next)) {
          return Optional.of(next);
        }
      }
      if (at >= 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
