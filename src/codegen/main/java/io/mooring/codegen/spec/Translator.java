package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Moment;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Reads expressions of a module in their scope: names here, operators by {@link Logic}, {@link
 * SetExpressions} and {@link Binders}.
 */
final class Translator {

  /** The name of the old value within an EXCEPT. */
  static final String AT = "@";

  private final SymbolTable symbols;
  private final Helpers helpers;
  private final CheckerOrder order;
  private final SetOrigins origins = new SetOrigins();
  private final Deque<ExpressionScope.Local> openLocals = new ArrayDeque<>();
  private final Logic logic;
  private final SetExpressions collections;
  private final RecordExpressions records;
  private final Binders binders;

  /**
   * A translator of one property.
   *
   * @param order the order in which TLC tries the elements of a set
   */
  Translator(SymbolTable symbols, Helpers helpers, CheckerOrder order) {
    this.symbols = symbols;
    this.order = order;
    this.helpers = helpers;
    this.logic = new Logic(this);
    this.collections = new SetExpressions(this);
    this.records = new RecordExpressions(this);
    this.binders = new Binders(this);
  }

  SymbolTable symbols() {
    return symbols;
  }

  CheckerOrder order() {
    return order;
  }

  /** What the values of this property are made of. */
  SetOrigins origins() {
    return origins;
  }

  /** Reads a use of a definition that is a method of its own in Java. */
  TypedExpr call(Definition definition, Expr.Apply use, ExpressionScope scope)
      throws ModelException {
    return helpers.call(this, definition, use, scope);
  }

  RecordExpressions records() {
    return records;
  }

  /** Reads an expression. */
  TypedExpr read(Expr expression, ExpressionScope scope) throws ModelException {
    origins.begin();
    return origins.end(expression, readAny(expression, scope));
  }

  private TypedExpr readAny(Expr expression, ExpressionScope scope) throws ModelException {
    if (expression instanceof Expr.Num number) {
      return literal(TypeVariable.number(), new TlaValue.Int(number.value()), number.span());
    }
    if (expression instanceof Expr.Str string) {
      return literal(TypeVariable.text(), new TlaValue.Str(string.value()), string.span());
    }
    if (expression instanceof Expr.Let let) {
      return read(let.body(), scope.with(let.definitions()));
    }
    if (expression instanceof Expr.Quantified quantified) {
      return binders.read(quantified, scope);
    }
    if (expression instanceof Expr.Apply apply) {
      return read(apply, scope);
    }
    if (expression instanceof Expr.Unsupported unsupported) {
      throw cannot(unsupported.construct(), unsupported.span());
    }
    if (expression instanceof Expr.Instantiated) {
      throw cannot("INSTANCE ... WITH", expression.span());
    }
    if (expression instanceof Expr.At
        && scope.meanings().get(AT) instanceof ExpressionScope.Bound old) {
      return old.draft();
    }
    throw cannot("an operator as a value", expression.span());
  }

  /** Reads a condition. */
  TypedExpr condition(Expr expression, ExpressionScope scope) throws ModelException {
    TypedExpr draft = read(expression, scope);
    require(draft, TypeVariable.of(Type.BOOL), "a condition");
    return draft;
  }

  private TypedExpr read(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    ExpressionScope.Meaning meaning = scope.meanings().get(apply.operator());
    if (meaning != null && apply.kind() != Expr.Kind.BUILTIN) {
      return bound(apply, meaning, scope);
    }
    return switch (apply.kind()) {
      case VARIABLE -> variable(apply, scope);
      case CONSTANT -> declaredConstant(apply, scope);
      case PARAMETER -> throw cannot("the name " + apply.operator(), apply.span());
      case DEFINED -> defined(apply, scope);
      case BUILTIN -> builtin(apply, scope);
    };
  }

  private TypedExpr bound(Expr.Apply apply, ExpressionScope.Meaning meaning, ExpressionScope scope)
      throws ModelException {
    if (meaning instanceof ExpressionScope.Local local) {
      if (openLocals.contains(local)) {
        throw new ModelException(
            SymbolTable.line(apply.span()),
            apply.operator()
                + " uses itself inside of a LET, which cannot be translated to Java; define it outside");
      }
      openLocals.push(local);
      try {
        return inline(local.definition(), apply.args(), scope, local.scope().lookingLike(scope));
      } finally {
        openLocals.pop();
      }
    }
    if (!apply.args().isEmpty()) {
      throw cannot("an operator as a parameter", apply.span());
    }
    if (meaning instanceof ExpressionScope.Passed passed) {
      return read(passed.argument(), passed.scope().lookingLike(scope));
    }
    if (meaning instanceof ExpressionScope.Parameter parameter) {
      if (scope.primed()) {
        throw cannot("a prime on the parameter " + apply.operator(), apply.span());
      }
      return parameter.draft();
    }
    return ((ExpressionScope.Bound) meaning).draft();
  }

  /** Reads a definition's body with its arguments put in. */
  TypedExpr inline(
      Definition definition, List<Expr> arguments, ExpressionScope scope, ExpressionScope home)
      throws ModelException {
    ExpressionScope inner = home;
    for (int i = 0; i < arguments.size(); i++) {
      inner =
          inner.with(
              definition.parameters().get(i), new ExpressionScope.Passed(arguments.get(i), scope));
    }
    return read(definition.body(), inner);
  }

  private TypedExpr variable(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    Moment moment = scope.moment();
    if (moment == null) {
      throw cannot(
          scope.primed() ? "a prime outside of an action" : "a variable in a constant",
          apply.span());
    }
    if (apply.operator().equals(SymbolTable.OUT)) {
      return new TypedExpr(
          TypeVariable.of(Type.OUTPUTS), apply.span(), () -> new Expression.OutputsAt(moment));
    }
    Variable variable =
        symbols
            .variable(apply.operator())
            .orElseThrow(() -> cannot("the variable " + apply.operator(), apply.span()));
    Type type = SymbolTable.expressionType(variable.type());
    return new TypedExpr(
        TypeVariable.of(type),
        apply.span(),
        () -> new Expression.VariableAt(variable.javaName(), moment, type));
  }

  private TypedExpr declaredConstant(Expr.Apply apply, ExpressionScope scope)
      throws ModelException {
    if (symbols.configuration().replacements().containsKey(apply.operator())) {
      return defined(apply, scope);
    }
    if (symbols.enumeration(apply.operator()).isPresent()) {
      return new TypedExpr(
          TypeVariable.set(TypeVariable.of(new Type.EnumType(apply.operator()))),
          apply.span(),
          () -> new Expression.AllOf(apply.operator()));
    }
    TlaValue value = symbols.configuration().constants().get(apply.operator());
    if (value == null) {
      throw new ModelException(
          SymbolTable.line(apply.span()),
          "the constant " + apply.operator() + " has no value in the configuration");
    }
    return value(value, apply.span());
  }

  private TypedExpr value(TlaValue value, SourceSpan span) throws ModelException {
    if (value instanceof TlaValue.Bool bool) {
      return bool(bool.value(), span);
    }
    if (value instanceof TlaValue.Int) {
      return literal(TypeVariable.number(), value, span);
    }
    if (value instanceof TlaValue.Str) {
      return literal(TypeVariable.text(), value, span);
    }
    if (value instanceof TlaValue.SetOf set) {
      List<TypedExpr> elements = new ArrayList<>();
      for (TlaValue element : set.elements()) {
        elements.add(value(element, span));
      }
      return collections.setOf(elements, span);
    }
    if (value instanceof TlaValue.Model model) {
      Expression.EnumConstant constant =
          symbols
              .modelValue(model)
              .orElseThrow(
                  () ->
                      new ModelException(
                          SymbolTable.line(span),
                          "the model value "
                              + value
                              + " is in no set that a variable or parameter is an element of; define such a set"));
      return new TypedExpr(TypeVariable.of(constant.type()), span, () -> constant);
    }
    throw cannot("the value " + value, span);
  }

  TypedExpr bool(boolean value, SourceSpan span) {
    return new TypedExpr(TypeVariable.of(Type.BOOL), span, () -> new Expression.BoolLiteral(value));
  }

  private TypedExpr literal(TypeVariable term, TlaValue value, SourceSpan span) {
    return new TypedExpr(term, span, () -> literalOf(type(term), value, span));
  }

  private Expression literalOf(Type type, TlaValue value, SourceSpan span) throws ModelException {
    if (type instanceof Type.EnumType named) {
      return symbols.constant(named, value, SymbolTable.line(span));
    }
    return value instanceof TlaValue.Int number
        ? new Expression.IntLiteral(number.value())
        : new Expression.StringLiteral(((TlaValue.Str) value).value());
  }

  private TypedExpr defined(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    String name =
        symbols.configuration().replacements().getOrDefault(apply.operator(), apply.operator());
    Expression.EnumConstant constant = symbols.constants().get(name);
    if (constant != null) {
      return new TypedExpr(TypeVariable.of(constant.type()), apply.span(), () -> constant);
    }
    TlaValue given = symbols.configuration().constants().get(name);
    if (given != null) {
      return value(given, apply.span());
    }
    if (symbols.enumeration(name).isPresent()) {
      return new TypedExpr(
          TypeVariable.set(TypeVariable.of(new Type.EnumType(name))),
          apply.span(),
          () -> new Expression.AllOf(name));
    }
    if (name.equals(SymbolTable.EVENT)) {
      return records.allEvents(apply.span());
    }
    if (symbols.record(name).isPresent() || name.equals(symbols.outputName())) {
      return records.allOf(name, apply.span());
    }
    Definition definition = symbols.definition(name).orElse(null);
    if (definition == null) {
      return collections.standard(apply, scope);
    }
    return helpers.call(this, definition, apply, scope);
  }

  private TypedExpr builtin(Expr.Apply apply, ExpressionScope scope) throws ModelException {
    TypedExpr draft = logic.read(apply, scope);
    if (draft == null) {
      draft = records.read(apply, scope);
    }
    if (draft == null) {
      draft = collections.read(apply, scope);
    }
    if (draft == null) {
      throw cannot(Constructs.name(apply.operator()), apply.span());
    }
    return draft;
  }

  /** Makes two types one, or says that they differ. */
  void same(TypedExpr left, TypedExpr right, SourceSpan where) throws ModelException {
    String leftWords = left.term().describe();
    String rightWords = right.term().describe();
    if (!unify(left.term(), right.term())) {
      throw new ModelException(
          SymbolTable.line(where),
          String.format(
              Locale.ROOT, "%s meets %s: both sides must be of one kind", leftWords, rightWords));
    }
  }

  boolean unify(TypeVariable left, TypeVariable right) {
    return TypeVariable.unify(left, right, symbols::coded);
  }

  /** Makes a draft's type a given one, or says what was expected. */
  void require(TypedExpr draft, TypeVariable expected, String role) throws ModelException {
    String found = draft.term().describe();
    if (!unify(draft.term(), expected)) {
      throw new ModelException(
          SymbolTable.line(draft.span()),
          String.format(Locale.ROOT, "%s stands where %s must stand", found, role));
    }
  }

  /** Whether a function over this set is a sequence: the set is {@code 1..n}. */
  boolean isSequenceDomain(Expr domain) throws ModelException {
    return (domain instanceof Expr.Apply apply && apply.operator().equals("DOMAIN"))
        || new Constants(symbols.module(), symbols.configuration()).beginsAtOne(domain);
  }

  /** The type of a term, final from now on. */
  Type type(TypeVariable term) {
    return term.settle(symbols::coded);
  }

  static ModelException cannot(String construct, SourceSpan span) {
    return new ModelException(SymbolTable.line(span), construct + " cannot be translated to Java");
  }

  /**
   * The refusal of a construct.
   *
   * @param reason why, and what to write instead
   */
  static ModelException cannot(String construct, SourceSpan span, String reason) {
    return new ModelException(
        SymbolTable.line(span), construct + " cannot be translated to Java: " + reason);
  }
}
