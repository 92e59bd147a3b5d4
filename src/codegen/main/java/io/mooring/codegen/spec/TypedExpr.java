package io.mooring.codegen.spec;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose type is still being inferred: it can be built once all of its property is
 * read.
 *
 * @param term what is known of its type
 * @param span its position
 * @param builder makes the expression
 * @param membership for a set that cannot be enumerated: says of an element that it is in it
 * @param elementMembership for a set of sets that cannot be enumerated: says of a value that it is
 *     an element of one of them
 * @param fields for the outputs written as a record constructor: the value of each field
 */
record TypedExpr(
    TypeVariable term,
    SourceSpan span,
    Builder builder,
    @Nullable Membership membership,
    @Nullable Membership elementMembership,
    @Nullable Map<String, TypedExpr> fields) {

  /** Makes an expression. */
  @FunctionalInterface
  interface Builder {
    Expression build() throws ModelException;
  }

  /** Makes the expression that an element is in a set. */
  @FunctionalInterface
  interface Membership {
    Expression contains(Expression element) throws ModelException;
  }

  TypedExpr(TypeVariable term, SourceSpan span, Builder builder) {
    this(term, span, builder, null, null, null);
  }

  TypedExpr(
      TypeVariable term,
      SourceSpan span,
      Builder builder,
      @Nullable Membership membership,
      @Nullable Map<String, TypedExpr> fields) {
    this(term, span, builder, membership, null, fields);
  }

  /** A set that supports nothing but membership. */
  static TypedExpr endless(TypeVariable term, SourceSpan span, String what, Membership membership) {
    return new TypedExpr(
        term,
        span,
        () -> {
          throw new ModelException(
              SymbolTable.line(span),
              what
                  + " has too many elements to be listed; only x \\in "
                  + what
                  + " can be translated");
        },
        membership,
        null);
  }

  Expression build() throws ModelException {
    return builder.build();
  }

  /** That an element is in this set. */
  Expression contains(Expression element) throws ModelException {
    return membership != null
        ? membership.contains(element)
        : new Expression.Member(element, build());
  }
}
