package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which definitions a specification's behaviour is made of, and which of them its properties use.
 *
 * <p>A property that speaks of an action, as {@code ENABLED A} does, speaks of what the
 * specification does; only states and values that it uses are law.
 *
 * <p>Of several configurations it is all that one of them reaches, and the law of one is law for
 * all: a mutant is then the same in each.
 */
final class Behaviour {

  private final Modules modules;
  private final List<ConfigEntries> questions;
  private final Levels levels;
  private final Map<Definition, List<Site>> sites = new LinkedHashMap<>();
  private final Set<Definition> initial = new LinkedHashSet<>();
  private final Set<Definition> substituted = new LinkedHashSet<>();
  private final Set<Definition> law = new LinkedHashSet<>();

  private Behaviour(Modules modules, List<ConfigEntries> questions, Levels levels) {
    this.modules = modules;
    this.questions = questions;
    this.levels = levels;
  }

  static Behaviour of(Modules modules, List<ConfigEntries> questions, Levels levels)
      throws TlcException {
    Behaviour behaviour = new Behaviour(modules, questions, levels);
    for (ConfigEntries question : questions) {
      for (String name : question.behaviour()) {
        behaviour.enter(behaviour.named(name, question), name.equals(question.initial()));
      }
    }
    for (ConfigEntries question : questions) {
      for (String name : question.law()) {
        behaviour.judge(behaviour.named(name, question));
      }
    }
    for (Expr assumption : modules.root().assumptions()) {
      behaviour.judge(assumption);
    }
    return behaviour;
  }

  private List<Definition> named(String name, ConfigEntries question) throws TlcException {
    return modules
        .definition(question.replacements().getOrDefault(name, name))
        .map(List::of)
        .orElse(List.of());
  }

  /** The definitions of the behaviour, each with its sites, in the order in which they are met. */
  Map<Definition, List<Site>> sites() {
    return sites;
  }

  /** Whether properties use a definition as something to compare the behaviour with. */
  boolean isLaw(Definition definition) {
    return law.contains(definition);
  }

  private void enter(List<Definition> found, boolean asInitial) throws TlcException {
    for (Definition definition : found) {
      enter(definition, asInitial);
    }
  }

  private void enter(Definition definition, boolean asInitial) throws TlcException {
    boolean news = asInitial ? initial.add(definition) : !sites.containsKey(definition);
    if (!news) {
      return;
    }
    List<Site> walked =
        SiteVisitor.of(definition, role(definition), initial.contains(definition), levels);
    sites.put(definition, walked);
    for (Site site : walked) {
      enter(targets(site.expression()), site.initial() && site.role() == Role.FORMULA);
      for (Expr part : substitutes(site.expression())) {
        substituted.addAll(targets(part));
        enter(targets(part), false);
      }
    }
  }

  private List<Expr> substitutes(Expr expression) throws TlcException {
    List<Expr> all = new ArrayList<>();
    if (expression instanceof Expr.Apply apply) {
      modules.substitutes(apply).forEach(each -> all.addAll(References.all(each)));
    }
    return all;
  }

  /** Whether a definition substitutes a variable or constant of an instantiated module. */
  boolean isSubstituted(Definition definition) {
    return substituted.contains(definition);
  }

  private Role role(Definition definition) {
    if (definition.level() >= Levels.TEMPORAL) {
      return Role.TEMPORAL;
    }
    return definition.level() == Levels.ACTION || initial.contains(definition)
        ? Role.FORMULA
        : Role.VALUE;
  }

  /** The definition that an expression refers to, or those that stand in for it. */
  List<Definition> targets(Expr expression) throws TlcException {
    if (expression instanceof Expr.OperatorArgument argument) {
      return modules.find(argument.span().module(), argument.name()).stream().toList();
    }
    if (!(expression instanceof Expr.Apply apply)) {
      return List.of();
    }
    boolean named = apply.kind() == Expr.Kind.DEFINED || apply.kind() == Expr.Kind.CONSTANT;
    Set<Definition> targets = new LinkedHashSet<>();
    for (ConfigEntries question : questions) {
      String replacement = named ? question.replacements().get(apply.operator()) : null;
      Optional<Definition> target =
          replacement == null ? modules.definition(apply) : modules.definition(replacement);
      target.ifPresent(targets::add);
    }
    return List.copyOf(targets);
  }

  private void judge(List<Definition> found) throws TlcException {
    for (Definition definition : found) {
      boolean doing = definition.level() >= Levels.ACTION && sites.containsKey(definition);
      if (!doing && law.add(definition)) {
        judge(definition.body());
      }
    }
  }

  private void judge(Expr expression) throws TlcException {
    judge(targets(expression));
    for (Expr part : substitutes(expression)) {
      judge(targets(part));
    }
    for (Expr child : References.children(expression)) {
      judge(child);
    }
  }

  /** The shared definitions through which a shared one reaches the behaviour, itself included. */
  List<Definition> sharedUsers(Definition definition) throws TlcException {
    Set<Definition> users = new LinkedHashSet<>(Set.of(definition));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Definition each : sites.keySet()) {
        if (isLaw(each) && !users.contains(each) && uses(each, users)) {
          grown = users.add(each);
        }
      }
    }
    return new ArrayList<>(users);
  }

  boolean uses(Definition user, Set<Definition> used) throws TlcException {
    for (Expr part : References.all(user.body())) {
      if (!Collections.disjoint(used, targets(part))) {
        return true;
      }
    }
    return false;
  }
}
