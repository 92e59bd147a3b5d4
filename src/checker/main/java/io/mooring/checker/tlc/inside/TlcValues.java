package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Values and states in TLC's notation and in ours. */
final class TlcValues {

  private TlcValues() {}

  static TlaState read(TLCState state) {
    TlaState values = readPartial(state);
    if (values.values().size() != state.getVars().length) {
      throw new IllegalArgumentException("a variable has no value in " + values);
    }
    return values;
  }

  /** A state of which some variables may have no value yet; these are left out. */
  static TlaState readPartial(TLCState state) {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    for (var variable : state.getVars()) {
      IValue value = state.lookup(variable.getName());
      if (value != null) {
        values.put(variable.getName().toString(), read(value));
      }
    }
    return new TlaState(values);
  }

  static TlaValue read(Object object) {
    if (object instanceof BoolValue bool) {
      return new TlaValue.Bool(bool.val);
    }
    if (object instanceof IntValue integer) {
      return new TlaValue.Int(integer.val);
    }
    if (object instanceof StringValue string) {
      return new TlaValue.Str(string.val.toString());
    }
    if (object instanceof ModelValue model) {
      return new TlaValue.Model(model.val.toString());
    }
    if (object instanceof TupleValue tuple) {
      return new TlaValue.Seq(readAll(tuple.elems));
    }
    if (object instanceof RecordValue rec) {
      return rec.names.length == 0 ? new TlaValue.Seq(List.of()) : readRecord(rec);
    }
    if (object instanceof FcnRcdValue function) {
      return readFunction(function);
    }
    if (object instanceof SetEnumValue set) {
      set.normalize();
      List<TlaValue> elements = new ArrayList<>();
      for (int i = 0; i < set.elems.size(); i++) {
        elements.add(read(set.elems.elementAt(i)));
      }
      return new TlaValue.SetOf(elements);
    }
    if (object instanceof Value value) {
      return readLazy(value);
    }
    throw new IllegalArgumentException("no value: " + object);
  }

  private static List<TlaValue> readAll(Value[] values) {
    List<TlaValue> all = new ArrayList<>(values.length);
    for (Value value : values) {
      all.add(read(value));
    }
    return all;
  }

  /** The values, each once, as TLC orders the elements of a set. */
  static List<TlaValue> ordered(Collection<TlaValue> values) {
    SetEnumValue set = new SetEnumValue(writeAll(List.copyOf(values)), false);
    set.normalize();
    List<TlaValue> ordered = new ArrayList<>();
    for (int i = 0; i < set.elems.size(); i++) {
      ordered.add(read(set.elems.elementAt(i)));
    }
    return ordered;
  }

  private static TlaValue readRecord(RecordValue rec) {
    SortedMap<String, TlaValue> fields = new TreeMap<>();
    for (int i = 0; i < rec.names.length; i++) {
      fields.put(rec.names[i].toString(), read(rec.values[i]));
    }
    return new TlaValue.Rec(fields);
  }

  private static TlaValue readFunction(FcnRcdValue function) {
    function.normalize();
    Value[] domain = function.getDomainAsValues();
    List<TlaValue> keys = readAll(domain);
    List<TlaValue> values = readAll(function.values);
    boolean sequence = true;
    boolean strings = !keys.isEmpty();
    for (int i = 0; i < keys.size(); i++) {
      sequence &= keys.get(i).equals(new TlaValue.Int(i + 1));
      strings &= keys.get(i) instanceof TlaValue.Str;
    }
    if (sequence) {
      return new TlaValue.Seq(values);
    }
    if (strings) {
      SortedMap<String, TlaValue> fields = new TreeMap<>();
      for (int i = 0; i < keys.size(); i++) {
        fields.put(((TlaValue.Str) keys.get(i)).value(), values.get(i));
      }
      return new TlaValue.Rec(fields);
    }
    List<Map.Entry<TlaValue, TlaValue>> pairs = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.add(Map.entry(keys.get(i), values.get(i)));
    }
    return new TlaValue.Fun(pairs);
  }

  /** A value that TLC has not written out yet: a comprehension, an interval, a set of functions. */
  private static TlaValue readLazy(Value value) {
    Value plain = value instanceof Enumerable ? value.toSetEnum() : value.toFcnRcd();
    if (plain == null) {
      throw new IllegalArgumentException("a value that cannot be written out: " + value);
    }
    return read(plain);
  }

  static TLCState write(TlaState state, List<String> variables) {
    if (!state.values().keySet().equals(new java.util.TreeSet<>(variables))) {
      throw new IllegalArgumentException(
          "A state of this specification has " + variables + ", not " + state.values().keySet());
    }
    TLCState empty = TLCState.Empty.createEmpty();
    for (String variable : variables) {
      empty = empty.bind(UniqueString.uniqueStringOf(variable), write(state.get(variable)));
    }
    empty.deepNormalize();
    return empty;
  }

  static Value write(TlaValue value) {
    if (value instanceof TlaValue.Bool bool) {
      return bool.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
    }
    if (value instanceof TlaValue.Int integer) {
      return IntValue.gen(integer.value());
    }
    if (value instanceof TlaValue.Str string) {
      return new StringValue(string.value());
    }
    if (value instanceof TlaValue.Seq seq) {
      return new TupleValue(writeAll(seq.elements()));
    }
    if (value instanceof TlaValue.SetOf set) {
      return new SetEnumValue(writeAll(set.elements()), false);
    }
    if (value instanceof TlaValue.Rec rec) {
      UniqueString[] names =
          rec.fields().keySet().stream()
              .map(UniqueString::uniqueStringOf)
              .toArray(UniqueString[]::new);
      return new RecordValue(names, writeAll(List.copyOf(rec.fields().values())), false);
    }
    if (value instanceof TlaValue.Fun fun) {
      List<TlaValue> keys = new ArrayList<>();
      List<TlaValue> values = new ArrayList<>();
      fun.pairs()
          .forEach(
              pair -> {
                keys.add(pair.getKey());
                values.add(pair.getValue());
              });
      return new FcnRcdValue(writeAll(keys), writeAll(values), false);
    }
    return model(((TlaValue.Model) value).name());
  }

  private static Value[] writeAll(List<TlaValue> values) {
    return values.stream().map(TlcValues::write).toArray(Value[]::new);
  }

  /** The names of all model values, sorted. */
  static List<String> models() {
    return Arrays.stream(ModelValue.mvs).map(each -> each.val.toString()).sorted().toList();
  }

  private static Value model(String name) {
    for (ModelValue each : ModelValue.mvs) {
      if (each.val.toString().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("The configuration has no model value " + name);
  }
}
