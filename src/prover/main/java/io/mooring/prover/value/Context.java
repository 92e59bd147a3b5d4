package io.mooring.prover.value;

import io.mooring.prover.smt.Facts;
import io.mooring.prover.smt.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a value is made: the names that are bound there, on which it may depend, and what is known
 * there, since the value counts only where that holds. It belongs to a thread.
 */
public final class Context {

  private static final ThreadLocal<Context> CURRENT = ThreadLocal.withInitial(Context::new);

  private final List<List<Term>> bound = new ArrayList<>();
  private Facts facts = new Facts();

  private Context() {}

  /** What is made where a condition holds. */
  public static <T> T knowing(Term condition, Supplier<T> made) {
    return knowing(List.of(condition), made);
  }

  /** What is made where some conditions hold. */
  public static <T> T knowing(List<Term> conditions, Supplier<T> made) {
    Facts facts = CURRENT.get().facts;
    int before = facts.size();
    conditions.forEach(facts::add);
    try {
      return made.get();
    } finally {
      facts.shortenTo(before);
    }
  }

  /** What is made where these facts are known, which were put together before, and no others. */
  public static <T> T given(Facts facts, Supplier<T> made) {
    Context context = CURRENT.get();
    Facts before = context.facts;
    context.facts = facts;
    try {
      return made.get();
    } finally {
      context.facts = before;
    }
  }

  /**
   * What is made where names are bound.
   *
   * @param names may grow until it is made
   */
  public static <T> T binding(List<Term> names, Supplier<T> made) {
    List<List<Term>> bound = CURRENT.get().bound;
    bound.add(names);
    try {
      return made.get();
    } finally {
      bound.remove(bound.size() - 1);
    }
  }

  /** What is made once for all places: nothing is bound or known. */
  public static <T> T nowhere(Supplier<T> made) {
    Context before = CURRENT.get();
    CURRENT.set(new Context());
    try {
      return made.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Whether it can be seen that a condition holds here. */
  public static boolean implies(Term condition) {
    return CURRENT.get().facts.imply(condition);
  }

  /** The names that are bound here, the outermost first. */
  static List<Term> bound() {
    List<Term> all = new ArrayList<>();
    CURRENT.get().bound.forEach(all::addAll);
    return all;
  }
}
