package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;

/** Evaluates definitions of a module without variables. */
final class ConstantValues {

  private final Specification specification;
  private final FastTool tool;

  ConstantValues(Specification specification) {
    this.specification = specification;
    this.tool = specification.tool();
  }

  /** The value of each definition; none if an {@code ASSUME} of the module is false. */
  Map<String, TlaValue> of(List<String> names) throws TlcException {
    try {
      for (ExprNode assumption : tool.getAssumptions()) {
        if (!BoolValue.ValTrue.equals(tool.eval(assumption, Context.Empty, TLCState.Empty))) {
          throw new TlcException(
              Spans.of(assumption.getLocation()).line() + ": this assumption is false");
        }
      }
      Map<String, TlaValue> values = new LinkedHashMap<>();
      for (String name : names) {
        OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
        values.put(
            name, TlcValues.read(tool.eval(definition.getBody(), Context.Empty, TLCState.Empty)));
      }
      return values;
    } catch (RuntimeException | StackOverflowError failure) {
      throw EvaluationErrors.evaluation(specification.place(), failure);
    }
  }
}
