package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.Vect;

/** Finds the {@link Antecedent}s of everything that a configuration checks. */
final class Antecedents {

  private static final int STATE = 1;

  private final FastTool tool;
  private final ModuleFinder finder;
  private final List<Antecedent> found = new ArrayList<>();
  private String property = "";

  /** How many conjunctions of several conjuncts the walk is in. */
  private int conjunctions;

  Antecedents(Specification specification) {
    this.tool = specification.tool();
    this.finder = specification.finder();
  }

  List<Antecedent> all() {
    Set<String> names = new LinkedHashSet<>();
    addAll(names, tool.getModelConfig().getInvariants());
    addAll(names, tool.getModelConfig().getProperties());
    for (String name : names) {
      OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
      if (definition != null
          && tool.lookup(definition, Context.Empty, false) instanceof OpDefNode meaning) {
        property = name;
        walk(meaning.getBody(), List.of(), false);
      }
    }
    return found;
  }

  private static void addAll(Set<String> names, Vect<?> more) {
    for (int i = 0; i < more.size(); i++) {
      names.add(String.valueOf(more.elementAt(i)));
    }
  }

  /** Walks what must hold; {@code step} says whether the place speaks of steps. */
  private void walk(SemanticNode node, List<Antecedent.Part> path, boolean step) {
    if (node instanceof LabelNode label) {
      walk(label.getBody(), path, step);
    } else if (node instanceof LetInNode let) {
      walk(let.getBody(), path, step);
    } else if (node instanceof OpApplNode application) {
      apply(application, path, step);
    }
  }

  private void apply(OpApplNode node, List<Antecedent.Part> path, boolean step) {
    ExprOrOpArgNode[] args = node.getArgs();
    switch (BuiltInOPs.getOpCode(node.getOperator().getName())) {
      case ToolGlobals.OPCODE_box -> walk(args[0], path, step);
      case ToolGlobals.OPCODE_sa ->
          walk(args[0], plus(path, new Antecedent.Part.Change(args[1])), true);
      case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> {
        int more = args.length > 1 ? 1 : 0;
        conjunctions += more;
        for (ExprOrOpArgNode each : args) {
          walk(each, path, step);
        }
        conjunctions -= more;
      }
      case ToolGlobals.OPCODE_bf -> forAll(node, path, step);
      case ToolGlobals.OPCODE_implies -> {
        List<Antecedent.Part> guarded = plus(path, new Antecedent.Part.Truth(args[0], true));
        add(args[0], guarded, step, leftSide(args[0], "=>", "true"));
        walk(args[1], guarded, step);
      }
      case ToolGlobals.OPCODE_leadto ->
          add(
              args[0],
              plus(path, new Antecedent.Part.Truth(args[0], true)),
              step,
              leftSide(args[0], "~>", "true"));
      case ToolGlobals.OPCODE_equiv -> {
        add(
            args[0],
            plus(path, new Antecedent.Part.Truth(args[0], true)),
            step,
            leftSide(args[0], "<=>", "true"));
        add(
            args[0],
            plus(path, new Antecedent.Part.Truth(args[0], false)),
            step,
            leftSide(args[0], "<=>", "false"));
      }
      case 0 -> {
        if (tool.lookup(node.getOperator(), Context.Empty, false) instanceof OpDefNode callee
            && !callee.getInRecursive()) {
          walk(callee.getBody(), plus(path, new Antecedent.Part.Call(callee, node)), step);
        }
      }
      default -> {
        // Any other formula speaks of every state or step.
      }
    }
  }

  private void forAll(OpApplNode node, List<Antecedent.Part> path, boolean step) {
    List<Antecedent.Part> inner = plus(path, new Antecedent.Part.Some(node));
    int before = found.size();
    walk(node.getArgs()[0], inner, step);
    boolean constant = true;
    for (ExprNode bound : node.getBdedQuantBounds()) {
      constant &= bound.getLevel() == 0;
    }
    if (found.size() == before && !constant) {
      add(node, inner, step, "this \\A ranges over nothing, ever: " + Quoted.of(finder, node));
    }
  }

  private String leftSide(SemanticNode side, String operator, String truth) {
    return String.format(
        Locale.ROOT,
        "nothing makes the left side of this %s %s: %s",
        operator,
        truth,
        Quoted.of(finder, side));
  }

  private void add(SemanticNode node, List<Antecedent.Part> path, boolean step, String complaint) {
    int level = node instanceof LevelNode leveled ? leveled.getLevel() : 3;
    if (level <= (step ? 2 : STATE)) {
      SourceSpan span = Spans.of(node);
      found.add(
          new Antecedent(
              tool,
              property,
              path,
              step,
              span,
              span.line() + ": " + subject(path) + " is vacuous: " + complaint));
    }
  }

  /** The property, or the part of it that is meant, if it has others. */
  private String subject(List<Antecedent.Part> path) {
    String inside = property;
    for (Antecedent.Part part : path) {
      if (part instanceof Antecedent.Part.Call call) {
        inside = call.callee().getName().toString();
      }
    }
    if (conjunctions == 0) {
      return property;
    }
    return "a part of " + property + (inside.equals(property) ? "" : ", in " + inside + ",");
  }

  private static List<Antecedent.Part> plus(List<Antecedent.Part> path, Antecedent.Part part) {
    List<Antecedent.Part> longer = new ArrayList<>(path);
    longer.add(part);
    return List.copyOf(longer);
  }
}
