package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example in TypeScript compiles, runs on the room's table, and compares it with its vectors.
 */
@Tag("node")
final class TypeScriptExampleTest {

  private static final Path EXAMPLE = Project.root().resolve("src/examples/typescript");

  private final Path folder;

  TypeScriptExampleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void compile(@TempDir Path folder) throws Exception {
    Path compiler = EXAMPLE.resolve("node_modules/typescript/bin/tsc");
    assertThat(compiler).as("the compiler is missing: %s", Node.INSTALL).isRegularFile();
    assertThat(node(folder, 0, compiler.toString(), "-p", ".")).isEmpty();
  }

  private static String node(Path folder, int exitCode, String... arguments) throws Exception {
    return Node.run(EXAMPLE, folder, exitCode, arguments);
  }

  @Test
  void theClientPrintsWhatTheExampleShows() throws Exception {
    assertThat(node(folder, 0, "target/src/examples/typescript/src/main.js"))
        .isEqualTo(Files.readString(EXAMPLE.resolve("expected-output.txt")));
  }

  @Test
  void theTableOfTheRoomDoesWhatItsVectorsSay() throws Exception {
    assertThat(node(folder, 0, "test.mjs")).matches("136 rows, \\d{3} walks, 0 differences\n");
  }

  @Test
  void aChangedTableIsFound() throws Exception {
    String table =
        Files.readString(EXAMPLE.resolve("target/generated/typescript/room-connection.js"));
    String changed =
        table.replaceFirst(
            "(row\\(\"CONNECTED\", \"SIGNAL_LOST\", \"TAKEN\", )\"RECONNECTING\"", "$1\"FAILED\"");
    assertThat(changed).isNotEqualTo(table);
    Path module = Files.writeString(folder.resolve("changed.mjs"), changed);
    assertThat(node(folder, 1, "test.mjs", module.toString()))
        .contains(", to: \"FAILED\" instead of \"RECONNECTING\"");
  }

  @Test
  void aChangedVectorIsFound() throws Exception {
    String vectors = Files.readString(Project.root().resolve("generated/typescript/vectors.json"));
    Path changed =
        Files.writeString(
            folder.resolve("changed.json"),
            vectors.replaceFirst("\"outcome\":\"REFUSED\"", "\"outcome\":\"TAKEN\""));
    assertThat(
            node(
                folder,
                1,
                "test.mjs",
                "target/generated/typescript/room-connection.js",
                changed.toString()))
        .contains("outcome: \"REFUSED\" instead of \"TAKEN\"");
  }
}
