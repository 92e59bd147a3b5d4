package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/** Turns SANY's expressions into {@link Expr}s. */
final class ExprReader {

  private static final Map<String, Expr.Quantifier> QUANTIFIERS =
      Map.ofEntries(
          Map.entry("$BoundedForall", Expr.Quantifier.FOR_ALL),
          Map.entry("$UnboundedForall", Expr.Quantifier.FOR_ALL),
          Map.entry("$BoundedExists", Expr.Quantifier.EXISTS),
          Map.entry("$UnboundedExists", Expr.Quantifier.EXISTS),
          Map.entry("$BoundedChoose", Expr.Quantifier.CHOOSE),
          Map.entry("$UnboundedChoose", Expr.Quantifier.CHOOSE),
          Map.entry("$SubsetOf", Expr.Quantifier.FILTER),
          Map.entry("$SetOfAll", Expr.Quantifier.MAP),
          Map.entry("$FcnConstructor", Expr.Quantifier.FUNCTION),
          Map.entry("$NonRecursiveFcnSpec", Expr.Quantifier.FUNCTION),
          Map.entry("$RecursiveFcnSpec", Expr.Quantifier.RECURSIVE_FUNCTION));

  private final Function<OpDefNode, Definition> definitions;

  ExprReader(Function<OpDefNode, Definition> definitions) {
    this.definitions = definitions;
  }

  Expr read(@Nullable SemanticNode node) {
    if (node == null) {
      throw new IllegalArgumentException("An expression without a node");
    }
    SourceSpan span = Spans.of(node);
    if (node instanceof OpApplNode application) {
      return application(application, span);
    }
    if (node instanceof NumeralNode number) {
      return number.useVal()
          ? new Expr.Num(number.val(), span)
          : new Expr.Unsupported("the number " + number.bigVal(), span);
    }
    if (node instanceof StringNode string) {
      return new Expr.Str(string.getRep().toString(), span);
    }
    if (node instanceof LetInNode let) {
      List<Definition> local = new ArrayList<>();
      for (OpDefNode definition : let.getLets()) {
        local.add(definitions.apply(definition));
      }
      return new Expr.Let(local, read(let.getBody()), span);
    }
    if (node instanceof AtNode) {
      return new Expr.At(span);
    }
    if (node instanceof LabelNode label) {
      return read(label.getBody());
    }
    if (node instanceof OpArgNode argument) {
      return new Expr.OperatorArgument(
          argument.getName().toString(),
          argument.getOp() instanceof OpDefNode operator
                  && operator.getName().toString().equals("LAMBDA")
              ? definitions.apply(operator)
              : null,
          span);
    }
    if (node instanceof SubstInNode instance) {
      return instance.getSubsts().length == 0
          ? read(instance.getBody())
          : instantiated(instance, span);
    }
    return new Expr.Unsupported(node.getClass().getSimpleName(), span);
  }

  private Expr instantiated(SubstInNode instance, SourceSpan span) {
    Map<String, Expr> substitutes = new HashMap<>();
    for (Subst each : instance.getSubsts()) {
      substitutes.put(each.getOp().getName().toString(), read(each.getExpr()));
    }
    return new Expr.Instantiated(
        instance.getInstantiatedModule().getName().toString(),
        substitutes,
        read(instance.getBody()),
        span);
  }

  private Expr application(OpApplNode node, SourceSpan span) {
    SymbolNode operator = node.getOperator();
    String name = operator.getName().toString();
    Expr.Quantifier quantifier = QUANTIFIERS.get(name);
    if (quantifier != null) {
      return new Expr.Quantified(quantifier, bounds(node), read(node.getArgs()[0]), span);
    }
    List<Expr> args = new ArrayList<>();
    for (ExprOrOpArgNode arg : node.getArgs()) {
      args.add(arg == null ? new Expr.Other(span) : read(arg));
    }
    if (name.equals("$TemporalExists") || name.equals("$TemporalForall")) {
      return new Expr.Unsupported("a temporal quantifier", span);
    }
    return new Expr.Apply(name, kind(operator), definedIn(operator), args, span);
  }

  private List<Expr.Bound> bounds(OpApplNode node) {
    List<Expr.Bound> all = new ArrayList<>();
    FormalParamNode[][] bounded = node.getBdedQuantSymbolLists();
    if (bounded != null) {
      ExprNode[] sets = node.getBdedQuantBounds();
      boolean[] tuples = node.isBdedQuantATuple();
      for (int i = 0; i < bounded.length; i++) {
        all.add(new Expr.Bound(names(bounded[i]), tuples[i], read(sets[i])));
      }
    }
    FormalParamNode[] free = node.getUnbdedQuantSymbols();
    // For a recursive function the unbounded symbol is the function's own name, which is no bound.
    if (free != null && bounded == null) {
      all.add(new Expr.Bound(names(free), false, null));
    }
    return all;
  }

  private static List<String> names(FormalParamNode[] symbols) {
    List<String> names = new ArrayList<>();
    for (FormalParamNode symbol : symbols) {
      names.add(symbol.getName().toString());
    }
    return names;
  }

  private static Expr.Kind kind(SymbolNode operator) {
    return switch (operator.getKind()) {
      case ASTConstants.BuiltInKind -> Expr.Kind.BUILTIN;
      case ASTConstants.VariableDeclKind -> Expr.Kind.VARIABLE;
      case ASTConstants.ConstantDeclKind -> Expr.Kind.CONSTANT;
      case ASTConstants.FormalParamKind, ASTConstants.BoundSymbolKind -> Expr.Kind.PARAMETER;
      default -> Expr.Kind.DEFINED;
    };
  }

  private static @Nullable String definedIn(SymbolNode operator) {
    if (operator instanceof OpDefNode definition) {
      ModuleNode home = definition.getOriginallyDefinedInModuleNode();
      return home == null ? null : home.getName().toString();
    }
    return switch (operator.getKind()) {
      case ASTConstants.VariableDeclKind, ASTConstants.ConstantDeclKind ->
          operator.getLocation().source();
      default -> null;
    };
  }
}
