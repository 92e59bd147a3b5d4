package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records, the outputs among them, and sets of records. */
final class RecordExpressions {

  private final Translator translator;

  RecordExpressions(Translator translator) {
    this.translator = translator;
  }

  /** Reads an operator on records; null if it is none. */
  @Nullable TypedExpr read(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    return switch (apply.operator()) {
      case "$RcdConstructor" -> constructor(apply, scope);
      case "$RcdSelect" -> select(apply, scope);
      case "$SetOfRcds" -> setOf(apply, scope);
      default -> null;
    };
  }

  private static Map<String, Expr> pairs(Expr.Apply apply) {
    Map<String, Expr> pairs = new LinkedHashMap<>();
    for (Expr each : apply.args()) {
      Expr.Apply pair = (Expr.Apply) each;
      pairs.put(((Expr.Str) pair.args().get(0)).value(), pair.args().get(1));
    }
    return pairs;
  }

  /** The declared record type with these fields; null for the fields of the outputs. */
  private @Nullable RecordType typeWith(Set<String> fields, SourceSpan span) throws ModelException {
    SymbolTable symbols = translator.symbols();
    if (names(symbols.outputs()).equals(new TreeSet<>(fields))) {
      return null;
    }
    List<RecordType> fitting =
        symbols.records().stream()
            .filter(type -> names(type.fields()).equals(new TreeSet<>(fields)))
            .toList();
    if (fitting.size() != 1) {
      throw new ModelException(
          SymbolTable.line(span),
          fitting.isEmpty()
              ? String.format(
                  Locale.ROOT,
                  "a record with the fields %s has no name; define Name == [%s : ...]",
                  String.join(", ", fields),
                  String.join(" : ..., ", fields))
              : String.format(
                  Locale.ROOT,
                  "a record with the fields %s may be %s or %s; give them different fields",
                  String.join(", ", fields),
                  fitting.get(0).name(),
                  fitting.get(1).name()));
    }
    return fitting.get(0);
  }

  private static Set<String> names(List<RecordType.Field> fields) {
    Set<String> names = new TreeSet<>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  private TypedExpr constructor(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Map<String, TypedExpr> values = new LinkedHashMap<>();
    for (Map.Entry<String, Expr> pair : pairs(apply).entrySet()) {
      values.put(pair.getKey(), translator.read(pair.getValue(), scope));
    }
    RecordType type = typeWith(values.keySet(), apply.span());
    List<RecordType.Field> fields = type == null ? translator.symbols().outputs() : type.fields();
    for (RecordType.Field field : fields) {
      translator.require(
          Objects.requireNonNull(values.get(field.name())),
          termOf(field.type()),
          "the field " + field.name());
    }
    if (type == null) {
      return new TypedExpr(
          TypeVariable.of(Type.OUTPUTS),
          apply.span(),
          () -> {
            throw Translator.cannot("a record of outputs other than beside =", apply.span());
          },
          null,
          values);
    }
    return new TypedExpr(
        TypeVariable.of(new Type.RecordOf(type.name())),
        apply.span(),
        () -> {
          List<Expression> built = new ArrayList<>();
          for (RecordType.Field field : fields) {
            built.add(Objects.requireNonNull(values.get(field.name())).build());
          }
          return new Expression.RecordLiteral(type.name(), built);
        });
  }

  /** The term of a field; the event's is a string when actions have parameters. */
  private TypeVariable termOf(Type type) {
    return translator.symbols().parametrized() && type.equals(new Type.EnumType(SymbolTable.EVENT))
        ? TypeVariable.of(Type.STRING)
        : TypeVariable.of(SymbolTable.expressionType(type));
  }

  private TypedExpr select(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    return select(
        translator.read(apply.args().get(0), scope),
        ((Expr.Str) apply.args().get(1)).value(),
        apply.span());
  }

  /** A field of a record or of the outputs. */
  TypedExpr select(TypedExpr record, String name, SourceSpan span) throws ModelException {
    if (record.fields() != null && record.fields().containsKey(name)) {
      return Objects.requireNonNull(record.fields().get(name));
    }
    Type type = record.term().known();
    List<RecordType.Field> fields;
    if (Type.OUTPUTS.equals(type)) {
      fields = translator.symbols().outputs();
    } else if (type instanceof Type.RecordOf named) {
      fields = translator.symbols().record(named.name()).orElseThrow().fields();
    } else {
      throw new ModelException(
          SymbolTable.line(span),
          String.format(
              Locale.ROOT, "the field %s is read from %s", name, record.term().describe()));
    }
    RecordType.Field field =
        fields.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        SymbolTable.line(span),
                        String.format(
                            Locale.ROOT,
                            "no field %s; the fields are %s",
                            name,
                            fields.stream().map(RecordType.Field::name).toList())));
    return new TypedExpr(termOf(field.type()), span, () -> fieldOf(record.build(), field));
  }

  /** A record with another value in one field. */
  TypedExpr with(TypedExpr record, String name, TypedExpr value, SourceSpan span) {
    RecordType type =
        translator
            .symbols()
            .record(((Type.RecordOf) Objects.requireNonNull(record.term().known())).name())
            .orElseThrow();
    return new TypedExpr(
        record.term(),
        span,
        () -> {
          Expression old = record.build();
          List<Expression> built = new ArrayList<>();
          for (RecordType.Field field : type.fields()) {
            built.add(field.name().equals(name) ? value.build() : fieldOf(old, field));
          }
          return new Expression.RecordLiteral(type.name(), built);
        });
  }

  private Expression fieldOf(Expression record, RecordType.Field field) {
    Expression value =
        new Expression.Field(
            record, JavaNames.identifier(field.name()), SymbolTable.expressionType(field.type()));
    return termOf(field.type()).known() == Type.STRING ? new Expression.ValueOf(value) : value;
  }

  /** That the outputs on both sides are the same, field by field. */
  Expression sameOutputs(TypedExpr left, TypedExpr right) throws ModelException {
    List<Expression> all = new ArrayList<>();
    for (RecordType.Field field : translator.symbols().outputs()) {
      all.add(new Expression.Equal(fieldOf(left, field), fieldOf(right, field)));
    }
    return Simplify.and(all);
  }

  private Expression fieldOf(TypedExpr outputs, RecordType.Field field) throws ModelException {
    if (outputs.fields() != null) {
      return Objects.requireNonNull(outputs.fields().get(field.name())).build();
    }
    return fieldOf(outputs.build(), field);
  }

  private TypedExpr setOf(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Map<String, TypedExpr> sets = new LinkedHashMap<>();
    for (Map.Entry<String, Expr> pair : pairs(apply).entrySet()) {
      sets.put(pair.getKey(), translator.read(pair.getValue(), scope));
    }
    RecordType type = typeWith(sets.keySet(), apply.span());
    List<RecordType.Field> fields = type == null ? translator.symbols().outputs() : type.fields();
    TypeVariable element =
        TypeVariable.of(type == null ? Type.OUTPUTS : (Type) new Type.RecordOf(type.name()));
    for (RecordType.Field field : fields) {
      translator.require(
          Objects.requireNonNull(sets.get(field.name())),
          TypeVariable.set(termOf(field.type())),
          "the set of the field " + field.name());
    }
    return TypedExpr.endless(
        TypeVariable.set(element),
        apply.span(),
        "a set of records",
        record -> {
          List<Expression> all = new ArrayList<>();
          for (RecordType.Field field : fields) {
            all.add(
                Objects.requireNonNull(sets.get(field.name())).contains(fieldOf(record, field)));
          }
          return Simplify.and(all);
        });
  }

  /** A named set of records, or of outputs. */
  TypedExpr allOf(String name, SourceSpan span) throws ModelException {
    Expr body = translator.symbols().definition(name).orElseThrow().body();
    TypedExpr set = setOf((Expr.Apply) body, ExpressionScope.of(ExpressionScope.View.CONSTANT));
    return TypedExpr.endless(set.term(), span, name, set::contains);
  }

  /** The set {@code Event}. */
  TypedExpr allEvents(SourceSpan span) throws ModelException {
    if (!translator.symbols().parametrized()) {
      return new TypedExpr(
          TypeVariable.set(TypeVariable.of(new Type.EnumType(SymbolTable.EVENT))),
          span,
          () -> new Expression.AllOf(SymbolTable.EVENT));
    }
    Expression actions =
        new Expression.SetLiteral(
            new Type.SetOf(Type.STRING),
            translator.symbols().events().stream()
                .map(event -> event.action())
                .distinct()
                .map(action -> (Expression) new Expression.StringLiteral(action))
                .toList());
    return new TypedExpr(TypeVariable.set(TypeVariable.of(Type.STRING)), span, () -> actions);
  }
}
