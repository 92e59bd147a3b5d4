package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiled table is TLC's graph: every state, every labelled edge, and nothing more. */
class GeneratedTableConformance {

  private static String difference(Subject subject, Map<String, String> java) throws Exception {
    Subject.Generated generated = subject.generated();
    CompiledSpec compiled =
        new CompiledSpec(generated.model(), generated.request().target().javaPackage(), java);
    return new GraphComparison(compiled, generated.graph()).difference(generated.graph());
  }

  @ParameterizedTest
  @EnumSource
  void theCompiledTableIsTheGraphOfTlc(Subject subject) throws Exception {
    assertThat(difference(subject, subject.generated().java())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theIndexOfALocationAndAnEventIsThatOfTheirRow(Subject subject) throws Exception {
    Subject.Generated generated = subject.generated();
    String javaPackage = generated.request().target().javaPackage();
    ClassLoader compiled = InMemoryCompiler.compile(generated.java());
    Class<?> table = compiled.loadClass(javaPackage + ".Table");
    Class<?> location = compiled.loadClass(javaPackage + ".Location");
    Class<?> event = compiled.loadClass(javaPackage + ".Event");
    List<?> steps = (List<?>) table.getMethod("steps").invoke(null);
    for (int i = 0; i < steps.size(); i++) {
      Object step = steps.get(i);
      Object from = step.getClass().getMethod("from").invoke(step);
      Object what = step.getClass().getMethod("event").invoke(step);
      Object place = table.getMethod("index", location).invoke(null, from);
      assertThat(table.getMethod("index", location, event).invoke(null, from, what)).isEqualTo(i);
      assertThat(table.getMethod("index", int.class, event).invoke(null, place, what)).isEqualTo(i);
    }
    assertThat(steps).isNotEmpty();
  }

  @Test
  void anotherTargetInOneRowIsFoundByTheShortestWay() throws Exception {
    assertThat(changed("row\\((CONNECTED, +MEDIA_LOST, +TAKEN, +)RECONNECTING", "row($1FAILED"))
        .startsWith(
            "After Initialize, JoinChannel, Joined, MediaLost the table gives"
                + " CONNECTED --MEDIA_LOST--> FAILED");
  }

  @Test
  void aMissingEffectInOneRowIsFoundByTheShortestWay() throws Exception {
    assertThat(changed("(row\\(RECONNECTING, +LEAVE_CHANNEL,.*run\\(.*)CANCEL_WINDOW, ", "$1"))
        .startsWith(
            "After Initialize, JoinChannel, Joined, MediaLost, LeaveChannel the table gives");
  }

  @Test
  void anotherCodeInOneRowIsFoundByTheShortestWay() throws Exception {
    assertThat(changed("(row\\(UNKNOWN, +JOIN_CHANNEL, .*)WRONG_STATE", "$1NOT_JOINED"))
        .startsWith("After JoinChannel the table gives");
  }

  private static String changed(String pattern, String replacement) throws Exception {
    SortedMap<String, String> java = new TreeMap<>(Subject.ROOM_CONNECTION.generated().java());
    String path = "java/io/mooring/room/spec/Table.java";
    String table = Objects.requireNonNull(java.get(path));
    String other = table.replaceFirst(pattern, replacement);
    assertThat(other).isNotEqualTo(table);
    java.put(path, other);
    return difference(Subject.ROOM_CONNECTION, java);
  }
}
