package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The compiler that generated code must pass is strict. */
final class InMemoryCompilerTest {

  @Test
  void aCallThatAndroidDoesNotHaveIsFoundWithItsLine() {
    String source =
        """
        package made;
        final class Made {
          Object call() {
            return StackWalker.getInstance();
          }
        }
        """;

    assertThatThrownBy(() -> InMemoryCompiler.compile(Map.of("made/Made.java", source)))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("(?s)Not on Android:.*Made.*:4: .*StackWalker.*");
  }

  @Test
  void aRecordOfAListIsOnAndroid() throws Exception {
    String source = "package made; record Made(java.util.List<String> names) {}";

    assertThat(InMemoryCompiler.compile(Map.of("made/Made.java", source)).loadClass("made.Made"))
        .isRecord();
  }
}
