package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls members of other people's classes, public or not. */
final class Members {

  private Members() {}

  /** Calls a method; what it throws without being declared is thrown. */
  static @Nullable Object call(Method method, @Nullable Object target, Object... arguments) {
    try {
      return callChecked(method, target, arguments);
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  /** Calls a method; what it throws is thrown. */
  static @Nullable Object callChecked(Method method, @Nullable Object target, Object... arguments)
      throws Exception {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw thrown(failure);
    } catch (IllegalAccessException closed) {
      throw new IllegalArgumentException(method + " cannot be called", closed);
    }
  }

  /**
   * A new object of a class by its constructor without parameters.
   *
   * @throws IllegalArgumentException if it has none
   */
  static Object create(Class<?> type) throws Exception {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException failure) {
      throw thrown(failure);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException unfit) {
      throw new IllegalArgumentException(
          type.getName()
              + " needs a constructor without parameters: a new one is made for each walk"
              + " (a nested class must be static)",
          unfit);
    }
  }

  /** A record of a Java type with the fields of one of the specification. */
  static Object newRecord(Class<?> type, TlaValue.Rec fields) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(each -> JavaValues.java(field(type, fields, each), each.getGenericType()))
            .toArray();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalArgumentException(type.getName() + " cannot be made of " + fields, failure);
    }
  }

  private static TlaValue field(Class<?> type, TlaValue.Rec fields, RecordComponent component) {
    TlaValue value = fields.fields().get(component.getName());
    if (value == null) {
      throw new IllegalArgumentException(
          fields + " has no field " + component.getName() + ", as " + type.getName() + " has");
    }
    return value;
  }

  private static Exception thrown(InvocationTargetException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : failure;
  }
}
