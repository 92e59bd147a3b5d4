package io.mooring.checker.tlc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A TLA+ expression as the parser understood it, as plain data.
 *
 * <p>Operators keep the names that SANY gives them. The ones that do not look like TLA+ text are
 * {@code $ConjList} and {@code $DisjList} (bulleted lists), {@code $SetEnumerate}, {@code $Tuple},
 * {@code $RcdConstructor} and {@code $SetOfRcds} (arguments are {@code $Pair}s of a string and a
 * value), {@code $RcdSelect} (record, string), {@code $FcnApply} (function, argument), {@code
 * $SetOfFcns}, {@code $CartesianProd}, {@code $Except} (function, {@code $Pair}s of a {@code $Seq}
 * of arguments and a value), {@code $IfThenElse}, {@code $Case} (arguments are {@code $Pair}s; the
 * one for {@code OTHER} is {@link Other}), {@code $SquareAct} ({@code [A]_v}), {@code $AngleAct},
 * {@code $WF}, {@code $SF} (subscript, action), {@code $TemporalExists} and {@code
 * $TemporalForall}.
 */
public sealed interface Expr {

  /** The position of the expression. */
  SourceSpan span();

  /** The definition that the head of an application refers to. */
  enum Kind {
    /** An operator of the language itself, such as {@code =>}, {@code '} or {@code $ConjList}. */
    BUILTIN,
    /** A definition: of the module, of one that it extends, or of a {@code LET}. */
    DEFINED,
    /** A declared variable. */
    VARIABLE,
    /** A declared constant. */
    CONSTANT,
    /** A parameter of a definition, or a variable that a quantifier binds. */
    PARAMETER
  }

  /**
   * A name or an operator with its arguments; a mere name has none.
   *
   * @param operator the operator's name, as SANY writes it
   * @param definedIn module of the definition or declaration; null for built-in and bound names
   */
  record Apply(
      String operator, Kind kind, @Nullable String definedIn, List<Expr> args, SourceSpan span)
      implements Expr {
    /** Copies the arguments. */
    public Apply {
      args = List.copyOf(args);
    }
  }

  /** An integer literal. */
  record Num(int value, SourceSpan span) implements Expr {}

  /** A string literal, without its quotation marks. */
  record Str(String value, SourceSpan span) implements Expr {}

  /** {@code LET definitions IN body}. */
  record Let(List<Definition> definitions, Expr body, SourceSpan span) implements Expr {
    /** Copies the definitions. */
    public Let {
      definitions = List.copyOf(definitions);
    }
  }

  /** Which binder a {@link Quantified} is. */
  enum Quantifier {
    /** {@code \A x \in S : P}. */
    FOR_ALL,
    /** {@code \E x \in S : P}. */
    EXISTS,
    /** {@code CHOOSE x \in S : P}. */
    CHOOSE,
    /** {@code {x \in S : P}}. */
    FILTER,
    /** {@code {e : x \in S}}. */
    MAP,
    /** {@code [x \in S |-> e]}. */
    FUNCTION,
    /** {@code f[x \in S] == e}, the body of a function definition that may refer to itself. */
    RECURSIVE_FUNCTION
  }

  /** An expression that binds names. */
  record Quantified(Quantifier quantifier, List<Bound> bounds, Expr body, SourceSpan span)
      implements Expr {
    /** Copies the bounds. */
    public Quantified {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * The names that one bound of a quantifier introduces.
   *
   * @param names the names, several for {@code x, y \in S} and {@code <<x, y>> \in S}
   * @param tuple whether the names form a tuple pattern
   * @param set what they range over; null if unbounded
   */
  record Bound(List<String> names, boolean tuple, @Nullable Expr set) {
    /** Copies the names. */
    public Bound {
      names = List.copyOf(names);
    }
  }

  /** {@code @} inside an {@code EXCEPT}. */
  record At(SourceSpan span) implements Expr {}

  /** The {@code OTHER} of a {@code CASE}. */
  record Other(SourceSpan span) implements Expr {}

  /**
   * An operator that is passed as an argument.
   *
   * @param name its name, or {@code LAMBDA}
   * @param lambda the definition of a {@code LAMBDA}; null for a name
   */
  record OperatorArgument(String name, @Nullable Definition lambda, SourceSpan span)
      implements Expr {}

  /**
   * What a definition of an instantiated module means: its expression, in which the names of that
   * module's declarations stand for other expressions.
   *
   * @param module the instantiated module, in which {@code body} is written
   * @param substitutes for each name that the module declares, the expression that it stands for
   */
  record Instantiated(String module, Map<String, Expr> substitutes, Expr body, SourceSpan span)
      implements Expr {
    /** Copies the substitutes. */
    public Instantiated {
      substitutes = Map.copyOf(substitutes);
    }
  }

  /**
   * Something that this tree does not describe.
   *
   * @param construct what it is, for an error message
   */
  record Unsupported(String construct, SourceSpan span) implements Expr {}
}
