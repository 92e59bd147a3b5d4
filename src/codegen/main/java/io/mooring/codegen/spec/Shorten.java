package io.mooring.codegen.spec;

import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.Expressions;
import io.mooring.codegen.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Ways to say the same in fewer words: TLA+ ranges over a sequence by its indices, Java by its
 * elements.
 */
final class Shorten {

  private Shorten() {}

  /** The set of the indices of a sequence. */
  static Expression indices(Expression sequence) {
    return new Expression.Range(new Expression.IntLiteral(1), new Expression.Size(sequence));
  }

  static Expression forAll(Expression.ForAll all, JavaNames names) {
    Expression sequence = sequenceBehind(all.binding(), all.domain(), all.body());
    if (sequence == null) {
      return all;
    }
    Expression.Binding element = element(sequence, names);
    return new Expression.ForAll(
        element,
        new Expression.ElementsOf(sequence),
        onElements(all.binding(), sequence, all.body(), element));
  }

  static Expression exists(Expression.Exists some, JavaNames names) {
    Expression sequence = sequenceBehind(some.binding(), some.domain(), some.body());
    if (sequence == null) {
      return membership(some);
    }
    Expression.Binding element = element(sequence, names);
    return membership(
        new Expression.Exists(
            element,
            new Expression.ElementsOf(sequence),
            onElements(some.binding(), sequence, some.body(), element)));
  }

  static Expression map(Expression.MapSet map) {
    return map.body() instanceof Expression.Element element
            && element.index().equals(local(map.binding()))
            && map.domain().equals(indices(element.sequence()))
        ? new Expression.ElementsOf(element.sequence())
        : map;
  }

  /** {@code \E x \in S : x = e} is {@code e \in S}. */
  private static Expression membership(Expression.Exists some) {
    if (some.body() instanceof Expression.Equal equal) {
      Expression local = local(some.binding());
      if (equal.left().equals(local) && !mentions(equal.right(), local)) {
        return new Expression.Member(equal.right(), some.domain());
      }
      if (equal.right().equals(local) && !mentions(equal.left(), local)) {
        return new Expression.Member(equal.left(), some.domain());
      }
    }
    return some;
  }

  private static Expression local(Expression.Binding binding) {
    return new Expression.Local(binding.name(), binding.type());
  }

  private static boolean mentions(Expression expression, Expression local) {
    return Expressions.all(expression).anyMatch(local::equals);
  }

  /** The sequence whose elements are the only use of an index in a body; null if there is none. */
  private static @Nullable Expression sequenceBehind(
      Expression.Binding index, Expression domain, Expression body) {
    if (!(domain instanceof Expression.Range range
        && range.low().equals(new Expression.IntLiteral(1))
        && range.high() instanceof Expression.Size size
        && size.collection().type() instanceof Type.SeqOf)) {
      return null;
    }
    Expression local = local(index);
    Expression element = new Expression.Element(size.collection(), local);
    long used = Expressions.all(body).filter(local::equals).count();
    long asElement = Expressions.all(body).filter(element::equals).count();
    return used > 0 && used == asElement ? size.collection() : null;
  }

  private static Expression onElements(
      Expression.Binding index, Expression sequence, Expression body, Expression.Binding element) {
    Expression old = new Expression.Element(sequence, local(index));
    return Expressions.rewrite(body, node -> node.equals(old) ? local(element) : node);
  }

  private static Expression.Binding element(Expression sequence, JavaNames names) {
    Type type = ((Type.SeqOf) sequence.type()).element();
    String word =
        type instanceof Type.RecordOf named
            ? JavaNames.member(named.name())
            : type instanceof Type.EnumType named ? JavaNames.member(named.name()) : "each";
    return new Expression.Binding(names.take(word), type);
  }
}
