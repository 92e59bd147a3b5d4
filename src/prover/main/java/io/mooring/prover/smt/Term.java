package io.mooring.prover.smt;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A term of SMT-LIB, immutable.
 *
 * <p>Terms share their parts. {@link Terms} makes them, and simplifies what is known at once.
 */
public final class Term {

  /** What a term is made by. */
  enum Form {
    /** {@code true} or {@code false}. */
    TRUTH,
    /** An integer. */
    NUMBER,
    /** A declared or bound name. */
    SYMBOL,
    /** An operator with arguments. */
    APPLY,
    /** A quantifier over names. */
    QUANTIFIED
  }

  /** By their hash code; a thread that sees an older one makes the same again. */
  private static final @Nullable Term[] RECENT = new Term[1 << 16];

  private final Form form;
  private final String name;
  private final Sort sort;
  private final List<Term> args;
  private final List<Term> bound;
  private final int hash;
  private final int depth;

  /** Made when it is first needed; threads that make it at once make the same. */
  private @Nullable Set<Term> free;

  /**
   * A term; the same object as one that was made not long ago, if they are equal, so that comparing
   * them takes no time.
   */
  static Term of(Form form, String name, Sort sort, List<Term> args, List<Term> bound) {
    Term made = new Term(form, name, sort, args, bound);
    int place = (made.hash ^ (made.hash >>> 16)) & (RECENT.length - 1);
    Term recent = RECENT[place];
    if (recent != null && recent.equals(made)) {
      return recent;
    }
    RECENT[place] = made;
    return made;
  }

  private Term(Form form, String name, Sort sort, List<Term> args, List<Term> bound) {
    this.form = form;
    this.name = name;
    this.sort = sort;
    this.args = List.copyOf(args);
    this.bound = List.copyOf(bound);
    this.hash = Objects.hash(form, name, args, bound);
    int deepest = 0;
    for (Term arg : this.args) {
      deepest = Math.max(deepest, arg.depth);
    }
    this.depth = deepest + bound.size();
  }

  Form form() {
    return form;
  }

  /** The name of a symbol, the digits of a number, or the operator. */
  public String name() {
    return name;
  }

  /** The sort of its value. */
  public Sort sort() {
    return sort;
  }

  /** The arguments of an operator; the body of a quantifier. */
  public List<Term> args() {
    return args;
  }

  /** The names that a quantifier binds. */
  List<Term> bound() {
    return bound;
  }

  /** How many names are bound on the way to its innermost part, at most. */
  int depth() {
    return depth;
  }

  /** The names in it that no quantifier binds, in the order in which it mentions them. */
  Set<Term> free() {
    Set<Term> known = free;
    if (known == null) {
      known = isSymbol() ? Set.of(this) : freeInArgs();
      free = known;
    }
    return known;
  }

  private Set<Term> freeInArgs() {
    Set<Term> most = Set.of();
    for (Term arg : args) {
      if (arg.free().size() > most.size()) {
        most = arg.free();
      }
    }
    boolean isAll = bound.isEmpty();
    for (int i = 0; isAll && i < args.size(); i++) {
      isAll = most.containsAll(args.get(i).free());
    }
    if (isAll) {
      return most;
    }
    Set<Term> found = new LinkedHashSet<>();
    args.forEach(each -> found.addAll(each.free()));
    bound.forEach(found::remove);
    return Collections.unmodifiableSet(found);
  }

  /** The body of a quantifier, with terms for the names that it binds. */
  Term body(UnaryOperator<Term> values) {
    Map<Term, Term> replacements = new HashMap<>();
    bound.forEach(each -> replacements.put(each, values.apply(each)));
    return new Substitution(replacements).in(args.get(0));
  }

  /** Whether it is {@code true}. */
  public boolean isTrue() {
    return form == Form.TRUTH && name.equals("true");
  }

  /** Whether it is {@code false}. */
  public boolean isFalse() {
    return form == Form.TRUTH && name.equals("false");
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return form == Form.NUMBER;
  }

  /** Whether it is a declared or bound name. */
  public boolean isSymbol() {
    return form == Form.SYMBOL;
  }

  /** The number. */
  public BigInteger number() {
    return new BigInteger(name);
  }

  boolean is(String operator) {
    return form == Form.APPLY && name.equals(operator);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Term that
            && hash == that.hash
            && form == that.form
            && name.equals(that.name)
            && sort.equals(that.sort)
            && args.equals(that.args)
            && bound.equals(that.bound));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** How SMT-LIB writes it. */
  @Override
  public String toString() {
    return SmtText.of(this);
  }
}
