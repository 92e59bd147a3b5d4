package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.ConfigStatements;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;

/** Whether a module has what a configuration names. */
final class ConfigNames {

  private static final Set<String> BUILT_IN = Set.of("TRUE", "FALSE", "BOOLEAN", "STRING");

  private final RunRequest place;
  private final ModuleNode module;
  private final ConfigStatements statements;
  private final Set<String> problems = new LinkedHashSet<>();

  ConfigNames(RunRequest place, ModuleNode module, ConfigStatements statements) {
    this.place = place;
    this.module = module;
    this.statements = statements;
  }

  /** Refuses a configuration that names what is not there, or leaves out what must be said. */
  void refuse() throws TlcException {
    statements.names().forEach(this::look);
    statements.values().forEach(this::look);
    valueless();
    behaviour();
    report();
  }

  /** The same for the few names that TLC looks up late, or never. */
  void refuseLate() throws TlcException {
    statements.names().stream()
        .filter(
            name ->
                Set.of("SYMMETRY", "VIEW", "ALIAS", "POSTCONDITION", "POSTCONDITIONS")
                    .contains(name.keyword()))
        .forEach(this::look);
    report();
  }

  private void report() throws TlcException {
    if (!problems.isEmpty()) {
      throw new TlcException(String.join("\n", problems));
    }
  }

  private void look(ConfigStatements.Name name) {
    if (BUILT_IN.contains(name.name())) {
      return;
    }
    OpDefNode definition = module.getOpDef(name.name());
    if (definition == null) {
      problem(
          name.line(),
          String.format(
              Locale.ROOT,
              "%s %s: %s%s",
              name.keyword(),
              name.name(),
              absent(name.name()),
              near(name.name(), plain())));
    } else if (definition.getArity() > 0) {
      problem(
          name.line(),
          String.format(
              Locale.ROOT,
              "%s %s: it has parameters; define a name without and write that",
              name.keyword(),
              name.name()));
    }
  }

  private void look(ConfigStatements.Value value) {
    Set<String> constants = declared(module.getConstantDecls());
    if (!value.local()
        && !constants.contains(value.name())
        && module.getOpDef(value.name()) == null) {
      problem(
          value.line(),
          String.format(
              Locale.ROOT,
              "%s: the module has no constant and no definition of this name%s",
              value.name(),
              near(value.name(), constants)));
    }
    String definition = value.definition();
    if (definition != null
        && !BUILT_IN.contains(definition)
        && module.getOpDef(definition) == null
        && !constants.contains(definition)) {
      problem(
          value.line(),
          String.format(
              Locale.ROOT,
              "%s <- %s: %s%s",
              value.name(),
              definition,
              absent(definition),
              near(definition, all())));
    }
  }

  private String absent(String name) {
    return declared(module.getVariableDecls()).contains(name)
        ? "it is a variable, and a definition is wanted"
        : declared(module.getConstantDecls()).contains(name)
            ? "it is a constant, and a definition is wanted"
            : "the module defines no " + name;
  }

  private void valueless() {
    for (OpDeclNode constant : module.getConstantDecls()) {
      String name = constant.getName().toString();
      if (statements.values().stream().noneMatch(value -> value.name().equals(name))) {
        problems.add(
            String.format(
                Locale.ROOT,
                "%s: gives no value to the constant %s (%s); write %s under CONSTANTS",
                place.userConfig(),
                name,
                Spans.of(constant).line(),
                constant.getArity() > 0
                    ? name + " <- the name of an operator"
                    : String.format(
                        Locale.ROOT,
                        "%s = a value, or %s <- the name of a definition",
                        name,
                        name)));
      }
    }
  }

  private void behaviour() {
    Set<String> given = new TreeSet<>();
    statements.names().forEach(name -> given.add(name.keyword()));
    boolean parts = given.contains("INIT") || given.contains("NEXT");
    if (given.contains("SPECIFICATION") && parts) {
      problems.add(place.userConfig() + ": SPECIFICATION excludes INIT and NEXT; leave one out");
    } else if (given.contains("INIT") != given.contains("NEXT")) {
      String missing = given.contains("INIT") ? "NEXT" : "INIT";
      problems.add(String.format(Locale.ROOT, "%s: names no %s", place.userConfig(), missing));
    } else if (!given.contains("SPECIFICATION") && !parts && needsBehaviour(given)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s: names no SPECIFICATION, and no INIT and NEXT, so there is no behaviour to check",
              place.userConfig()));
    }
  }

  /** An empty configuration is one for a module of assumptions, which has no variables. */
  private boolean needsBehaviour(Set<String> given) {
    return !given.isEmpty() || module.getVariableDecls().length > 0;
  }

  private static String near(String name, Set<String> names) {
    return Nearest.question(name, names);
  }

  private Set<String> plain() {
    Set<String> names = new TreeSet<>();
    for (OpDefNode definition : module.getOpDefs()) {
      if (definition.getArity() == 0 && isOwn(definition)) {
        names.add(definition.getName().toString());
      }
    }
    return names;
  }

  private Set<String> all() {
    Set<String> names = new TreeSet<>();
    for (OpDefNode definition : module.getOpDefs()) {
      if (isOwn(definition)) {
        names.add(definition.getName().toString());
      }
    }
    return names;
  }

  private static boolean isOwn(OpDefNode definition) {
    ModuleNode home = definition.getOriginallyDefinedInModuleNode();
    return home != null && !home.isStandard();
  }

  private static Set<String> declared(OpDeclNode[] declarations) {
    List<String> names = new ArrayList<>();
    for (OpDeclNode declaration : declarations) {
      names.add(declaration.getName().toString());
    }
    return new TreeSet<>(names);
  }

  private void problem(int line, String what) {
    problems.add(String.format(Locale.ROOT, "%s:%d: %s", place.userConfig(), line, what));
  }
}
