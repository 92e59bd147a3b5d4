package io.mooring.codegen.emit;

import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the class with the outcomes of accepted commands. */
final class AnswersEmitter implements Emitter {

  private static final String ANSWERS =
      """
      // ${header}
      package ${package};

      import java.util.Optional;

      /** The codes that answer accepted commands. */
      public final class Answers {

        private Answers() {}

        /**
         * {@return the code with which a taken event answers a pending command, or empty if the
         * command remains pending}
         *
         * @param command an accepted command
         * @param event an event that is taken while the command is pending
         */
        public static Optional<${code}> to(Event command, Event event) {
          return switch (command) {
            ${cases}
            default -> Optional.empty();
          };
        }
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (model.answers().isEmpty()) {
      return;
    }
    String code =
        model.outputs().stream()
            .filter(field -> field.name().equals("code"))
            .map(RecordType.Field::type)
            .map(type -> ((Type.EnumType) type).name())
            .findFirst()
            .orElseThrow();
    String text =
        Template.of(ANSWERS)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("code", code)
            .with("cases", cases(model.answers(), code))
            .text();
    sink.put(target.javaFile("Answers"), text);
  }

  private static List<String> cases(List<Answer> answers, String code) {
    List<String> lines = new ArrayList<>();
    for (String command : answers.stream().map(Answer::command).distinct().toList()) {
      lines.add("case " + command + " -> switch (event) {");
      for (Answer answer : answers) {
        if (answer.command().equals(command)) {
          lines.add(
              String.format(
                  Locale.ROOT,
                  "  case %s -> Optional.of(%s.%s);",
                  answer.event(),
                  code,
                  answer.code()));
        }
      }
      lines.add("  default -> Optional.empty();");
      lines.add("};");
    }
    return lines;
  }
}
