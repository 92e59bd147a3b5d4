package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.model.Answer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The compiled answers are what TLC makes of the table of the specification. */
class GeneratedAnswersConformance {

  private static Class<?> load(Subject subject, String name) throws Exception {
    return InMemoryCompiler.compile(subject.generated().java())
        .loadClass(subject.generated().request().target().javaPackage() + "." + name);
  }

  @Test
  void theAnswersAreTheAnswerTable() throws Exception {
    Subject subject = Subject.ROOM_CONNECTION;
    Class<?> answers = load(subject, "Answers");
    Class<?> event = answers.getClassLoader().loadClass(answers.getPackageName() + ".Event");
    Method to = answers.getMethod("to", event, event);
    List<TlaValue> rows = new ArrayList<>();
    for (Object command : event.getEnumConstants()) {
      for (Object answer : event.getEnumConstants()) {
        Optional<?> code = (Optional<?>) to.invoke(null, command, answer);
        if (code.isPresent()) {
          rows.add(
              new TlaValue.Rec(
                  new TreeMap<>(
                      Map.of(
                          "command", action(command),
                          "event", action(answer),
                          "code", code(code.get())))));
        }
      }
    }

    try (Oracle oracle =
        Tlc.bundled().open(subject.request().module(), subject.request().config())) {
      assertThat(new TlaValue.SetOf(rows))
          .isEqualTo(oracle.evaluate("AnswerTable", oracle.initial().get(0)));
    }
  }

  @Test
  void theyComeInTheOrderOfTheEvents() throws Exception {
    assertThat(Subject.ROOM_CONNECTION.generated().model().answers())
        .startsWith(
            new Answer("JOIN_CHANNEL", "LEAVE_CHANNEL", "JOIN_CUT_BY_LEAVE"),
            new Answer("JOIN_CHANNEL", "RELEASE", "JOIN_CUT_BY_RELEASE"),
            new Answer("JOIN_CHANNEL", "JOINED", "OK"));
  }

  @Test
  void aModuleWithoutAnswersHasNone() {
    assertThatThrownBy(() -> load(Subject.TURNSTILE, "Answers"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private static TlaValue action(Object event) throws Exception {
    return new TlaValue.Str((String) event.getClass().getMethod("action").invoke(event));
  }

  private static TlaValue code(Object code) throws Exception {
    return new TlaValue.Int((Integer) code.getClass().getMethod("code").invoke(code));
  }
}
