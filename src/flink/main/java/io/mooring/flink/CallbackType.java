package io.mooring.flink;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;

/** How Flink writes a {@link Callback}: by {@link CallbackSerializer}. */
final class CallbackType extends TypeInformation<Callback> {
  private static final long serialVersionUID = 1L;

  /** As Flink makes it. */
  public static final class Factory extends TypeInfoFactory<Callback> {
    @Override
    public TypeInformation<Callback> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return new CallbackType();
    }
  }

  /** How lines were written in savepoints of version 1: as a record that Flink knew. */
  static TypeInformation<Callback> ofVersionOne() {
    List<PojoField> fields = new ArrayList<>();
    Map<String, TypeInformation<?>> types =
        Map.of(
            "session",
            Types.STRING,
            "time",
            Types.LONG,
            "sequence",
            Types.LONG,
            "version",
            Types.STRING,
            "region",
            Types.STRING,
            "line",
            Types.STRING);
    types.forEach(
        (name, type) -> {
          try {
            fields.add(new PojoField(Callback.class.getDeclaredField(name), type));
          } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("A record has its fields", impossible);
          }
        });
    return new PojoTypeInfo<>(Callback.class, fields);
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<Callback> getTypeClass() {
    return Callback.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<Callback> createSerializer(SerializerConfig config) {
    return new CallbackSerializer();
  }

  @Override
  public String toString() {
    return "Callback";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallbackType;
  }

  @Override
  public int hashCode() {
    return CallbackType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CallbackType;
  }
}
