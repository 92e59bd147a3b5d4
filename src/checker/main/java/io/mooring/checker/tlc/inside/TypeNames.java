package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.ValueNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/**
 * Finds the {@link ValueNames} of a specification's variables: the constants that the sets are made
 * of in which {@code TypeOK} and the checked invariants say that the variables are.
 */
final class TypeNames {

  private static final String TYPES = "TypeOK";
  private static final int CONSTANT = 0;

  private final FastTool tool;
  private final Map<String, ValueNames> found = new TreeMap<>();

  TypeNames(Specification specification) {
    this.tool = specification.tool();
  }

  Map<String, ValueNames> all() {
    List<String> names = new ArrayList<>(List.of(TYPES));
    for (int i = 0; i < tool.getModelConfig().getInvariants().size(); i++) {
      names.add(String.valueOf(tool.getModelConfig().getInvariants().elementAt(i)));
    }
    for (String name : names) {
      OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
      if (definition != null) {
        conjuncts(definition.getBody(), Map.of());
      }
    }
    return found;
  }

  /** Walks a conjunction; {@code renamed} says what an instance's variables are in the root. */
  private void conjuncts(SemanticNode node, Map<OpDeclNode, String> renamed) {
    if (node instanceof LabelNode label) {
      conjuncts(label.getBody(), renamed);
    } else if (node instanceof SubstInNode instance) {
      conjuncts(instance.getBody(), inside(instance, renamed));
    } else if (node instanceof OpApplNode application) {
      ExprOrOpArgNode[] args = application.getArgs();
      switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
        case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> {
          for (ExprOrOpArgNode each : args) {
            conjuncts(each, renamed);
          }
        }
        case ToolGlobals.OPCODE_in -> {
          String variable = variable(args[0], renamed);
          if (variable != null) {
            found.merge(variable, names(args[1]), ValueNames::or);
          }
        }
        case 0 -> {
          if (args.length == 0 && application.getOperator() instanceof OpDefNode definition) {
            conjuncts(definition.getBody(), renamed);
          }
        }
        default -> {
          // Nothing that says what a variable is.
        }
      }
    }
  }

  private static Map<OpDeclNode, String> inside(
      SubstInNode instance, Map<OpDeclNode, String> outer) {
    Map<OpDeclNode, String> inner = new HashMap<>();
    for (Subst each : instance.getSubsts()) {
      String variable = variable(each.getExpr(), outer);
      if (variable != null) {
        inner.put(each.getOp(), variable);
      }
    }
    return inner;
  }

  private static @Nullable String variable(SemanticNode node, Map<OpDeclNode, String> renamed) {
    if (node instanceof OpApplNode application
        && application.getOperator() instanceof OpDeclNode declaration
        && application.getArgs().length == 0) {
      return renamed.getOrDefault(declaration, declaration.getName().toString());
    }
    return null;
  }

  /** Names of the elements of a set. */
  private ValueNames names(SemanticNode set) {
    if (set instanceof LabelNode label) {
      return names(label.getBody());
    }
    if (set instanceof SubstInNode instance) {
      return names(instance.getBody());
    }
    if (!(set instanceof OpApplNode application)) {
      return ValueNames.NONE;
    }
    ExprOrOpArgNode[] args = application.getArgs();
    return switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
      case ToolGlobals.OPCODE_se -> listed(args);
      case ToolGlobals.OPCODE_cup -> names(args[0]).or(names(args[1]));
      case ToolGlobals.OPCODE_setdiff, ToolGlobals.OPCODE_cap -> names(args[0]);
      case ToolGlobals.OPCODE_subset -> elements(names(args[0]));
      case ToolGlobals.OPCODE_sof -> elements(names(args[1]));
      case ToolGlobals.OPCODE_cp -> {
        ValueNames any = ValueNames.NONE;
        for (ExprOrOpArgNode each : args) {
          any = any.or(names(each));
        }
        yield elements(any);
      }
      case ToolGlobals.OPCODE_sor -> record(args);
      case 0 -> defined(application);
      default -> ValueNames.NONE;
    };
  }

  private ValueNames defined(OpApplNode application) {
    String operator = application.getOperator().getName().toString();
    if (operator.equals("Seq") && application.getArgs().length == 1) {
      return elements(names(application.getArgs()[0]));
    }
    // TLC knows a constant set by its value; the names stand in its definition alone.
    return application.getArgs().length == 0
            && application.getOperator() instanceof OpDefNode definition
        ? names(replacement(definition).getBody())
        : ValueNames.NONE;
  }

  private OpDefNode replacement(OpDefNode definition) {
    return tool.lookup(definition, Context.Empty, false) instanceof OpDefNode replaced
        ? replaced
        : definition;
  }

  private static ValueNames elements(ValueNames names) {
    return names.equals(ValueNames.NONE)
        ? names
        : new ValueNames(Map.of(), Map.of(), Optional.of(names));
  }

  private ValueNames record(ExprOrOpArgNode[] pairs) {
    Map<String, ValueNames> fields = new TreeMap<>();
    for (ExprOrOpArgNode each : pairs) {
      ExprOrOpArgNode[] pair = ((OpApplNode) each).getArgs();
      fields.put(((StringNode) pair[0]).getRep().toString(), names(pair[1]));
    }
    return new ValueNames(Map.of(), fields, Optional.empty());
  }

  /** The elements that are names of constants; strings and booleans speak for themselves. */
  private ValueNames listed(ExprOrOpArgNode[] elements) {
    Map<TlaValue, String> constants = new HashMap<>();
    for (ExprOrOpArgNode element : elements) {
      if (element instanceof OpApplNode name
          && name.getArgs().length == 0
          && name.getOperator() instanceof OpDefNode definition
          && definition.getLevel() == CONSTANT
          && BuiltInOPs.getOpCode(definition.getName()) == 0) {
        value(definition.getBody())
            .filter(value -> !(value instanceof TlaValue.Str || value instanceof TlaValue.Bool))
            .ifPresent(value -> constants.put(value, unqualified(definition)));
      }
    }
    return new ValueNames(constants, Map.of(), Optional.empty());
  }

  private Optional<TlaValue> value(SemanticNode node) {
    try {
      return Optional.of(TlcValues.read(tool.eval(node, Context.Empty, TLCState.Empty)));
    } catch (RuntimeException notAValueHere) {
      return Optional.empty();
    }
  }

  /** The name without the instance that it came through. */
  private static String unqualified(OpDefNode definition) {
    String name = definition.getName().toString();
    return name.substring(name.lastIndexOf('!') + 1);
  }
}
