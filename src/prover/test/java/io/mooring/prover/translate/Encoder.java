package io.mooring.prover.translate;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.prover.smt.Terms;
import io.mooring.prover.value.SetValue;
import io.mooring.prover.value.Value;
import io.mooring.prover.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values of TLC as values whose parts are constant terms. */
record Encoder(Atoms atoms) {

  Map<String, Value> state(TlaState state) {
    Map<String, Value> values = new LinkedHashMap<>();
    state.values().forEach((name, each) -> values.put(name, value(each)));
    return values;
  }

  Value value(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return Value.truth(bool.value());
    }
    if (value instanceof TlaValue.Int integer) {
      return Value.integer(integer.value());
    }
    if (value instanceof TlaValue.Str string) {
      return atoms.string(string.value());
    }
    if (value instanceof TlaValue.Model model) {
      return atoms.model(model.name());
    }
    if (value instanceof TlaValue.Seq seq) {
      return Value.Seq.of(seq.elements().stream().map(this::value).toList());
    }
    if (value instanceof TlaValue.SetOf set) {
      return new Value.SetOf(SetValue.of(set.elements().stream().map(this::value).toList()));
    }
    if (value instanceof TlaValue.Rec rec) {
      SortedMap<String, Value> fields = new TreeMap<>();
      rec.fields().forEach((name, each) -> fields.put(name, value(each)));
      return new Value.Rec(fields);
    }
    TlaValue.Fun fun = (TlaValue.Fun) value;
    SetValue domain = SetValue.of(fun.pairs().stream().map(each -> value(each.getKey())).toList());
    return new Value.Fun(
        domain,
        argument -> {
          Value chosen = new Value.Unknown("outside of the domain");
          for (Map.Entry<TlaValue, TlaValue> each : fun.pairs()) {
            chosen =
                Values.ite(
                    Values.equal(argument, value(each.getKey())), value(each.getValue()), chosen);
          }
          return chosen;
        });
  }

  Decoder decoder() {
    return new Decoder(
        atoms.texts(),
        term -> {
          throw new AssertionError("not a constant: " + Terms.not(Terms.equal(term, term)) + term);
        });
  }
}
