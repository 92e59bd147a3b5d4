package io.mooring.codegen.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values of the specification in the JSON of a model. */
final class ValueJson {

  private static final String MODEL = "model";
  private static final String SET = "set";
  private static final String SEQUENCE = "sequence";
  private static final String RECORD = "record";
  private static final String FUNCTION = "function";

  private ValueJson() {}

  static final class Writer extends StdSerializer<Value> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value instanceof Value.Bool bool) {
        json.writeBoolean(bool.value());
      } else if (value instanceof Value.Int number) {
        json.writeNumber(number.value());
      } else if (value instanceof Value.Str text) {
        json.writeString(text.value());
      } else {
        json.writeStartObject();
        member(value, json, provider);
        json.writeEndObject();
      }
    }

    private void member(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (value instanceof Value.ModelValue model) {
        json.writeStringField(MODEL, model.name());
      } else if (value instanceof Value.SetOf set) {
        elements(SET, set.elements(), json, provider);
      } else if (value instanceof Value.Seq sequence) {
        elements(SEQUENCE, sequence.elements(), json, provider);
      } else if (value instanceof Value.Rec rec) {
        json.writeObjectFieldStart(RECORD);
        for (Map.Entry<String, Value> each : rec.fields().entrySet()) {
          json.writeFieldName(each.getKey());
          serialize(each.getValue(), json, provider);
        }
        json.writeEndObject();
      } else {
        json.writeArrayFieldStart(FUNCTION);
        for (Map.Entry<Value, Value> each : ((Value.Fun) value).pairs()) {
          json.writeStartArray();
          serialize(each.getKey(), json, provider);
          serialize(each.getValue(), json, provider);
          json.writeEndArray();
        }
        json.writeEndArray();
      }
    }

    private void elements(
        String kind, List<Value> elements, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeArrayFieldStart(kind);
      for (Value each : elements) {
        serialize(each, json, provider);
      }
      json.writeEndArray();
    }
  }

  static final class Reader extends StdDeserializer<Value> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Value.class);
    }

    @Override
    public Value deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return value(context.readTree(json), context);
    }

    private static Value value(JsonNode json, DeserializationContext context) throws IOException {
      if (json.isBoolean()) {
        return new Value.Bool(json.booleanValue());
      }
      if (json.isInt()) {
        return new Value.Int(json.intValue());
      }
      if (json.isTextual()) {
        return new Value.Str(json.textValue());
      }
      if (json.isObject() && json.size() == 1) {
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        JsonNode inner = only.getValue();
        switch (only.getKey()) {
          case MODEL -> {
            return new Value.ModelValue(inner.textValue());
          }
          case SET -> {
            return new Value.SetOf(elements(inner, context));
          }
          case SEQUENCE -> {
            return new Value.Seq(elements(inner, context));
          }
          case RECORD -> {
            SortedMap<String, Value> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> each : inner.properties()) {
              fields.put(each.getKey(), value(each.getValue(), context));
            }
            return new Value.Rec(fields);
          }
          case FUNCTION -> {
            List<Map.Entry<Value, Value>> pairs = new ArrayList<>();
            for (JsonNode pair : inner) {
              pairs.add(Map.entry(value(pair.path(0), context), value(pair.path(1), context)));
            }
            return new Value.Fun(pairs);
          }
          default -> {}
        }
      }
      throw context.weirdStringException(
          json.toString(),
          Value.class,
          "a boolean, an integer, a string, or an object with a model value, set, sequence, record or function is expected");
    }

    private static List<Value> elements(JsonNode json, DeserializationContext context)
        throws IOException {
      List<Value> elements = new ArrayList<>();
      for (JsonNode each : json) {
        elements.add(value(each, context));
      }
      return elements;
    }
  }
}
