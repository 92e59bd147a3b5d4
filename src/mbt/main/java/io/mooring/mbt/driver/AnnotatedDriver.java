package io.mooring.mbt.driver;

import io.mooring.checker.tlc.TlaValue;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A driver by methods that are annotated with {@link Step} and {@link Shown}. */
final class AnnotatedDriver implements Driver {
  private final Object target;
  private final Map<String, Method> steps;
  private final Map<String, Method> shown;

  private AnnotatedDriver(Object target, Map<String, Method> steps, Map<String, Method> shown) {
    this.target = target;
    this.steps = steps;
    this.shown = shown;
  }

  /**
   * A driver of an object.
   *
   * @throws UsageException if it has no steps, or two of an action
   */
  static AnnotatedDriver of(Object target) {
    Class<?> type = target.getClass();
    return new AnnotatedDriver(target, steps(type), shown(type));
  }

  /** The actions that drivers of a class can take. */
  static Set<String> names(Class<?> type) {
    return steps(type).keySet();
  }

  private static Map<String, Method> steps(Class<?> type) {
    Map<String, Method> steps = new TreeMap<>();
    for (Method method : methods(type)) {
      Step step = method.getAnnotation(Step.class);
      if (step != null) {
        String own = method.getName();
        String capital = own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
        put(steps, step.value().isEmpty() ? capital : step.value(), method);
      }
    }
    if (steps.isEmpty()) {
      throw new UsageException(
          type.getName() + " is no Driver and has no method with @Step; write one for each action");
    }
    return steps;
  }

  private static Map<String, Method> shown(Class<?> type) {
    Map<String, Method> shown = new TreeMap<>();
    for (Method method : methods(type)) {
      Shown show = method.getAnnotation(Shown.class);
      if (show != null) {
        if (method.getParameterCount() != 0) {
          throw new UsageException(method + ": what is shown has no parameters");
        }
        put(shown, show.value().isEmpty() ? method.getName() : show.value(), method);
      }
    }
    return shown;
  }

  private static List<Method> methods(Class<?> type) {
    List<Method> all = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.addAll(Arrays.asList(each.getDeclaredMethods()));
    }
    all.removeIf(Method::isBridge);
    all.sort(Comparator.comparing(Method::toString));
    return all;
  }

  private static void put(Map<String, Method> methods, String name, Method method) {
    Method other = methods.put(name, method);
    if (other != null) {
      throw new UsageException(
          "there are two methods for " + name + "; keep one: " + other + " or " + method);
    }
  }

  @Override
  public Outcome apply(Action action) throws Exception {
    Method method = steps.get(action.name());
    if (method == null) {
      throw new UsageException(
          target.getClass().getName()
              + " has no method with @Step for the action "
              + action.name()
              + "; write one, or name the action in @SpecificationTest(ignored = ...), or"
              + " (internal = ...) if it happens by itself");
    }
    Object[] arguments = arguments(method, action);
    Object result;
    try {
      result = Members.callChecked(method, target, arguments);
    } catch (Exception thrown) {
      for (Class<? extends Throwable> refusal : method.getAnnotation(Step.class).refusedBy()) {
        if (refusal.isInstance(thrown)) {
          return Outcome.refused();
        }
      }
      throw thrown;
    }
    return result instanceof Outcome outcome ? outcome : Outcome.applied();
  }

  private static Object[] arguments(Method method, Action action) {
    List<Map.Entry<String, TlaValue>> given = List.copyOf(action.arguments().entrySet());
    if (given.size() != method.getParameterCount()) {
      throw new UsageException(
          action.name()
              + " has the parameters "
              + action.arguments().keySet()
              + ", but "
              + method
              + " has "
              + method.getParameterCount()
              + "; give it one for each, in that order");
    }
    Object[] arguments = new Object[given.size()];
    for (int i = 0; i < arguments.length; i++) {
      try {
        arguments[i] =
            JavaValues.java(given.get(i).getValue(), method.getGenericParameterTypes()[i]);
      } catch (IllegalArgumentException unfit) {
        throw new UsageException(
            action.name()
                + ", parameter "
                + given.get(i).getKey()
                + ": "
                + unfit.getMessage()
                + "; change the type of parameter "
                + (i + 1)
                + " of "
                + method);
      }
    }
    return arguments;
  }

  @Override
  public Map<String, @Nullable Object> show() throws Exception {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (Map.Entry<String, Method> each : shown.entrySet()) {
      all.put(each.getKey(), Members.callChecked(each.getValue(), target));
    }
    return all;
  }

  @Override
  @SuppressWarnings("IllegalCatch") // it may throw anything here
  public void close() {
    if (target instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failure) {
        throw new IllegalStateException("the driver cannot be closed: " + failure, failure);
      }
    }
  }
}
