package io.mooring.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pure, statically typed expression of a property, free of TLA+: each node is one Java
 * expression.
 *
 * <p>Evaluation is as in Java: {@link And}, {@link Or}, {@link Implies} and {@link Conditional}
 * look at their operands from the left and no further than needed. Names that binders introduce are
 * legal Java identifiers, unique within a property or helper, and different from {@code before},
 * {@code after} and {@code at}. Sets and sequences may mention each other freely, but never are
 * infinite.
 */
public sealed interface Expression
    permits Expression.Truth,
        FunctionExpression,
        Expression.IntLiteral,
        Expression.StringLiteral,
        Expression.EnumConstant,
        Expression.AllOf,
        Expression.Range,
        Expression.SetLiteral,
        Expression.SeqLiteral,
        Expression.TupleLiteral,
        Expression.RecordLiteral,
        Expression.VariableAt,
        Expression.OutputsAt,
        Expression.Field,
        Expression.Place,
        Expression.Local,
        Expression.CodeOf,
        Expression.ValueOf,
        Expression.Calculate,
        Expression.SetOperation,
        Expression.Filter,
        Expression.MapSet,
        Expression.FlatMapSet,
        Expression.ElementsOf,
        Expression.Size,
        Expression.Element,
        Expression.Concat,
        Expression.SubSequence,
        Expression.FilterSequence,
        Expression.MapSequence,
        Expression.Conditional,
        Expression.NoCase,
        Expression.Call {

  /** The type of the value; never an {@link Type.IntRange}. */
  Type type();

  /** A condition. */
  sealed interface Truth extends Expression {
    @Override
    default Type type() {
      return Type.BOOL;
    }
  }

  /** {@code TRUE} or {@code FALSE}. */
  record BoolLiteral(boolean value) implements Truth {}

  /** An integer. */
  record IntLiteral(int value) implements Expression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** A string. */
  record StringLiteral(String value) implements Expression {
    @Override
    public Type type() {
      return Type.STRING;
    }
  }

  /** {@code Enumeration.CONSTANT}, also {@code Event.NAME}. */
  record EnumConstant(String enumeration, String constant) implements Expression {
    @Override
    public Type type() {
      return new Type.EnumType(enumeration);
    }
  }

  /** The set of all constants of an enumeration: what {@code values()} holds. */
  record AllOf(String enumeration) implements Expression {
    @Override
    public Type type() {
      return new Type.SetOf(new Type.EnumType(enumeration));
    }
  }

  /** The set of all integers from {@code low} to {@code high}; empty if {@code high} is less. */
  record Range(Expression low, Expression high) implements Expression {
    @Override
    public Type type() {
      return new Type.SetOf(Type.INT);
    }
  }

  /** A set by its elements, which may repeat; {@code type} is a {@link Type.SetOf}. */
  record SetLiteral(Type type, List<Expression> elements) implements Expression {
    /** Copies the elements. */
    public SetLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** A sequence by its elements; {@code type} is a {@link Type.SeqOf}. */
  record SeqLiteral(Type type, List<Expression> elements) implements Expression {
    /** Copies the elements. */
    public SeqLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** A tuple by its places; {@code type} is a {@link Type.TupleOf}. */
  record TupleLiteral(Type type, List<Expression> elements) implements Expression {
    /** Copies the elements. */
    public TupleLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** A new record; the values stand in the order of the fields of the {@link RecordType}. */
  record RecordLiteral(String record, List<Expression> values) implements Expression {
    /** Copies the values. */
    public RecordLiteral {
      values = List.copyOf(values);
    }

    @Override
    public Type type() {
      return new Type.RecordOf(record);
    }
  }

  /**
   * A variable of the location: {@code before.to().state()}.
   *
   * @param javaName {@link Variable#javaName()}
   */
  record VariableAt(String javaName, Moment moment, Type type) implements Expression {}

  /** The outputs of a state: {@code before}, a {@code Step}. Equality is of the outputs alone. */
  record OutputsAt(Moment moment) implements Expression {
    @Override
    public Type type() {
      return Type.OUTPUTS;
    }
  }

  /** A component of a record or of the outputs: {@code after.event()}, {@code change.reason()}. */
  record Field(Expression record, String field, Type type) implements Expression {}

  /** The place of a tuple, counted from 0. */
  record Place(Expression tuple, int index, Type type) implements Expression {}

  /** A name that a binder introduced, or a parameter of a {@link Helper}. */
  record Local(String name, Type type) implements Expression {}

  /** A name with its type, as a binder or a helper introduces it. */
  record Binding(String name, Type type) {}

  /** The integer of a coded enumeration's constant: {@code code()}. */
  record CodeOf(Expression constant) implements Expression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** The string of an enumeration's constant: {@code value()}, for an event {@code action()}. */
  record ValueOf(Expression constant) implements Expression {
    @Override
    public Type type() {
      return Type.STRING;
    }
  }

  /** {@code !operand}. */
  record Not(Expression operand) implements Truth {}

  /** All operands, at least two of them. */
  record And(List<Expression> operands) implements Truth {
    /** Copies the operands. */
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Some operand, of at least two. */
  record Or(List<Expression> operands) implements Truth {
    /** Copies the operands. */
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** {@code !premise || conclusion}. */
  record Implies(Expression premise, Expression conclusion) implements Truth {}

  /** Equality of two values of one type; {@code <=>} is equality of booleans. */
  record Equal(Expression left, Expression right) implements Truth {}

  /** A comparison of integers. */
  record Compare(Order order, Expression left, Expression right) implements Truth {}

  /** A calculation with two integers. */
  record Calculate(Calculation calculation, Expression left, Expression right)
      implements Expression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** {@code set.contains(element)}. For {@link AllOf} this is: not null. */
  record Member(Expression element, Expression set) implements Truth {}

  /** {@code right.containsAll(left)}. */
  record SubsetEq(Expression left, Expression right) implements Truth {}

  /** A set made of two sets of one type. */
  record SetOperation(SetOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public Type type() {
      return left.type();
    }
  }

  /** {@code domain.stream().allMatch(binding -> body)}; the domain is a set. */
  record ForAll(Binding binding, Expression domain, Expression body) implements Truth {}

  /** {@code domain.stream().anyMatch(binding -> body)}; the domain is a set. */
  record Exists(Binding binding, Expression domain, Expression body) implements Truth {}

  /** The elements of a set that satisfy a condition. */
  record Filter(Binding binding, Expression domain, Expression body) implements Expression {
    @Override
    public Type type() {
      return domain.type();
    }
  }

  /** The set of the body's values for the elements of a set. */
  record MapSet(Binding binding, Expression domain, Expression body) implements Expression {
    @Override
    public Type type() {
      return new Type.SetOf(body.type());
    }
  }

  /** The set of all elements of the sets that the body gives for the elements of a set. */
  record FlatMapSet(Binding binding, Expression domain, Expression body) implements Expression {
    @Override
    public Type type() {
      return body.type();
    }
  }

  /** The set of the elements of a sequence. */
  record ElementsOf(Expression sequence) implements Expression {
    @Override
    public Type type() {
      return new Type.SetOf(((Type.SeqOf) sequence.type()).element());
    }
  }

  /** {@code size()} of a sequence or of a set. */
  record Size(Expression collection) implements Expression {
    @Override
    public Type type() {
      return Type.INT;
    }
  }

  /** The element of a sequence at a place counted from 1: {@code get(index - 1)}. */
  record Element(Expression sequence, Expression index) implements Expression {
    @Override
    public Type type() {
      return ((Type.SeqOf) sequence.type()).element();
    }
  }

  /** One sequence after the other. */
  record Concat(Expression left, Expression right) implements Expression {
    @Override
    public Type type() {
      return left.type();
    }
  }

  /** The part of a sequence from one place to another, both counted from 1 and inclusive. */
  record SubSequence(Expression sequence, Expression from, Expression to) implements Expression {
    @Override
    public Type type() {
      return sequence.type();
    }
  }

  /** The elements of a sequence that satisfy a condition, in order. */
  record FilterSequence(Binding binding, Expression sequence, Expression body)
      implements Expression {
    @Override
    public Type type() {
      return sequence.type();
    }
  }

  /** The body's values for the integers from 1 to {@code length}, in order. */
  record MapSequence(Binding binding, Expression length, Expression body) implements Expression {
    @Override
    public Type type() {
      return new Type.SeqOf(body.type());
    }
  }

  /** {@code condition ? then : otherwise}. */
  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {
    @Override
    public Type type() {
      return then.type();
    }
  }

  /**
   * A value for which no case of a {@code CASE} without {@code OTHER} holds: in Java an exception
   * that names the line.
   */
  record NoCase(Type type, SourceLine line) implements Expression {}

  /**
   * The value of a {@link Helper}.
   *
   * @param javaName {@link Helper#javaName()}
   * @param level {@link Helper#level()}
   * @param at the state that it is evaluated in; null unless the level is {@link
   *     Helper.Level#STATE}
   * @param arguments the values of its parameters
   */
  record Call(
      String javaName,
      Helper.Level level,
      @Nullable Moment at,
      List<Expression> arguments,
      Type type)
      implements Expression {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** Whether the helper is a Java constant and not a method. */
    public boolean isConstant() {
      return level == Helper.Level.CONSTANT && arguments.isEmpty();
    }
  }

  /**
   * Whether some event can happen in a state so that a condition on the step holds: {@code ENABLED
   * (A /\ P)}.
   *
   * <p>In Java, for one of the events, {@code holds(s, Table.step(s.to(), event))} with {@code s}
   * the state at {@code moment}. Within the body, {@link Moment#BEFORE} is {@code s} and {@link
   * Moment#AFTER} is that step, independent of the surrounding expression.
   *
   * @param events indices of the action's events in the model
   * @param body the condition; {@code TRUE} for {@code ENABLED A}, which then holds by totality
   */
  record Enabled(Moment moment, List<Integer> events, Expression body) implements Truth {
    /** Copies the events. */
    public Enabled {
      events = List.copyOf(events);
    }
  }
}
