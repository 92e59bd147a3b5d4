package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.sink.Sink;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a handler of each enumeration that notifications tell: one method for each constant. */
final class HandlerEmitter implements Emitter {

  private static final String HANDLER =
      """
      // ${header}
      package ${package};

      import java.util.EnumMap;
      import java.util.Map;
      import java.util.Objects;
      import java.util.function.Consumer;

      /**
       * Handles each {@link ${name}} in a method of its own, so that the compiler reports a missing
       * one.
       *
       * <p>If only some of them matter, use {@link #builder()} with actions for these and one for all
       * others.
       *
       * @param <T> the type of the argument
       */
      public interface ${name}Handler<T> {
        ${methods}

        /**
         * Calls the method of a constant.
         *
         * @param constant the constant
         * @param subject the argument of its method
         */
        default void handle(${name} constant, T subject) {
          switch (constant) {
            ${cases}
          }
        }

        /** {@return a new builder, without actions} */
        static <T> Builder<T> builder() {
          return new Builder<>();
        }

        /**
         * Actions for some constants, at most one for each: a second one is refused with an {@link
         * IllegalStateException}. Not thread-safe.
         *
         * @param <T> the type of the argument
         */
        final class Builder<T> {
          private final Map<${name}, Consumer<? super T>> actions =
              new EnumMap<>(${name}.class);

          private Builder() {}

          ${setters}

          /**
           * Builds the handler.
           *
           * @param action the action for all constants without one
           * @return a handler with the actions so far
           */
          public ${name}Handler<T> otherwise(Consumer<? super T> action) {
            return new Chosen<>(new EnumMap<>(actions), Objects.requireNonNull(action, "action"));
          }

          private Builder<T> on(${name} constant, Consumer<? super T> action) {
            if (actions.putIfAbsent(constant, Objects.requireNonNull(action, "action")) != null) {
              throw new IllegalStateException(constant + " has an action already");
            }
            return this;
          }

          private record Chosen<T>(
              Map<${name}, Consumer<? super T>> actions, Consumer<? super T> otherwise)
              implements ${name}Handler<T> {
            ${chosen}

            private void run(${name} constant, T subject) {
              actions.getOrDefault(constant, otherwise).accept(subject);
            }
          }
        }
      }
      """;

  private static final String METHOD =
      """
      ${doc}
      void on${constant}(T subject);
      """;

  private static final String SETTER =
      """
      /** Sets the action for {@link ${name}#${constant}}. */
      public Builder<T> on${pascal}(Consumer<? super T> action) {
        return on(${name}.${constant}, action);
      }
      """;

  private static final String CHOICE =
      """
      @Override
      public void on${pascal}(T subject) {
        run(${name}.${constant}, subject);
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    new ModelLookup(model)
        .notifications()
        .map(RecordType::fields)
        .orElse(List.of())
        .forEach(
            field -> {
              if (field.type() instanceof Type.EnumType type) {
                emit(model.enumeration(type.name()), target, sink);
              }
            });
  }

  private static void emit(Enumeration enumeration, Target target, Sink sink) {
    String name = enumeration.name();
    String text =
        Template.of(HANDLER)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("name", name)
            .with("methods", blocks(enumeration, HandlerEmitter::method))
            .with("cases", cases(enumeration))
            .with("setters", blocks(enumeration, constant -> each(SETTER, name, constant)))
            .with("chosen", blocks(enumeration, constant -> each(CHOICE, name, constant)))
            .text();
    sink.put(target.javaFile(name + "Handler"), text);
  }

  private static String blocks(Enumeration enumeration, Function<Constant, String> block) {
    return enumeration.constants().stream()
        .map(block)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> cases(Enumeration enumeration) {
    return enumeration.constants().stream()
        .map(Constant::name)
        .map(name -> "case " + name + " -> on" + Target.pascal(name) + "(subject);")
        .toList();
  }

  private static String method(Constant constant) {
    return Template.of(METHOD)
        .with(
            "doc",
            Javadoc.comment(
                Javadoc.paragraphs(constant.doc(), "For {@code " + constant.name() + "}."),
                List.of("@param subject the argument")))
        .with("constant", Target.pascal(constant.name()))
        .text();
  }

  private static String each(String template, String name, Constant constant) {
    return Template.of(template)
        .with("name", name)
        .with("constant", constant.name())
        .with("pascal", Target.pascal(constant.name()))
        .text();
  }
}
