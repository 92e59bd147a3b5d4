package io.mooring.codegen.emit;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A machine that runs, generated and compiled, seen without its types. */
final class RunningMachine {

  private static final Map<Subject, Generated> KNOWN = new EnumMap<>(Subject.class);

  /** The package of all these machines. */
  static final String PACKAGE = "org.example.running";

  /** The generated files, and the classes. */
  record Generated(Model model, Map<String, String> files, ClassLoader classes) {

    /** A class by its simple name. */
    Class<?> type(String name) throws ClassNotFoundException {
      return classes.loadClass(PACKAGE + "." + name);
    }
  }

  /** What the machine calls, and how it is configured; each may be replaced. */
  static final class Calls {
    /** Called with the name of the effect's method, and the step. */
    BiConsumer<String, Object> effects = (name, step) -> {};

    Optional<Consumer<Object>> listener = Optional.empty();
    BiConsumer<String, Throwable> failures =
        (call, thrown) -> {
          throw new AssertionError(call, thrown);
        };
    VirtualTime time = new VirtualTime();
    int logSize = 16;
  }

  private final Generated generated;
  private final Object machine;

  private RunningMachine(Generated generated, Object machine) {
    this.generated = generated;
    this.machine = machine;
  }

  /** The specification of a subject with a machine that runs. */
  static Generated generated(Subject subject) throws Exception {
    synchronized (KNOWN) {
      Generated known = KNOWN.get(subject);
      if (known == null) {
        Generator.Request request = subject.request();
        MemorySink sink = new MemorySink();
        Model model =
            new Generator(Tlc.bundled())
                .generate(
                    Generator.Request.of(
                            request.module(),
                            request.config(),
                            request.timing(),
                            List.of(),
                            PACKAGE,
                            Optional.empty())
                        .with(Set.of(Extra.values())),
                    sink);
        Map<String, String> java = new TreeMap<>(sink.files());
        java.keySet().removeIf(path -> !path.startsWith("java/"));
        known = new Generated(model, java, InMemoryCompiler.compile(java));
        KNOWN.put(subject, known);
      }
      return known;
    }
  }

  static RunningMachine of(Subject subject, Calls calls) throws Exception {
    return of(generated(subject), calls);
  }

  static RunningMachine of(Generated generated, Calls calls) throws Exception {
    Object builder = builder(generated, calls);
    Class<?> type = builder.getClass();
    if (!generated.model().timers().isEmpty()) {
      Class<?> timers = generated.type("Timer");
      for (Object timer : timers.getEnumConstants()) {
        type.getMethod("timer", timers, Duration.class)
            .invoke(builder, timer, get(timer, "shortest"));
      }
    }
    Class<?> handler = generated.type("FailureHandler");
    type.getMethod("onFailure", handler)
        .invoke(
            builder,
            proxy(
                handler,
                (name, arguments) ->
                    calls.failures.accept((String) arguments[0], (Throwable) arguments[1])));
    type.getMethod("stepLog", int.class).invoke(builder, calls.logSize);
    if (calls.listener.isPresent()) {
      Class<?> listener = generated.type("StepListener");
      Consumer<Object> called = calls.listener.get();
      type.getMethod("listener", listener)
          .invoke(builder, proxy(listener, (name, arguments) -> called.accept(arguments[0])));
    }
    return new RunningMachine(generated, type.getMethod("build").invoke(builder));
  }

  private static Object builder(Generated generated, Calls calls) throws Exception {
    List<Class<?>> types = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (generated.files().keySet().stream().anyMatch(path -> path.endsWith("/Effects.java"))) {
      types.add(generated.type("Effects"));
      arguments.add(proxy(types.get(0), (name, values) -> calls.effects.accept(name, values[0])));
    }
    if (!generated.model().timers().isEmpty()) {
      types.add(generated.type("Scheduler"));
      arguments.add(calls.time.scheduler(generated));
    }
    return generated
        .type(generated.model().module() + "Machine")
        .getMethod("builder", types.toArray(Class<?>[]::new))
        .invoke(null, arguments.toArray());
  }

  private static Object proxy(Class<?> type, BiConsumer<String, Object[]> called) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> {
          called.accept(method.getName(), arguments);
          return null;
        });
  }

  /** The events that have a method. */
  static List<Event> events(Generated generated) {
    List<String> actions =
        new MachineNames(generated.model()).actions().stream().map(Event::action).toList();
    return generated.model().events().stream()
        .filter(each -> actions.contains(each.action()))
        .toList();
  }

  /** Calls the method of an event; the constant that it returns, or null. */
  @SuppressWarnings("NullAway")
  Object apply(Event event) {
    for (Method method : machine.getClass().getMethods()) {
      if (method.getName().equals(MachineNames.ofAction(event))
          && method.getParameterCount() == event.parameters().size()) {
        return call(method, arguments(event));
      }
    }
    throw new AssertionError("No method for " + event);
  }

  /** Calls the method of the event with this constant. */
  @SuppressWarnings("NullAway")
  Object apply(String event) {
    return apply(
        generated.model().events().stream()
            .filter(each -> each.name().equals(event))
            .findFirst()
            .orElseThrow());
  }

  /** What the method of an event is called with, from the generated constant of the event. */
  private Object[] arguments(Event event) {
    return event.parameters().isEmpty()
        ? new Object[0]
        : ((Map<?, ?>) get(constant(generated, event), "parameters")).values().toArray();
  }

  private Object call(Method method, Object... arguments) {
    try {
      return method.invoke(machine, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  /** Calls a method without parameters. */
  Object call(String name) {
    try {
      return call(machine.getClass().getMethod(name));
    } catch (NoSuchMethodException absent) {
      throw new AssertionError(absent);
    }
  }

  /** Adds or removes a listener, which is returned. */
  Object listener(String method, Object listener) throws Exception {
    machine.getClass().getMethod(method, generated.type("StepListener")).invoke(machine, listener);
    return listener;
  }

  /** A listener of this machine. */
  Object newListener(Consumer<Object> called) throws Exception {
    Class<?> type = generated.type("StepListener");
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            throw new AssertionError("the machine calls " + method);
          }
          called.accept(arguments[0]);
          return null;
        });
  }

  /** The step of an event in a location, from the generated table. */
  static Object step(Generated generated, Object location, Event event) throws Exception {
    return generated
        .type("Table")
        .getMethod("step", location.getClass(), generated.type("Event"))
        .invoke(null, location, constant(generated, event));
  }

  private static Object constant(Generated generated, Event event) {
    try {
      return generated.type("Event").getEnumConstants()[generated.model().events().indexOf(event)];
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  /** The result of a public method. */
  static Object get(Object of, String accessor) {
    try {
      return of.getClass().getMethod(accessor).invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  /** The names of the methods of a step's effects that are not about timers. */
  static List<String> effects(Generated generated, Object step) {
    List<String> names = new ArrayList<>();
    new MachineNames(generated.model()).effects().forEach(each -> names.add(each.name()));
    return ((List<?>) get(step, "effects"))
        .stream()
            .map(Object::toString)
            .filter(names::contains)
            .map(
                name ->
                    MachineNames.ofEffect(
                        generated.model().enumeration("Effect").constant(name).orElseThrow()))
            .toList();
  }
}
