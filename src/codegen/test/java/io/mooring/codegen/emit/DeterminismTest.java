package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.sink.TreeSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same specification gives the same bytes, in whichever JVM. */
class DeterminismTest {

  /** Generates the project's own tree into the folder that is the only argument. */
  public static final class OtherJvm {
    private OtherJvm() {}

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
      TreeSink sink = new TreeSink(Path.of(arguments[0]));
      Subject.ROOM_CONNECTION.generated().files().forEach(sink::put);
      sink.commit();
    }
  }

  @Test
  void anotherJvmGeneratesTheSameBytes(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(property("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=0",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-cp",
                property("java.class.path"),
                OtherJvm.class.getName(),
                folder.resolve("tree").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    SortedMap<String, String> there = files(folder.resolve("tree"));
    there.keySet().removeIf(path -> path.equals("generated-files.txt"));
    assertThat(there).isEqualTo(Subject.ROOM_CONNECTION.generated().files());
  }

  @Test
  void noFileTellsWhereOrWhenItWasMade() throws Exception {
    String here = Subject.root().toString();
    Subject.ROOM_CONNECTION
        .generated()
        .files()
        .forEach(
            (path, text) -> {
              assertThat(text).as(path).doesNotContain(here).doesNotContain("\r");
              if (!path.startsWith("model/")) {
                assertThat(text)
                    .as(path)
                    .containsPattern("Room(Connection|Timing)\\.tla by mooring-codegen");
                assertThat(text).as(path).doesNotContainPattern("\\b20[2-9][0-9]-[01][0-9]");
              }
            });
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name));
  }

  private static SortedMap<String, String> files(Path root) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
