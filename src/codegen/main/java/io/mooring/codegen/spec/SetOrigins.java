package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the values of a property are made of, for the sake of its choices: TLC sorts a set before it
 * chooses, but may take a {@code UNION} or a {@code SUBSET}, which it does not write out, for
 * sorted when it is not. So nothing is chosen from a set that such a one may have gone into,
 * through whichever definitions, parameters and operators.
 *
 * <p>A value may be or contain whatever was read to make it, unless its type excludes that. A set
 * {@code {e : x \in S}} is written out and sorted in TLC, however {@code S} is made.
 */
final class SetOrigins {

  private static final Set<String> UNSORTED = Set.of("UNION", "SUBSET");

  private final IdentityHashMap<TypedExpr, Set<TypedExpr>> sources = new IdentityHashMap<>();
  private final List<Unsorted> unsorted = new ArrayList<>();
  private final Deque<List<TypedExpr>> reading = new ArrayDeque<>();
  private final List<Choice> choices = new ArrayList<>();

  /** A choice and the set that it is made from. */
  private record Choice(TypedExpr set, SourceSpan span) {}

  /** A set that TLC may take for sorted when it is not, and the operator that makes it. */
  private record Unsorted(TypedExpr set, String operator) {}

  /** An expression is about to be read. */
  void begin() {
    reading.push(new ArrayList<>());
  }

  /** The expression has been read: unless its sources are known, they are what was read for it. */
  TypedExpr end(Expr expression, TypedExpr value) {
    List<TypedExpr> parts = reading.pop();
    if (!sources.containsKey(value)) {
      from(value, parts);
    }
    if (expression instanceof Expr.Apply apply
        && apply.kind() == Expr.Kind.BUILTIN
        && UNSORTED.contains(apply.operator())) {
      unsorted.add(new Unsorted(value, apply.operator()));
    }
    if (!reading.isEmpty()) {
      reading.peek().add(value);
    }
    return value;
  }

  /** A value is made from these, and from what it is already known to be made from. */
  void from(TypedExpr value, Collection<TypedExpr> more) {
    sources.computeIfAbsent(value, each -> identitySet()).addAll(more);
  }

  /** A value is made from what has been read so far of the expression that is being read. */
  void fromAllRead(TypedExpr value) {
    from(value, Objects.requireNonNull(reading.peek()));
  }

  /** An element is chosen from a set. */
  void choice(TypedExpr set, SourceSpan span) {
    choices.add(new Choice(set, span));
  }

  /** Refuses a choice whose order is not certain. All types are final from now on. */
  void check(Translator translator) throws ModelException {
    for (Choice choice : choices) {
      for (Unsorted each : unsorted) {
        Set<TypedExpr> holders = identitySet();
        collect(choice.set(), translator.type(each.set().term()), translator, holders);
        if (holders.contains(each.set())) {
          throw Translator.cannot(
              "CHOOSE from a " + each.operator(),
              choice.span(),
              "the one at "
                  + SymbolTable.line(each.set().span())
                  + " need not be sorted in TLC; choose from {x : x \\in S}, which is");
        }
      }
    }
  }

  /** Collects a value, and what it is made from, as far as a set may be all the way within it. */
  private void collect(TypedExpr value, Type set, Translator translator, Set<TypedExpr> holders) {
    if (mayHold(translator.type(value.term()), set) && holders.add(value)) {
      for (TypedExpr source : Objects.requireNonNull(sources.get(value))) {
        collect(source, set, translator, holders);
      }
    }
  }

  private static Set<TypedExpr> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean mayHold(Type type, Type set) {
    if (type.equals(set) || type instanceof Type.RecordOf || type instanceof Type.Outputs) {
      return true;
    }
    if (type instanceof Type.MapOf map) {
      return mayHold(new Type.SetOf(map.key()), set) || mayHold(map.value(), set);
    }
    if (type instanceof Type.TupleOf tuple) {
      return tuple.elements().stream().anyMatch(each -> mayHold(each, set));
    }
    return type instanceof Type.SetOf outer
        ? mayHold(outer.element(), set)
        : type instanceof Type.SeqOf sequence && mayHold(sequence.element(), set);
  }
}
