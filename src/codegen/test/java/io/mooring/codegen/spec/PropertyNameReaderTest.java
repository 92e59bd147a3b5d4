package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.emit.PropertyNamesEmitter;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.PropertyNames;
import io.mooring.codegen.sink.MemorySink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of a module's properties as constants, whatever the module is. */
final class PropertyNameReaderTest {

  private static final String CLOCK =
      """
      ---- MODULE Clock ----
      EXTENDS Naturals
      VARIABLE hour
      Init == hour = 1
      Next == hour' = IF hour = 12 THEN 1 ELSE hour + 1
      Spec == Init /\\ [][Next]_hour
      \\* No hour is later than noon.
      NotTooLateInv == hour <= 12
      NotTooLateProp == [][hour' <= 12]_hour
      ====
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void eachNameIsAConstantWithItsCommentAndLine() throws Exception {
    MemorySink sink = new MemorySink();

    PropertyNamesEmitter.emit(
        read("INVARIANT NotTooLateInv\nPROPERTY NotTooLateProp\n"),
        "java",
        "org.example",
        "Clock.tla",
        "make",
        sink);

    assertThat(sink.files()).containsOnlyKeys("java/org/example/ClockProperties.java");
    assertThat(sink.files().get("java/org/example/ClockProperties.java"))
        .startsWith("// Generated from Clock.tla by mooring-codegen. Do not edit; run: make\n")
        .contains(
            "No hour is later than noon.",
            "{@code Clock.tla:8}",
            "String NOT_TOO_LATE = \"NotTooLateInv\";",
            "String NOT_TOO_LATE2 = \"NotTooLateProp\";");
  }

  @Test
  void aNameThatTheModuleDoesNotDefineIsRefused() {
    assertThatThrownBy(() -> read("INVARIANT NeverInv\n"))
        .isInstanceOf(ModelException.class)
        .hasMessage("Clock.tla: no definition NeverInv, which the configuration names");
  }

  @Test
  void aConfigurationWithoutPropertiesIsRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(ModelException.class)
        .hasMessage("Clock.cfg: names no INVARIANT and no PROPERTY of Clock");
  }

  private PropertyNames read(String statements) throws Exception {
    return PropertyNameReader.read(
        Tlc.bundled().parse(write("Clock.tla", CLOCK)),
        write("Clock.cfg", "SPECIFICATION Spec\n" + statements));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
