package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A second copy of a definition that behaviour and properties share: the behaviour gets the changed
 * copy, and the properties keep the original, so that a change of what is done does not change what
 * is demanded.
 */
final class DefinitionCopy {

  private static final Pattern NAME = Pattern.compile("\\w*[A-Za-z]\\w*");
  private static final String SUFFIX = "_Mutant";

  private final Modules modules;
  private final List<Definition> shared;
  private final Map<String, List<Edit>> references = new LinkedHashMap<>();

  private DefinitionCopy(Modules modules, List<Definition> shared) {
    this.modules = modules;
    this.shared = shared;
  }

  /** The fork of a shared definition; empty if its text does not allow one. */
  static Optional<DefinitionCopy> of(Definition definition, Behaviour behaviour, Modules modules)
      throws TlcException {
    DefinitionCopy fork = new DefinitionCopy(modules, behaviour.sharedUsers(definition));
    Set<Definition> changed = new LinkedHashSet<>(fork.shared);
    for (Definition each : fork.shared) {
      boolean simple =
          NAME.matcher(each.name()).matches()
              && !each.local()
              && !behaviour.isSubstituted(each)
              && !behaviour.uses(each, Set.of(each));
      if (!simple) {
        return Optional.empty();
      }
    }
    for (Definition user : behaviour.sites().keySet()) {
      for (Expr part : References.all(user.body())) {
        boolean concerned = !Collections.disjoint(changed, behaviour.targets(part));
        if (concerned && !fork.rename(part, user)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(fork);
  }

  /** Notes that a reference must be to the copy; says whether the text allows that. */
  private boolean rename(Expr part, Definition user) throws TlcException {
    SourceSpan span = part.span();
    String name =
        part instanceof Expr.Apply apply ? apply.operator() : ((Expr.OperatorArgument) part).name();
    SourceText text = modules.text(span.module());
    int begin = text.begin(span);
    if (!span.module().equals(user.definedIn()) || !text.slice(span).startsWith(name)) {
      return false;
    }
    int end = begin + name.length();
    references
        .computeIfAbsent(span.module(), key -> new ArrayList<>())
        .add(new Edit(end, end, SUFFIX));
    return true;
  }

  /** The edits of a mutant whose changes of the shared definition are given. */
  Map<String, List<Edit>> apply(String module, List<Edit> mutation) throws TlcException {
    Map<String, List<Edit>> all = new LinkedHashMap<>();
    references.forEach((each, edits) -> all.put(each, new ArrayList<>(edits)));
    all.computeIfAbsent(module, key -> new ArrayList<>());
    for (Definition each : shared) {
      SourceText text = modules.text(each.definedIn());
      int begin = text.begin(each.span());
      int end = text.end(each.span());
      List<Edit> edits = all.computeIfAbsent(each.definedIn(), key -> new ArrayList<>());
      List<Edit> inside = new ArrayList<>();
      for (Edit edit : List.copyOf(edits)) {
        if (edit.begin() >= begin && edit.end() <= end) {
          edits.remove(edit);
          inside.add(edit);
        }
      }
      if (each.equals(shared.get(0))) {
        inside.addAll(mutation);
      }
      int name = begin + each.name().length();
      inside.add(new Edit(name, name, SUFFIX));
      int column = begin - text.beginOfLine(text.line(begin));
      edits.add(new Edit(end, end, "\n" + " ".repeat(column) + text.apply(inside, begin, end)));
    }
    return all;
  }
}
