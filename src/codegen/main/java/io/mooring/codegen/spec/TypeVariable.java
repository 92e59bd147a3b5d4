package io.mooring.codegen.spec;

import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A type that is not known completely yet: it learns as terms are unified.
 *
 * <p>TLA+ has no types, and a coded enumeration is a set of integers. Whether {@code 3} is a number
 * or {@code CONNECTED} follows from what it meets, and so does whether {@code <<a, b>>} is a
 * sequence or a tuple.
 */
final class TypeVariable {

  /** The type as far as it is known. */
  enum Kind {
    /** Nothing. */
    UNKNOWN,
    /** An integer literal: an integer, or a constant of a coded enumeration. */
    NUMBER,
    /** A string literal: a string, or a constant of another enumeration. */
    TEXT,
    /** {@code <<...>>}: a tuple, or a sequence. */
    LISTED,
    /** A sequence; one part, its elements. */
    SEQUENCE,
    /** A tuple; a part for each place. */
    TUPLE,
    /** A set; one part, its elements. */
    SET,
    /** A function that is no sequence; two parts, arguments and values. */
    MAP,
    /** A type without parts that is known completely. */
    KNOWN
  }

  private Kind kind;
  private @Nullable Type known;
  private List<TypeVariable> parts;
  private @Nullable TypeVariable same;

  private TypeVariable(Kind kind, @Nullable Type known, List<TypeVariable> parts) {
    this.kind = kind;
    this.known = known;
    this.parts = parts;
  }

  static TypeVariable unknown() {
    return new TypeVariable(Kind.UNKNOWN, null, List.of());
  }

  static TypeVariable number() {
    return new TypeVariable(Kind.NUMBER, null, List.of());
  }

  static TypeVariable text() {
    return new TypeVariable(Kind.TEXT, null, List.of());
  }

  static TypeVariable listed(List<TypeVariable> parts) {
    return new TypeVariable(Kind.LISTED, null, List.copyOf(parts));
  }

  static TypeVariable tuple(List<TypeVariable> parts) {
    return new TypeVariable(Kind.TUPLE, null, List.copyOf(parts));
  }

  static TypeVariable sequence(TypeVariable element) {
    return new TypeVariable(Kind.SEQUENCE, null, List.of(element));
  }

  static TypeVariable set(TypeVariable element) {
    return new TypeVariable(Kind.SET, null, List.of(element));
  }

  static TypeVariable map(TypeVariable argument, TypeVariable value) {
    return new TypeVariable(Kind.MAP, null, List.of(argument, value));
  }

  /** The term of a type; an integer range counts as integers. */
  static TypeVariable of(Type type) {
    if (type instanceof Type.SetOf set) {
      return set(of(set.element()));
    }
    if (type instanceof Type.SeqOf sequence) {
      return sequence(of(sequence.element()));
    }
    if (type instanceof Type.MapOf map) {
      return map(of(map.key()), of(map.value()));
    }
    if (type instanceof Type.TupleOf tuple) {
      return tuple(tuple.elements().stream().map(TypeVariable::of).toList());
    }
    return new TypeVariable(Kind.KNOWN, type instanceof Type.IntRange ? Type.INT : type, List.of());
  }

  Kind kind() {
    return root().kind;
  }

  List<TypeVariable> parts() {
    return root().parts;
  }

  /** The type, if it is one without parts and known. */
  @Nullable Type known() {
    return root().known;
  }

  private TypeVariable root() {
    TypeVariable term = this;
    while (term.same != null) {
      term = term.same;
    }
    return term;
  }

  /**
   * Makes two terms one, if they can be.
   *
   * @param coded whether the values of the enumeration of this name are integers
   * @return whether they are one now; if not, parts of them may be
   */
  static boolean unify(TypeVariable left, TypeVariable right, Predicate<String> coded) {
    TypeVariable a = left.root();
    TypeVariable b = right.root();
    if (a == b) {
      return true;
    }
    if (a.kind.compareTo(b.kind) > 0) {
      return unify(b, a, coded);
    }
    return switch (a.kind) {
      case UNKNOWN -> a.become(b);
      case NUMBER ->
          (b.kind == Kind.NUMBER
                  || (b.kind == Kind.KNOWN && (Type.INT.equals(b.known) || b.isEnum(true, coded))))
              && a.become(b);
      case TEXT ->
          (b.kind == Kind.TEXT
                  || (b.kind == Kind.KNOWN
                      && (Type.STRING.equals(b.known) || b.isEnum(false, coded))))
              && a.become(b);
      case LISTED -> unifyListed(a, b, coded);
      case SEQUENCE, SET, MAP, TUPLE -> b.kind == a.kind && unifyParts(a, b, coded) && a.become(b);
      case KNOWN -> b.kind == Kind.KNOWN && Objects.equals(a.known, b.known);
    };
  }

  private boolean isEnum(boolean wantCoded, Predicate<String> coded) {
    return known instanceof Type.EnumType type && coded.test(type.name()) == wantCoded;
  }

  private boolean become(TypeVariable other) {
    same = other;
    return true;
  }

  private static boolean unifyListed(TypeVariable a, TypeVariable b, Predicate<String> coded) {
    if (b.kind == Kind.SEQUENCE) {
      return allOne(a.parts, b.parts.get(0), coded) && a.become(b);
    }
    if (b.kind == Kind.TUPLE || (b.kind == Kind.LISTED && a.parts.size() == b.parts.size())) {
      return unifyParts(a, b, coded) && a.become(b);
    }
    if (b.kind == Kind.LISTED) {
      TypeVariable element = unknown();
      if (!allOne(a.parts, element, coded) || !allOne(b.parts, element, coded)) {
        return false;
      }
      TypeVariable sequence = sequence(element);
      return a.become(sequence) && b.become(sequence);
    }
    return false;
  }

  private static boolean allOne(
      List<TypeVariable> terms, TypeVariable element, Predicate<String> coded) {
    for (TypeVariable term : terms) {
      if (!unify(term, element, coded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifyParts(TypeVariable a, TypeVariable b, Predicate<String> coded) {
    if (a.parts.size() != b.parts.size()) {
      return false;
    }
    for (int i = 0; i < a.parts.size(); i++) {
      if (!unify(a.parts.get(i), b.parts.get(i), coded)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The type of this term once inference is complete. A variable that is still open becomes an
   * integer, a string, or a sequence if all its places have one type, else a tuple.
   */
  Type settle(Predicate<String> coded) {
    TypeVariable term = root();
    switch (term.kind) {
      case UNKNOWN, NUMBER -> term.settleAs(Type.INT);
      case TEXT -> term.settleAs(Type.STRING);
      case LISTED -> {
        List<Type> types = new ArrayList<>();
        for (TypeVariable part : term.parts) {
          types.add(part.settle(coded));
        }
        boolean uniform = types.stream().distinct().count() <= 1;
        term.kind = uniform ? Kind.SEQUENCE : Kind.TUPLE;
        if (uniform) {
          term.parts = List.of(types.isEmpty() ? unknown() : of(types.get(0)));
        }
        return term.settle(coded);
      }
      default -> {}
    }
    return switch (term.kind) {
      case SEQUENCE -> new Type.SeqOf(term.parts.get(0).settle(coded));
      case SET -> new Type.SetOf(term.parts.get(0).settle(coded));
      case MAP -> new Type.MapOf(term.parts.get(0).settle(coded), term.parts.get(1).settle(coded));
      case TUPLE -> new Type.TupleOf(term.parts.stream().map(part -> part.settle(coded)).toList());
      default -> Objects.requireNonNull(term.known);
    };
  }

  private void settleAs(Type type) {
    kind = Kind.KNOWN;
    known = type;
  }

  /** The term in words, for a message. */
  String describe() {
    TypeVariable term = root();
    return switch (term.kind) {
      case UNKNOWN -> "a value";
      case NUMBER -> "an integer";
      case TEXT -> "a string";
      case LISTED, TUPLE -> "a tuple of " + term.parts.size();
      case SEQUENCE -> "a sequence of " + term.parts.get(0).describe();
      case SET -> "a set of " + term.parts.get(0).describe();
      case MAP ->
          "a function from " + term.parts.get(0).describe() + " to " + term.parts.get(1).describe();
      case KNOWN -> describe(Objects.requireNonNull(term.known));
    };
  }

  private static String describe(Type type) {
    if (type instanceof Type.EnumType named) {
      return named.name();
    }
    if (type instanceof Type.RecordOf named) {
      return named.name();
    }
    if (Type.BOOL.equals(type)) {
      return "a boolean";
    }
    if (Type.INT.equals(type)) {
      return "an integer";
    }
    return Type.STRING.equals(type) ? "a string" : "the outputs";
  }
}
