package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;

/** Makes a Java enum of each enumeration, with the codes or strings of the module. */
final class EnumEmitter implements Emitter {

  private static final String CODED =
      """
      // ${header}
      package ${package};

      import java.util.Optional;

      ${doc}
      public enum ${name} {
        ${constants}

        private static final ${name}[] VALUES = values();

        private final int code;

        ${name}(int code) {
          this.code = code;
        }

        /** {@return the integer of this constant, in the specification and outside} */
        public int code() {
          return code;
        }

        /**
         * {@return the constant with this code, or empty if there is none}
         *
         * @param code any integer
         */
        public static Optional<${name}> find(int code) {
          for (${name} value : VALUES) {
            if (value.code == code) {
              return Optional.of(value);
            }
          }
          return Optional.empty();
        }

        /**
         * {@return the constant with this code}
         *
         * @param code the code of a constant
         * @throws IllegalArgumentException if there is none; the message names the code
         */
        public static ${name} of(int code) {
          return find(code)
              .orElseThrow(() -> new IllegalArgumentException("No ${name} has the code " + code));
        }
      }
      """;

  private static final String NAMED =
      """
      // ${header}
      package ${package};

      ${doc}
      public enum ${name} {
        ${constants}

        private final String value;

        ${name}(String value) {
          this.value = value;
        }

        /** {@return the ${kind} of this constant in the specification} */
        public String ${accessor}() {
          return value;
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    for (Enumeration enumeration : model.enumerations()) {
      if (enumeration.name().equals(TimerEmitter.TIMER) && !model.timers().isEmpty()) {
        continue; // it has more to say than its values
      }
      String text =
          Template.of(enumeration.coded() ? CODED : NAMED)
              .with("header", target.header())
              .with("package", target.javaPackage())
              .with("doc", doc(enumeration))
              .with("name", enumeration.name())
              .with("kind", isModelled(enumeration) ? "name of the model value" : "string")
              .with("accessor", accessor(enumeration))
              .with("constants", constants(enumeration))
              .text();
      sink.put(target.javaFile(enumeration.name()), text);
    }
  }

  /** Whether the constants stand for model values, which no string is equal to. */
  private static boolean isModelled(Enumeration enumeration) {
    return enumeration.constants().get(0).value() instanceof Value.ModelValue;
  }

  /** The name of the accessor of what a constant that has no code is in the specification. */
  static String accessor(Enumeration enumeration) {
    return isModelled(enumeration) ? "modelValue" : "value";
  }

  static String doc(Enumeration enumeration) {
    return Javadoc.comment(
        Javadoc.paragraphs(
            enumeration.doc(), "The set {@code " + enumeration.name() + "} of the specification."),
        List.of());
  }

  private static List<String> constants(Enumeration enumeration) {
    List<String> lines = new ArrayList<>();
    List<Constant> constants = enumeration.constants();
    for (Constant constant : constants) {
      lines.add(
          Javadoc.comment(
              Javadoc.paragraphs(constant.doc(), "The value {@code " + constant.value() + "}."),
              List.of()));
      boolean last = constant.equals(constants.get(constants.size() - 1));
      lines.add(constant.name() + "(" + literal(constant.value()) + ")" + (last ? ";" : ","));
    }
    return lines;
  }

  private static String literal(Value value) {
    return value instanceof Value.Int ? value.toString() : JavaTypes.string(value.word());
  }
}
