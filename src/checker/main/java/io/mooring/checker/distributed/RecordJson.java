package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON and back, by their components: so a request or a result that gets another one
 * needs no change here.
 *
 * <p>It knows records, sealed interfaces of records, enums, texts, numbers, times, paths, optional
 * values, lists, sets and maps. What stays on its side of a connection is left out, and given again
 * when the record is read.
 */
final class RecordJson {

  /** The field that says which record of a sealed interface it is. */
  private static final String KIND = "is";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final @Nullable Object kept;

  private RecordJson(@Nullable Object kept) {
    this.kept = kept;
  }

  /** Everything is sent. */
  static RecordJson whole() {
    return new RecordJson(null);
  }

  /**
   * Components of the type of {@code object} are not sent, and are read as that object.
   *
   * @param object what both sides have, or the reader alone needs
   */
  static RecordJson keeping(Object object) {
    return new RecordJson(object);
  }

  /** A record as JSON. */
  JsonNode write(Record value) {
    return write(value, value.getClass());
  }

  /**
   * The record that was written.
   *
   * @throws IllegalArgumentException if it is not what was written
   */
  <T extends Record> T read(JsonNode json, Class<T> type) {
    return type.cast(present(read(json, (Type) type)));
  }

  private JsonNode write(@Nullable Object value, Class<?> declared) {
    if (value == null || isKept(value.getClass())) {
      return JSON.nullNode();
    }
    if (value instanceof Optional<?> some) {
      return some.isEmpty() ? JSON.nullNode() : write(some.get(), Object.class);
    }
    if (value instanceof OptionalInt some) {
      return some.isEmpty() ? JSON.nullNode() : JSON.numberNode(some.getAsInt());
    }
    if (value instanceof OptionalLong some) {
      return some.isEmpty() ? JSON.nullNode() : JSON.numberNode(some.getAsLong());
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Integer || value instanceof Long) {
      return JSON.numberNode(((Number) value).longValue());
    }
    if (value instanceof Enum<?> constant) {
      return JSON.textNode(constant.name());
    }
    if (value instanceof String || value instanceof Path || value instanceof Duration) {
      return JSON.textNode(value.toString());
    }
    if (value instanceof Collection<?> elements) {
      ArrayNode array = JSON.arrayNode();
      elements.forEach(each -> array.add(write(each, Object.class)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ArrayNode array = JSON.arrayNode();
      map.entrySet().forEach(each -> array.add(pair(each)));
      return array;
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return pair(entry);
    }
    return fields(value, declared);
  }

  private ArrayNode pair(Map.Entry<?, ?> entry) {
    return JSON.arrayNode()
        .add(write(entry.getKey(), Object.class))
        .add(write(entry.getValue(), Object.class));
  }

  private ObjectNode fields(Object value, Class<?> declared) {
    if (!(value instanceof Record)) {
      throw new IllegalArgumentException(declared + " cannot be sent: " + value.getClass());
    }
    ObjectNode object = JSON.objectNode();
    for (Class<?> each : value.getClass().getInterfaces()) {
      if (each.isSealed()) {
        object.put(KIND, value.getClass().getSimpleName());
      }
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      object.set(component.getName(), write(component(value, component), component.getType()));
    }
    return object;
  }

  private static @Nullable Object component(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalArgumentException(component + " cannot be sent", unreadable);
    }
  }

  private boolean isKept(Class<?> type) {
    return kept != null && kept.getClass().equals(type);
  }

  private @Nullable Object read(JsonNode json, Type type) {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(json, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (isKept(plain)) {
      return kept;
    }
    if (plain.equals(OptionalInt.class)) {
      return json.isNull() ? OptionalInt.empty() : OptionalInt.of(json.intValue());
    }
    if (plain.equals(OptionalLong.class)) {
      return json.isNull() ? OptionalLong.empty() : OptionalLong.of(json.longValue());
    }
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    if (plain.equals(boolean.class)) {
      return json.booleanValue();
    }
    if (plain.equals(int.class)) {
      return json.intValue();
    }
    if (plain.equals(long.class)) {
      return json.longValue();
    }
    if (plain.equals(String.class)) {
      return json.textValue();
    }
    if (plain.equals(Path.class)) {
      return Path.of(json.textValue());
    }
    if (plain.equals(Duration.class)) {
      return Duration.parse(json.textValue());
    }
    if (plain.isEnum()) {
      return constant(plain, json.textValue());
    }
    return plain.isSealed() ? read(json, permitted(plain, json)) : construct(json, plain);
  }

  private @Nullable Object readGeneric(JsonNode json, Class<?> raw, Type[] of) {
    if (raw.equals(Optional.class)) {
      return json.isNull() ? Optional.empty() : Optional.ofNullable(read(json, of[0]));
    }
    if (raw.equals(Map.Entry.class)) {
      return entry(json, of);
    }
    if (Map.class.isAssignableFrom(raw)) {
      Map<Object, @Nullable Object> map =
          raw.equals(SortedMap.class) ? new TreeMap<>() : new LinkedHashMap<>();
      json.forEach(each -> map.put(present(read(each.get(0), of[0])), read(each.get(1), of[1])));
      return map;
    }
    Collection<@Nullable Object> all =
        raw.equals(SortedSet.class)
            ? new TreeSet<>()
            : raw.equals(Set.class) ? new LinkedHashSet<>() : new ArrayList<>();
    json.forEach(each -> all.add(read(each, of[0])));
    return all;
  }

  private Map.Entry<Object, Object> entry(JsonNode json, Type[] of) {
    return Map.entry(present(read(json.get(0), of[0])), present(read(json.get(1), of[1])));
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a value is missing");
    }
    return value;
  }

  private static Object constant(Class<?> type, String name) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(type.getSimpleName() + " has no " + name);
  }

  private static Class<?> permitted(Class<?> sealed, JsonNode json) {
    String name = json.path(KIND).asText();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.getSimpleName().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(sealed.getSimpleName() + " has no " + name);
  }

  private Object construct(JsonNode json, Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " cannot be read");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<Class<?>> types = new ArrayList<>();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types.add(components[i].getType());
      values[i] = read(json.path(components[i].getName()), components[i].getGenericType());
    }
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      return canonical.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " cannot be read: " + refused.getCause(), refused);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalArgumentException(type + " cannot be read", unreadable);
    }
  }
}
