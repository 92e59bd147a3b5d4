package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The types of a module: of the sets that its variables and outputs are elements of. */
final class Types {

  private final ModuleAst module;
  private final Constants constants;
  private final Enumerations enumerations;
  private final Map<String, RecordType> records = new LinkedHashMap<>();

  Types(ModuleAst module, Constants constants) {
    this.module = module;
    this.constants = constants;
    this.enumerations = new Enumerations(module, constants);
  }

  Enumerations enumerations() {
    return enumerations;
  }

  /** The record types met so far, in the order of the module. */
  List<RecordType> records() {
    return records.values().stream()
        .sorted(Comparator.comparing(each -> enumerations.position(each.name())))
        .map(each -> new RecordType(each.name(), each.doc(), settled(each.fields()), each.line()))
        .toList();
  }

  /** Fields whose types are final: an enumeration that is part of another one is that one. */
  List<RecordType.Field> settled(List<RecordType.Field> fields) {
    return fields.stream()
        .map(each -> new RecordType.Field(each.name(), settled(each.type())))
        .toList();
  }

  /** A type that is final: an enumeration that is part of another one is that one. */
  Type settled(Type type) {
    if (type instanceof Type.EnumType named) {
      return new Type.EnumType(enumerations.whole(named.name()));
    }
    if (type instanceof Type.SetOf set) {
      return new Type.SetOf(settled(set.element()));
    }
    if (type instanceof Type.SeqOf sequence) {
      return new Type.SeqOf(settled(sequence.element()));
    }
    return type instanceof Type.MapOf map
        ? new Type.MapOf(settled(map.key()), settled(map.value()))
        : type;
  }

  /** The type of the elements of a set. */
  Type of(Expr set, String role) throws ModelException {
    if (set instanceof Expr.Apply apply) {
      return ofApplied(apply, role);
    }
    if (set instanceof Expr.Quantified filter
        && filter.quantifier() == Expr.Quantifier.FILTER
        && filter.bounds().get(0).set() != null
        && !filter.bounds().get(0).tuple()) {
      return of(Objects.requireNonNull(filter.bounds().get(0).set()), role);
    }
    throw refused(set, role);
  }

  private Type ofApplied(Expr.Apply set, String role) throws ModelException {
    List<Expr> args = set.args();
    return switch (set.operator()) {
      case "BOOLEAN" -> Type.BOOL;
      case "Nat", "Int" -> Type.INT;
      case "STRING" -> Type.STRING;
      case ".." ->
          new Type.IntRange(constants.integer(args.get(0)), constants.integer(args.get(1)));
      case "SUBSET" -> new Type.SetOf(of(args.get(0), "the elements of " + role));
      case "Seq" -> new Type.SeqOf(of(args.get(0), "the elements of " + role));
      case "\\" -> of(args.get(0), role);
      case "$SetOfFcns" -> function(args.get(0), args.get(1), false, role);
      case "UNION" -> union(args.get(0), role);
      case "$CartesianProd" -> product(set, role);
      case "\\union", "\\cup" -> either(set, role);
      case "$SetEnumerate" -> {
        if (!isNumbers(set)) {
          throw new ModelException(
              SymbolTable.line(set.span()),
              "a set of constants needs a name, which its Java enum gets (for "
                  + role
                  + "); define Name == {...} and write Name here");
        }
        yield numbers((TlaValue.SetOf) constants.value(set));
      }
      case "$SetOfRcds" ->
          throw new ModelException(
              SymbolTable.line(set.span()),
              "a set of records needs a name, which its Java record gets (for "
                  + role
                  + "); define Name == [field : S] and write Name here");
      default -> named(set, role);
    };
  }

  private Type named(Expr.Apply set, String role) throws ModelException {
    Definition definition = module.definition(constants.replaced(set.operator())).orElse(null);
    if (definition == null) {
      return set.kind() == Expr.Kind.CONSTANT ? declared(set, role) : refuse(set, role);
    }
    if (!definition.parameters().isEmpty()) {
      return of(Substitution.of(definition, set.args()), role);
    }
    if (definition.name().equals(SymbolTable.EVENT)) {
      return new Type.EnumType(SymbolTable.EVENT);
    }
    if (definition.body() instanceof Expr.Apply body) {
      if (body.operator().equals("$SetOfRcds")) {
        return recordOf(set, role);
      }
      if (Enumerations.isListing(body) && !isNumbers(body)) {
        return new Type.EnumType(enumerations.of(definition).name());
      }
    }
    return of(definition.body(), role);
  }

  /** A declared constant whose value is a set, which the configuration gives. */
  private Type declared(Expr.Apply constant, String role) throws ModelException {
    if (constants.value(constant) instanceof TlaValue.SetOf given) {
      if (!given.elements().isEmpty()
          && given.elements().stream().allMatch(TlaValue.Int.class::isInstance)) {
        return numbers(given);
      }
      for (ModuleAst.Declaration each : module.constants()) {
        if (each.name().equals(constant.operator())) {
          Enumeration read = enumerations.of(each, given);
          return new Type.EnumType(read.name());
        }
      }
    }
    return refuse(constant, role);
  }

  private static Type numbers(TlaValue.SetOf set) {
    List<Integer> all =
        set.elements().stream().map(each -> ((TlaValue.Int) each).value()).sorted().toList();
    return new Type.IntRange(all.get(0), all.get(all.size() - 1));
  }

  /** Whether a set lists numbers that have no names. */
  private static boolean isNumbers(Expr set) {
    return set instanceof Expr.Apply apply
        && (apply.operator().equals("$SetEnumerate")
            ? !apply.args().isEmpty() && apply.args().stream().allMatch(Types::isNumber)
            : Enumerations.isListing(apply) && apply.args().stream().allMatch(Types::isNumbers));
  }

  private static boolean isNumber(Expr expression) {
    return expression instanceof Expr.Num
        || (expression instanceof Expr.Apply minus
            && minus.operator().equals("-.")
            && minus.args().get(0) instanceof Expr.Num);
  }

  /** Functions over {@code 1..n} are sequences, others are maps. */
  private Type function(Expr domain, Expr range, boolean partial, String role)
      throws ModelException {
    Type value = of(range, "the values of " + role);
    return !partial && constants.beginsAtOne(domain)
        ? new Type.SeqOf(value)
        : new Type.MapOf(of(domain, "the domain of " + role), value);
  }

  /** {@code UNION {[1..n -> S] : n \in 0..max}} and {@code UNION {[D -> S] : D \in SUBSET T}}. */
  private Type union(Expr sets, String role) throws ModelException {
    if (sets instanceof Expr.Quantified map
        && map.quantifier() == Expr.Quantifier.MAP
        && map.bounds().size() == 1
        && map.body() instanceof Expr.Apply functions
        && functions.operator().equals("$SetOfFcns")) {
      Expr.Bound bound = map.bounds().get(0);
      Expr domain = functions.args().get(0);
      boolean partial =
          domain instanceof Expr.Apply name
              && name.kind() == Expr.Kind.PARAMETER
              && bound.names().contains(name.operator());
      if (!partial) {
        return function(domain, functions.args().get(1), false, role);
      }
      if (bound.set() instanceof Expr.Apply subset && subset.operator().equals("SUBSET")) {
        return function(subset.args().get(0), functions.args().get(1), true, role);
      }
    }
    throw refused(sets, role);
  }

  private Type product(Expr.Apply product, String role) throws ModelException {
    List<Type> places = new ArrayList<>();
    for (Expr each : product.args()) {
      places.add(SymbolTable.expressionType(settled(of(each, "a place of " + role))));
    }
    if (places.stream().distinct().count() > 1) {
      throw new ModelException(
          SymbolTable.line(product.span()),
          "tuples with places of different types have no Java type (for "
              + role
              + "); use records: Name == [first : S, second : T]");
    }
    return new Type.SeqOf(places.get(0));
  }

  private Type either(Expr.Apply union, String role) throws ModelException {
    Type left = SymbolTable.expressionType(of(union.args().get(0), role));
    Type right = SymbolTable.expressionType(of(union.args().get(1), role));
    return left.equals(right) ? left : refuse(union, role);
  }

  private static Type refuse(Expr set, String role) throws ModelException {
    throw refused(set, role);
  }

  private static ModelException refused(Expr set, String role) {
    return new ModelException(
        SymbolTable.line(set.span()),
        String.format(
            Locale.ROOT,
            "the type of %s must be the name of an enumeration (Name == {A, B}) or of a set of records, BOOLEAN, a..b, SUBSET S, Seq(S) or [S -> T]; %s is none of these",
            role,
            Constructs.of(set)));
  }

  /** The type of the elements of a named set of records. */
  Type.RecordOf recordOf(Expr set, String role) throws ModelException {
    Definition definition =
        set instanceof Expr.Apply apply ? module.definition(apply.operator()).orElse(null) : null;
    if (definition == null
        || !(definition.body() instanceof Expr.Apply body)
        || !body.operator().equals("$SetOfRcds")) {
      throw new ModelException(
          SymbolTable.line(set.span()),
          role + " must be elements of a named set of records: Name == [field : Enumeration]");
    }
    if (!records.containsKey(definition.name())) {
      List<RecordType.Field> fields = new ArrayList<>();
      for (Expr each : body.args()) {
        Expr.Apply pair = (Expr.Apply) each;
        String name = ((Expr.Str) pair.args().get(0)).value();
        fields.add(new RecordType.Field(name, of(pair.args().get(1), "the field " + name)));
      }
      records.put(
          definition.name(),
          new RecordType(
              definition.name(),
              definition.comment(),
              fields,
              SymbolTable.line(definition.span())));
    }
    return new Type.RecordOf(definition.name());
  }
}
