package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Coverage.Unevaluated;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.ToolGlobals;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.coverage.CostModelCreator;
import tlc2.tool.coverage.CostModelNode;
import tlc2.tool.coverage.OpApplNodeWrapper;
import tlc2.tool.impl.FastTool;

/**
 * Finds the expressions that were never evaluated in what TLC counts of each: for each action and
 * invariant it has a tree of the expressions below it.
 *
 * <p>TLC evaluates expressions of constant level when it reads the specification, and replaced
 * definitions not at all; neither is counted, so neither is reported. Nor is an expression whose
 * evaluations TLC says that it has counted for another.
 */
final class CoverageTree {

  private final Specification specification;
  private final Set<String> miscounted;
  private final Method evaluations;
  private final Field parts;
  private final Field definitions;
  private final Map<SourceSpan, SemanticNode> never = new LinkedHashMap<>();
  private final Set<SourceSpan> evaluated = new HashSet<>();

  private CoverageTree(Specification specification, Recording recording)
      throws ReflectiveOperationException {
    this.specification = specification;
    this.miscounted = recording.allParameters(EC.TLC_COVERAGE_MISMATCH);
    this.evaluations = CostModelNode.class.getDeclaredMethod("getEvalCount");
    this.parts = CostModelNode.class.getDeclaredField("children");
    this.definitions = OpApplNodeWrapper.class.getDeclaredField("lets");
    evaluations.setAccessible(true);
    parts.setAccessible(true);
    definitions.setAccessible(true);
  }

  /** Has TLC count, before it reads a specification. */
  static void enable() {
    TLCGlobals.coverageInterval = Integer.MAX_VALUE;
  }

  /** Has TLC prepare its counts, where no model checker of its own does so. */
  static void prepare(Specification specification) {
    if (specification.place().search().coverage()) {
      CostModelCreator.create(specification.tool());
    }
  }

  /** The expressions that were never evaluated, in the order of their places. */
  static List<Unevaluated> unevaluated(Specification specification, Recording recording)
      throws TlcException {
    try {
      return new CoverageTree(specification, recording).all();
    } catch (ReflectiveOperationException otherChecker) {
      throw new TlcException("this checker's coverage cannot be read", otherChecker);
    }
  }

  private List<Unevaluated> all() throws ReflectiveOperationException {
    FastTool tool = specification.tool();
    for (Action action : tool.getActions()) {
      walk(action.cm);
    }
    for (Action invariant : tool.getInvariants()) {
      walk(invariant.cm);
    }
    List<Unevaluated> all = new ArrayList<>();
    never.forEach(
        (span, node) -> {
          if (!evaluated.contains(span)) {
            all.add(new Unevaluated(span, Quoted.of(specification.finder(), node)));
          }
        });
    all.sort(
        Comparator.comparing((Unevaluated each) -> each.span().module())
            .thenComparing(each -> each.span().beginLine())
            .thenComparing(each -> each.span().beginColumn()));
    return outermost(all);
  }

  private void walk(CostModel root) throws ReflectiveOperationException {
    if (!(root instanceof CostModelNode tree)) {
      return;
    }
    // An action that never happens is reported as such, and not as an expression.
    if (count(tree) > 0) {
      for (CostModelNode part : parts(tree)) {
        find(part);
      }
    }
  }

  private void find(CostModelNode wrapper) throws ReflectiveOperationException {
    if (!(wrapper instanceof OpApplNodeWrapper application)) {
      return;
    }
    OpApplNode node = application.getNode();
    if (node == null || node.getLevel() == 0 || isPrimed(node)) {
      return;
    }
    SourceSpan span = Spans.of(node);
    if (count(wrapper) > 0 || miscounted.contains(node.toString())) {
      evaluated.add(span);
      if (isFollowed(node)) {
        for (CostModelNode part : parts(wrapper)) {
          find(part);
        }
      }
    } else {
      never.putIfAbsent(span, node);
    }
  }

  /** A primed variable gets its value by the expression around it, and is not evaluated then. */
  private static boolean isPrimed(OpApplNode node) {
    return BuiltInOPs.getOpCode(node.getOperator().getName()) == ToolGlobals.OPCODE_prime;
  }

  /** How often an expression or a part of it was evaluated. */
  private long count(CostModelNode wrapper) throws ReflectiveOperationException {
    long count = (long) evaluations.invoke(wrapper);
    for (CostModelNode part : parts(wrapper)) {
      count += count(part);
    }
    return count;
  }

  private List<CostModelNode> parts(CostModelNode wrapper) throws ReflectiveOperationException {
    List<CostModelNode> all = new ArrayList<>(nodes(parts.get(wrapper)));
    if (wrapper instanceof OpApplNodeWrapper) {
      all.addAll(nodes(definitions.get(wrapper)));
    }
    return all;
  }

  private static Collection<CostModelNode> nodes(Object map) {
    List<CostModelNode> all = new ArrayList<>();
    for (Object each : ((Map<?, ?>) map).values()) {
      all.add((CostModelNode) each);
    }
    return all;
  }

  /** Whether what is below an expression is what TLC evaluates for it. */
  private boolean isFollowed(OpApplNode node) {
    return BuiltInOPs.getOpCode(node.getOperator().getName()) != ToolGlobals.OPCODE_unchanged
        && node.getOperator().equals(specification.tool().lookup(node.getOperator()));
  }

  /** Without those that are a part of another. */
  private static List<Unevaluated> outermost(List<Unevaluated> all) {
    List<Unevaluated> kept = new ArrayList<>();
    for (Unevaluated each : all) {
      if (all.stream().noneMatch(other -> isWithin(each.span(), other.span()))) {
        kept.add(each);
      }
    }
    return kept;
  }

  private static boolean isWithin(SourceSpan inner, SourceSpan outer) {
    return !inner.equals(outer)
        && inner.module().equals(outer.module())
        && isBefore(outer.beginLine(), outer.beginColumn(), inner.beginLine(), inner.beginColumn())
        && isBefore(inner.endLine(), inner.endColumn(), outer.endLine(), outer.endColumn());
  }

  private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }
}
