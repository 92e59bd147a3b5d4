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
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The enumerations of a module: the named sets of constants that something is an element of. */
final class Enumerations {

  /** Sets that have a role of their own are what they are, whatever contains them. */
  private static final Set<String> FIXED = Set.of("Outcome", "Effect", SymbolTable.TIMER);

  private final ModuleAst module;
  private final Constants constants;
  private final Map<String, Enumeration> all = new LinkedHashMap<>();
  private final Map<String, List<Element>> elements = new LinkedHashMap<>();

  /** An element of an enumeration as it is written. */
  private record Element(String name, TlaValue value, String doc, SourceSpan span, int order) {}

  Enumerations(ModuleAst module, Constants constants) {
    this.module = module;
    this.constants = constants;
  }

  /** Those met so far that are part of no other, in the order of the module. */
  List<Enumeration> independent() {
    return all.values().stream()
        .filter(each -> whole(each.name()).equals(each.name()))
        .sorted(Comparator.comparing(each -> position(each.name())))
        .toList();
  }

  /** The enumeration that a set of constants belongs to: itself, or the one that contains it. */
  String whole(String name) {
    Enumeration part = all.get(name);
    if (part == null || FIXED.contains(name)) {
      return name;
    }
    Enumeration largest = part;
    for (Enumeration each : all.values()) {
      if (!FIXED.contains(each.name())
          && each.constants().size() > largest.constants().size()
          && values(each).containsAll(values(part))) {
        largest = each;
      }
    }
    return largest.name();
  }

  private static Set<Value> values(Enumeration enumeration) {
    Set<Value> values = new HashSet<>();
    enumeration.constants().forEach(each -> values.add(each.value()));
    return values;
  }

  /**
   * For each operator that is a constant of an enumeration, that constant.
   *
   * @throws ModelException if an operator or a model value belongs to two of them
   */
  Map<String, Expression.EnumConstant> owners() throws ModelException {
    Map<String, Expression.EnumConstant> owners = new LinkedHashMap<>();
    Map<String, Expression.EnumConstant> values = new LinkedHashMap<>();
    for (String enumeration : all.keySet()) {
      for (Element each : elements.getOrDefault(enumeration, List.of())) {
        if (each.value() instanceof TlaValue.Model) {
          own(enumeration, each, values);
        } else if (each.order() != Integer.MAX_VALUE) {
          own(enumeration, each, owners);
        }
      }
    }
    return owners;
  }

  private void own(String enumeration, Element element, Map<String, Expression.EnumConstant> owners)
      throws ModelException {
    Expression.EnumConstant owned =
        new Expression.EnumConstant(whole(enumeration), JavaNames.constant(element.name()));
    Expression.EnumConstant other = owners.putIfAbsent(element.name(), owned);
    if (other != null && !other.equals(owned)) {
      throw new ModelException(
          SymbolTable.line(element.span()),
          String.format(
              Locale.ROOT,
              "%s is an element of %s and of %s; %s can be a constant of one enumeration only: let one of them contain the other",
              element.name(),
              other.enumeration(),
              enumeration,
              element.value() instanceof TlaValue.Model ? "a model value" : "an operator"));
    }
  }

  /** The position of a name in the module; the declared constants come first. */
  int position(String name) {
    for (int i = 0; i < module.constants().size(); i++) {
      if (module.constants().get(i).name().equals(name)) {
        return i - module.constants().size();
      }
    }
    for (int i = 0; i < module.definitions().size(); i++) {
      if (module.definitions().get(i).name().equals(name)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Whether a definition's body lists constants. */
  static boolean isListing(Expr.Apply body) {
    return switch (body.operator()) {
      case "$SetEnumerate", "\\union", "\\cup" -> true;
      default -> false;
    };
  }

  /** The enumeration that a definition is, read once. */
  Enumeration of(Definition definition) throws ModelException {
    Enumeration known = all.get(definition.name());
    if (known != null) {
      return known;
    }
    List<Element> found = new ArrayList<>();
    collect(definition.body(), found);
    return add(definition.name(), definition.comment(), found, SymbolTable.line(definition.span()));
  }

  /** The enumeration that a declared constant is, whose elements the configuration gives. */
  Enumeration of(ModuleAst.Declaration constant, TlaValue.SetOf given) throws ModelException {
    Enumeration known = all.get(constant.name());
    return known != null
        ? known
        : add(
            constant.name(),
            constant.comment(),
            elements(given, constant.span()),
            SymbolTable.line(constant.span()));
  }

  private static List<Element> elements(TlaValue.SetOf given, SourceSpan span) {
    return given.elements().stream()
        .map(each -> new Element(ModelValues.of(each).word(), each, "", span, Integer.MAX_VALUE))
        .toList();
  }

  private Enumeration add(String name, String doc, List<Element> found, SourceLine line)
      throws ModelException {
    boolean coded = found.stream().allMatch(each -> each.value() instanceof TlaValue.Int);
    if (found.isEmpty()
        || (!coded
            && !found.stream().allMatch(each -> each.value() instanceof TlaValue.Str)
            && !found.stream().allMatch(each -> each.value() instanceof TlaValue.Model))) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "the elements of %s must be all integers, all strings or all model values; give each of the others a value of that kind",
              name));
    }
    List<Element> ordered = new ArrayList<>(found);
    ordered.sort(
        coded
            ? Comparator.comparing(each -> ((TlaValue.Int) each.value()).value())
            : Comparator.comparing(Element::order));
    List<Constant> listed = new ArrayList<>();
    for (Element each : ordered) {
      listed.add(
          new Constant(
              JavaNames.constant(each.name()),
              ModelValues.simple(each.value(), SymbolTable.line(each.span()), each.name()),
              each.doc(),
              SymbolTable.line(each.span())));
    }
    Enumeration enumeration = new Enumeration(name, doc, coded, listed, line);
    all.put(name, enumeration);
    elements.put(name, ordered);
    return enumeration;
  }

  private void collect(Expr set, List<Element> found) throws ModelException {
    if (set instanceof Expr.Apply apply) {
      if (apply.operator().equals("$SetEnumerate")) {
        for (Expr each : apply.args()) {
          found.add(element(each));
        }
        return;
      }
      if (isListing(apply)) {
        for (Expr each : apply.args()) {
          collect(each, found);
        }
        return;
      }
      Definition definition = module.definition(apply.operator()).orElse(null);
      if (definition != null && apply.args().isEmpty()) {
        collect(definition.body(), found);
        return;
      }
      if (apply.kind() == Expr.Kind.CONSTANT
          && constants.value(apply) instanceof TlaValue.SetOf given) {
        found.addAll(elements(given, declaration(apply).span()));
        return;
      }
    }
    throw new ModelException(
        SymbolTable.line(set.span()),
        set instanceof Expr.Apply apply && apply.operator().equals("$SetOfRcds")
            ? "a union with records has no Java type; let all records have the same fields, and give those that mean nothing a constant for it"
            : "an enumeration must list its elements: {A, B, ...}");
  }

  private ModuleAst.Declaration declaration(Expr.Apply constant) {
    return module.constants().stream()
        .filter(each -> each.name().equals(constant.operator()))
        .findFirst()
        .orElseThrow();
  }

  private Element element(Expr expression) throws ModelException {
    if (expression instanceof Expr.Str string) {
      return new Element(
          string.value(), new TlaValue.Str(string.value()), "", string.span(), Integer.MAX_VALUE);
    }
    if (expression instanceof Expr.Apply apply && apply.args().isEmpty()) {
      if (apply.kind() == Expr.Kind.CONSTANT) {
        ModuleAst.Declaration constant = declaration(apply);
        return new Element(
            constant.name(),
            constants.value(apply),
            constant.comment(),
            constant.span(),
            Integer.MAX_VALUE);
      }
      @Nullable Definition definition = module.definition(apply.operator()).orElse(null);
      if (definition != null) {
        return new Element(
            definition.name(),
            constants.value(apply),
            definition.comment(),
            definition.span(),
            position(definition.name()));
      }
    }
    throw new ModelException(
        SymbolTable.line(expression.span()),
        "an element of an enumeration must have a name: NAME == 1, and then {NAME}");
  }
}
