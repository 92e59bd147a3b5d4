package io.mooring.room.codegen.mutate;

import io.mooring.room.codegen.mutate.Site.Role;
import io.mooring.room.codegen.tlc.Definition;
import io.mooring.room.codegen.tlc.Expr;
import io.mooring.room.codegen.tlc.TlcException;
import java.util.ArrayList;
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
 */
final class Behaviour {

  private final Modules modules;
  private final Question question;
  private final Levels levels;
  private final Map<Definition, List<Site>> sites = new LinkedHashMap<>();
  private final Set<Definition> initial = new LinkedHashSet<>();
  private final Set<Definition> substituted = new LinkedHashSet<>();
  private final Set<Definition> law = new LinkedHashSet<>();

  private Behaviour(Modules modules, Question question, Levels levels) {
    this.modules = modules;
    this.question = question;
    this.levels = levels;
  }

  static Behaviour of(Modules modules, Question question, Levels levels) throws TlcException {
    Behaviour behaviour = new Behaviour(modules, question, levels);
    for (String name : question.behaviour()) {
      behaviour.enter(behaviour.named(name), name.equals(question.initial()));
    }
    for (String name : question.law()) {
      behaviour.judge(behaviour.named(name));
    }
    for (Expr assumption : modules.root().assumptions()) {
      behaviour.judge(assumption);
    }
    return behaviour;
  }

  private Optional<Definition> named(String name) throws TlcException {
    return modules.definition(question.replacements().getOrDefault(name, name));
  }

  /** The definitions of the behaviour, each with its sites, in the order in which they are met. */
  Map<Definition, List<Site>> sites() {
    return sites;
  }

  /** Whether properties use a definition as something to compare the behaviour with. */
  boolean isLaw(Definition definition) {
    return law.contains(definition);
  }

  private void enter(Optional<Definition> found, boolean asInitial) throws TlcException {
    if (found.isEmpty()) {
      return;
    }
    Definition definition = found.get();
    boolean news = asInitial ? initial.add(definition) : !sites.containsKey(definition);
    if (!news) {
      return;
    }
    List<Site> walked = Walk.of(definition, role(definition), initial.contains(definition), levels);
    sites.put(definition, walked);
    for (Site site : walked) {
      enter(target(site.expression()), site.initial() && site.role() == Role.FORMULA);
      for (Expr part : substitutes(site.expression())) {
        substituted.addAll(target(part).stream().toList());
        enter(target(part), false);
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

  /** Whether a definition stands in for a variable or constant of a module that is instantiated. */
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

  /** The definition that an expression refers to, or the one that stands in for it. */
  Optional<Definition> target(Expr expression) throws TlcException {
    if (expression instanceof Expr.OperatorArgument argument) {
      return modules.find(argument.span().module(), argument.name());
    }
    if (!(expression instanceof Expr.Apply apply)) {
      return Optional.empty();
    }
    boolean named = apply.kind() == Expr.Kind.DEFINED || apply.kind() == Expr.Kind.CONSTANT;
    String replacement = named ? question.replacements().get(apply.operator()) : null;
    return replacement == null ? modules.definition(apply) : modules.definition(replacement);
  }

  private void judge(Optional<Definition> found) throws TlcException {
    if (found.isEmpty()) {
      return;
    }
    Definition definition = found.get();
    boolean doing = definition.level() >= Levels.ACTION && sites.containsKey(definition);
    if (!doing && law.add(definition)) {
      judge(definition.body());
    }
  }

  private void judge(Expr expression) throws TlcException {
    judge(target(expression));
    for (Expr part : substitutes(expression)) {
      judge(target(part));
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
      Optional<Definition> target = target(part);
      if (target.isPresent() && used.contains(target.get())) {
        return true;
      }
    }
    return false;
  }
}
