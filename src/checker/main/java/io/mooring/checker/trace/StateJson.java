package io.mooring.checker.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** States as JSON that loses nothing: as in the Informal Trace Format, with model values apart. */
public final class StateJson {

  private static final ItfValues VALUES = new ItfValues(Set.of());

  private StateJson() {}

  /** A state as JSON. */
  public static ObjectNode write(TlaState state) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    state.values().forEach((name, value) -> node.set(name, VALUES.write(value)));
    return node;
  }

  /**
   * The state that was written.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TlaState read(JsonNode node) {
    SortedMap<String, TlaValue> values = new TreeMap<>();
    node.properties().forEach(each -> values.put(each.getKey(), VALUES.read(each.getValue())));
    return new TlaState(values);
  }
}
