package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a folder that is built already, called from elsewhere. */
final class InstallationTest {

  private final Path home;
  private final Path work;

  InstallationTest(@TempDir Path folder) throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    work = Files.createDirectory(folder.resolve("work"));
    Files.writeString(
        work.resolve("Lamp.tla"),
        """
        ---- MODULE Lamp ----
        EXTENDS Naturals
        VARIABLE x
        Init == x = 0
        Next == x' = 1 - x
        Spec == Init /\\ [][Next]_x
        Dark == x = 0
        ====
        """);
    Files.writeString(work.resolve("Lamp.cfg"), "SPECIFICATION Spec\nINVARIANT Dark\n");
  }

  private static Map<String, FileTime> files(Path folder) throws IOException {
    Map<String, FileTime> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        files.put(folder.relativize(each).toString(), Files.getLastModifiedTime(each));
      }
    }
    return files;
  }

  @Test
  void nothingIsWrittenIntoItAndResultsStandWhereTheCallerIs() throws Exception {
    StartScript script = new StartScript(home);
    Map<String, FileTime> before = files(home);

    Called called = script.run(work, Map.of(), "check", "Lamp.tla");

    assertThat(called.code()).as(called.err()).isOne();
    assertThat(called.out()).contains("written: target/mooring/check/Lamp-Dark.mmd");
    assertThat(work.resolve("target/mooring/check/Lamp-Dark.mmd")).exists();
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  void itMayBeMovedAfterItWasBuilt() throws Exception {
    StartScript built = new StartScript(home);
    Files.writeString(home.resolve("src/build/target/app/class-path"), "classes.jar");
    Path moved = Files.move(home, home.resolveSibling("a place & another"));
    Files.writeString(work.resolve("call"), "exec '" + moved + "/mooring' check Lamp.tla");

    Called called = built.call(work, Map.of(), "call");

    assertThat(called.code()).as(called.err()).isOne();
    assertThat(called.err()).isEmpty();
  }
}
