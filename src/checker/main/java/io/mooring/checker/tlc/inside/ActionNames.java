package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.EvalControl;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;

/**
 * Gives every action of TLC's the name of the definition that a reader of the specification would
 * use.
 *
 * <p>TLC splits the next-state relation at every disjunction and bounded {@code \E}, through
 * definitions, and names each part after the <em>innermost</em> definition around it: {@code
 * MediaLost == Step("MediaLost", ...)} becomes an action {@code Step}. This walk makes the same
 * splits in the same order, and keeps the <em>outermost</em> definition that is not merely a
 * disjunction of other actions.
 */
final class ActionNames {

  private final FastTool tool;
  private final List<NamedAction> named = new ArrayList<>();
  private final Action[] actions;

  /** How many of TLC's actions are left out: those of a quantifier over an empty set. */
  private int empty;

  ActionNames(FastTool tool) {
    this.tool = tool;
    this.actions = tool.getActions();
  }

  /**
   * The name that encloses a place, with its parameters; no name yet in the next-state relation.
   */
  private record Name(
      @Nullable String text, List<TlaValue> arguments, SortedMap<String, TlaValue> parameters) {
    static final Name NONE = new Name(null, List.of(), new TreeMap<>());
  }

  List<NamedAction> all() throws TlcException {
    Action next = tool.getNextStateSpec();
    if (next != null) {
      walk(relation(next), next.con, Name.NONE);
    }
    if (named.size() + empty != actions.length) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "The next-state relation was split into %d actions where TLC has %d; please report it",
              named.size(),
              actions.length));
    }
    return Collections.unmodifiableList(named);
  }

  /** The body of the next-state relation, whose own name is no action's. */
  private SemanticNode relation(Action next) {
    if (next.pred instanceof OpApplNode name
        && name.getArgs().length == 0
        && BuiltInOPs.getOpCode(name.getOperator().getName()) == 0
        && tool.lookup(name.getOperator(), next.con, false) instanceof OpDefNode definition) {
      return definition.getBody();
    }
    return next.pred;
  }

  private void walk(SemanticNode node, Context context, Name name) throws TlcException {
    if (node instanceof OpApplNode application) {
      apply(application, context, name);
    } else if (node instanceof LetInNode let) {
      walk(let.getBody(), context, name);
    } else if (node instanceof LabelNode label) {
      walk(label.getBody(), context, name);
    } else if (node instanceof SubstInNode instance && instance.getSubsts().length == 0) {
      walk(instance.getBody(), context, name);
    } else {
      leaf(node, name);
    }
  }

  private void apply(OpApplNode node, Context context, Name name) throws TlcException {
    SymbolNode operator = node.getOperator();
    int opcode = BuiltInOPs.getOpCode(operator.getName());
    if (opcode == 0
        && tool.lookup(operator, context, false) instanceof OpDefNode definition
        && BuiltInOPs.getOpCode(definition.getName()) == 0
        && isConstant(node.getArgs())) {
      Context inner = context;
      List<TlaValue> arguments = new ArrayList<>();
      SortedMap<String, TlaValue> parameters = new TreeMap<>();
      FormalParamNode[] formals = definition.getParams();
      try {
        for (int i = 0; i < formals.length; i++) {
          IValue value = tool.eval(node.getArgs()[i], context, TLCState.Empty);
          inner = inner.cons(formals[i], value);
          arguments.add(TlcValues.read(value));
          parameters.put(formals[i].getName().toString(), arguments.get(i));
        }
      } catch (RuntimeException unevaluated) {
        leaf(node, name);
        return;
      }
      boolean names = name.text() == null && !isGroup(definition);
      // A replaced definition keeps the name under which the next-state relation knows it.
      walk(
          definition.getBody(),
          inner,
          names ? new Name(operator.getName().toString(), arguments, parameters) : name);
      return;
    }
    switch (opcode) {
      case ToolGlobals.OPCODE_be -> exists(node, context, name);
      case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> {
        for (ExprOrOpArgNode disjunct : node.getArgs()) {
          walk(disjunct, context, name);
        }
      }
      default -> leaf(node, opcode == 0 && name.text() == null ? plain(operator) : name);
    }
  }

  private void exists(OpApplNode node, Context context, Name name) throws TlcException {
    int before = named.size();
    int emptyBefore = empty;
    try {
      IContextEnumerator each =
          tool.contexts(node, context, TLCState.Empty, TLCState.Empty, EvalControl.Clear);
      Context first = each.nextElement();
      if (first == null && Family.LOADED.hasActionsOfEmptySets()) {
        require(node);
        empty++;
      }
      for (Context inner = first; inner != null; inner = each.nextElement()) {
        walk(node.getArgs()[0], inner, name);
      }
    } catch (RuntimeException unbounded) {
      named.subList(before, named.size()).clear();
      empty = emptyBefore;
      leaf(node, name.text() == null ? below(node) : name);
    }
  }

  /** The one action below quantifiers over sets that change, if there is only one. */
  private static Name below(SemanticNode node) {
    SemanticNode inner = node;
    while (inner instanceof OpApplNode quantifier
        && BuiltInOPs.getOpCode(quantifier.getOperator().getName()) == ToolGlobals.OPCODE_be) {
      inner = quantifier.getArgs()[0];
    }
    return inner instanceof OpApplNode application
            && application.getOperator() instanceof OpDefNode definition
            && !definition.isBuiltIn()
        ? plain(definition)
        : Name.NONE;
  }

  private void leaf(SemanticNode node, Name name) throws TlcException {
    Action action = require(node);
    String text = name.text() == null ? String.valueOf(action.getName()) : name.text();
    named.add(new NamedAction(text, name.arguments(), name.parameters(), action, Spans.of(node)));
  }

  /** TLC's next action, which must be this one. */
  private Action require(SemanticNode node) throws TlcException {
    int index = named.size() + empty;
    if (index >= actions.length || !node.equals(actions[index].pred)) {
      throw new TlcException(
          Spans.of(node).line()
              + ": this part of the next-state relation is none of TLC's actions");
    }
    return actions[index];
  }

  private static Name plain(SymbolNode operator) {
    return new Name(operator.getName().toString(), List.of(), new TreeMap<>());
  }

  private static boolean isConstant(ExprOrOpArgNode[] args) {
    for (ExprOrOpArgNode arg : args) {
      if (arg.getLevel() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a definition only lists actions: nothing but names, with bound names as arguments. */
  private static boolean isGroup(OpDefNode definition) {
    return definition.getArity() == 0
        && isBranch(definition.getBody())
        && listsActions(definition.getBody());
  }

  private static boolean isBranch(SemanticNode node) {
    return node instanceof OpApplNode application
        && switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
          case ToolGlobals.OPCODE_be, ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> true;
          default -> false;
        };
  }

  private static boolean listsActions(SemanticNode node) {
    if (!(node instanceof OpApplNode application)) {
      return false;
    }
    if (isBranch(application)) {
      for (ExprOrOpArgNode each : application.getArgs()) {
        if (!listsActions(each)) {
          return false;
        }
      }
      return true;
    }
    if (!(application.getOperator() instanceof OpDefNode definition) || definition.isBuiltIn()) {
      return false;
    }
    for (ExprOrOpArgNode arg : application.getArgs()) {
      boolean bound =
          arg instanceof OpApplNode name && name.getOperator() instanceof FormalParamNode;
      if (!bound) {
        return false;
      }
    }
    return true;
  }
}
