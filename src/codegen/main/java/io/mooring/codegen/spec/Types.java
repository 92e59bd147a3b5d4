package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Expression;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The enumerations and records of a module: the sets that its variables and outputs are elements
 * of.
 */
final class Types {

  private final ModuleAst module;
  private final Constants constants;
  private final Map<String, Enumeration> enumerations = new LinkedHashMap<>();
  private final Map<String, RecordType> records = new LinkedHashMap<>();
  private final Map<String, Expression.EnumConstant> owners = new LinkedHashMap<>();

  /** An element of an enumeration as it is written. */
  private record Element(String name, TlaValue value, String doc, SourceSpan span, int order) {}

  Types(ModuleAst module, Constants constants) {
    this.module = module;
    this.constants = constants;
  }

  /** The enumerations met so far, in the order of the module. */
  List<Enumeration> enumerations() {
    return enumerations.values().stream()
        .sorted(Comparator.comparing(each -> position(each.name())))
        .toList();
  }

  /** The record types met so far, in the order of the module. */
  List<RecordType> records() {
    return records.values().stream()
        .sorted(Comparator.comparing(each -> position(each.name())))
        .toList();
  }

  /** For each operator that is a constant of an enumeration, that constant. */
  Map<String, Expression.EnumConstant> owners() {
    return owners;
  }

  private int position(String name) {
    for (int i = 0; i < module.definitions().size(); i++) {
      if (module.definitions().get(i).name().equals(name)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The type of the elements of a set: an enumeration, BOOLEAN or a range of integers. */
  Type of(Expr set, String role) throws ModelException {
    if (set instanceof Expr.Apply apply) {
      if (apply.operator().equals("BOOLEAN")) {
        return Type.BOOL;
      }
      if (apply.operator().equals("..")) {
        return new Type.IntRange(
            constants.integer(apply.args().get(0)), constants.integer(apply.args().get(1)));
      }
      Definition definition = module.definition(apply.operator()).orElse(null);
      if (definition != null && definition.body() instanceof Expr.Apply body) {
        if (body.operator().equals("..") || body.operator().equals("BOOLEAN")) {
          return of(body, role);
        }
        if (definition.name().equals(SymbolTable.EVENT)) {
          return new Type.EnumType(SymbolTable.EVENT);
        }
        if (isListing(body)) {
          return new Type.EnumType(enumeration(definition).name());
        }
      }
    }
    throw new ModelException(
        SymbolTable.line(set.span()),
        String.format(
            Locale.ROOT,
            "the type of %s must be the name of an enumeration (Name == {A, B}), BOOLEAN or a..b",
            role));
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

  private static boolean isListing(Expr.Apply body) {
    return switch (body.operator()) {
      case "$SetEnumerate", "\\union", "\\cup" -> true;
      default -> false;
    };
  }

  /** The enumeration that a definition is, read once. */
  Enumeration enumeration(Definition definition) throws ModelException {
    Enumeration known = enumerations.get(definition.name());
    if (known != null) {
      return known;
    }
    List<Element> elements = new ArrayList<>();
    collect(definition.body(), elements);
    SourceLine line = SymbolTable.line(definition.span());
    boolean coded = elements.stream().allMatch(each -> each.value() instanceof TlaValue.Int);
    if (elements.isEmpty()
        || (!coded && !elements.stream().allMatch(each -> each.value() instanceof TlaValue.Str))) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "the elements of %s must be all integers or all strings; give each of the others a value of that kind",
              definition.name()));
    }
    elements.sort(
        coded
            ? Comparator.comparing(each -> ((TlaValue.Int) each.value()).value())
            : Comparator.comparing(Element::order));
    List<Constant> listed = new ArrayList<>();
    for (Element each : elements) {
      listed.add(
          new Constant(
              JavaNames.constant(each.name()),
              ModelValues.of(each.value(), SymbolTable.line(each.span()), each.name()),
              each.doc(),
              SymbolTable.line(each.span())));
    }
    Enumeration enumeration =
        new Enumeration(definition.name(), definition.comment(), coded, listed, line);
    enumerations.put(definition.name(), enumeration);
    for (Element each : elements) {
      own(definition.name(), each);
    }
    return enumeration;
  }

  private void own(String enumeration, Element element) throws ModelException {
    if (element.order() == Integer.MAX_VALUE) {
      return;
    }
    Expression.EnumConstant owned =
        new Expression.EnumConstant(enumeration, JavaNames.constant(element.name()));
    Expression.EnumConstant other = owners.putIfAbsent(element.name(), owned);
    if (other != null && !other.equals(owned)) {
      throw new ModelException(
          SymbolTable.line(element.span()),
          String.format(
              Locale.ROOT,
              "%s is an element of %s and of %s; an operator can be a constant of one enumeration only",
              element.name(),
              other.enumeration(),
              enumeration));
    }
  }

  private void collect(Expr set, List<Element> elements) throws ModelException {
    if (set instanceof Expr.Apply apply) {
      if (apply.operator().equals("$SetEnumerate")) {
        for (Expr each : apply.args()) {
          elements.add(element(each));
        }
        return;
      }
      if (isListing(apply)) {
        for (Expr each : apply.args()) {
          collect(each, elements);
        }
        return;
      }
      Definition definition = module.definition(apply.operator()).orElse(null);
      if (definition != null && apply.args().isEmpty()) {
        collect(definition.body(), elements);
        return;
      }
    }
    throw new ModelException(
        SymbolTable.line(set.span()), "an enumeration must list its elements: {A, B, ...}");
  }

  private Element element(Expr expression) throws ModelException {
    if (expression instanceof Expr.Str string) {
      return new Element(
          string.value(), new TlaValue.Str(string.value()), "", string.span(), Integer.MAX_VALUE);
    }
    @Nullable Definition definition =
        expression instanceof Expr.Apply apply && apply.args().isEmpty()
            ? module.definition(apply.operator()).orElse(null)
            : null;
    if (definition == null) {
      throw new ModelException(
          SymbolTable.line(expression.span()),
          "an element of an enumeration must have a name: NAME == 1, and then {NAME}");
    }
    return new Element(
        definition.name(),
        constants.value(definition.body()),
        definition.comment(),
        definition.span(),
        position(definition.name()));
  }
}
