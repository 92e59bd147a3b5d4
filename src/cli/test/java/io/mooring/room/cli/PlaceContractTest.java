package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every place that is written to, by the contract of the command line. */
final class PlaceContractTest {

  private final Path folder;

  PlaceContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  /** All files in a folder, with their times. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path).toString());
      }
    }
    return all;
  }

  private static Path under(Path folder, String file) throws IOException {
    Path made = folder.resolve(file);
    Files.createDirectories(made.getParent());
    return made;
  }

  @Test
  @Says(
      "`check`, `mutate`, `fuzz` and `simulate` write to `target/mooring/COMMAND` in the working"
          + " folder, or to where `--out` or `--svg` says.")
  void results() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    String spec = "../Wheel.tla";

    Called.from(here, "check", spec, "--config", "../Small.cfg");
    Called.from(here, "mutate", spec);
    Called.from(here, "simulate");
    Map<String, String> written = files(here);
    assertThat(written.keySet()).isNotEmpty().allMatch(name -> name.startsWith("target/mooring/"));
    assertThat(written.keySet().stream().map(name -> name.split("/", -1)[2]).distinct())
        .containsExactlyInAnyOrder("check", "mutate", "simulate");

    Called.from(here, "check", spec, "--config", "../Small.cfg", "--out", "a");
    Called.from(here, "mutate", spec, "--out", "b");
    Called.from(here, "simulate", "--svg", "c/call.svg");
    Map<String, String> told = files(here);
    assertThat(told).containsAllEntriesOf(written);
    told.keySet().removeAll(written.keySet());
    assertThat(told.keySet().stream().map(name -> name.substring(0, 2)).distinct())
        .containsExactlyInAnyOrder("a/", "b/", "c/");
  }

  @Test
  @Says("Beside a specification nothing is written.")
  void besideASpecification() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Map<String, String> before = files(folder);

    Called.from(here, "check", "../Wheel.tla", "--config", "../Small.cfg");
    Called.from(here, "mutate", "../Wheel.tla");

    Map<String, String> after = files(folder);
    after.keySet().removeIf(name -> name.startsWith("here/target/"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  @Says("Nothing is written into Mooring's own folder once it is built; it may be read-only.")
  void ourOwnFolder() throws Exception {
    Path home = folder.resolve("home");
    StartScript script = new StartScript(Files.createDirectories(home));
    Files.writeString(under(home, "spec/manifest.json"), "{\"models\": []}");
    Map<String, String> before = files(home);
    Path here = Files.createDirectories(folder.resolve("here"));

    Called violated =
        script.run(here, Map.of(), "check", "../Wheel.tla", "--config", "../Small.cfg");

    assertThat(violated.code()).isEqualTo(1);
    assertThat(violated.out()).contains("written: target/mooring/check/");
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  @Says(
      "A result that cannot be written is reported, and the finding keeps its exit code;"
          + " with `--json`, `--junit`, `--sarif` or `--html`, `0` becomes `2`.")
  void unwritable() throws IOException {
    Files.writeString(folder.resolve("target"), "no folder");

    Called violated = Called.from(folder, "check", "Wheel.tla", "--config", "Small.cfg");
    assertThat(violated.code()).isEqualTo(1);
    assertThat(violated.out()).contains("Invariant Small is violated", "n = 2");
    assertThat(violated.out() + violated.err()).contains("could not be written", "target");
  }

  @Test
  @Says("`generate` writes to `--out`, and neither touches nor removes a file that is not its own.")
  void generate() throws IOException {
    String spec = Called.project().resolve("spec/RoomConnection.tla").toString();
    String[] room = {"generate", "--spec", spec, "--package", "org.room", "--out", "room"};
    Files.writeString(under(folder, "room/java/org/room/Mine.java"), "class Mine {}\n");
    Files.writeString(under(folder, "room/notes"), "mine");
    Map<String, String> before = files(folder);

    Called.from(folder, room).succeeds();
    Map<String, String> after = files(folder);
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).isNotEmpty().allMatch(name -> name.startsWith("room/"));
  }

  @Test
  @Says("`new` writes to its folder alone, and only if that is empty or new.")
  void project() throws IOException {
    Map<String, String> before = files(folder);

    assertThat(Called.from(folder, "new", ".", "--name", "Upload").code()).isEqualTo(2);
    assertThat(files(folder)).isEqualTo(before);

    Called.from(folder, "new", "upload").succeeds();
    Map<String, String> after = files(folder);
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).isNotEmpty().allMatch(name -> name.startsWith("upload/"));
  }

  @Test
  @Says("`validate` writes to `--json`, `--junit`, `--sarif` and `--html` alone.")
  void validate() throws IOException {
    Files.writeString(folder.resolve("t"), "{\"state\":\"FAILED\",\"reason\":\"TIME_OUT\"}\n7\n");
    Map<String, String> before = files(folder);

    assertThat(Called.from(folder, "validate", "t").code()).isEqualTo(2);
    assertThat(files(folder)).isEqualTo(before);

    String[] files = {"--json", "a", "--junit", "b", "--sarif", "c", "--html", "d"};
    Called.from(
        folder, Stream.concat(Stream.of("validate", "t"), Stream.of(files)).toArray(String[]::new));
    Map<String, String> after = files(folder);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).containsExactly("a", "b", "c", "d");
  }

  @Test
  @Says("`probe` writes to `--trace` and `--snapshot` alone.")
  void probe() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    Map<String, String> before = files(folder);
    String address = "ws://127.0.0.1:" + nobody;

    Called.from(folder, "probe", address, "--room", "1", "--trace", "t", "--snapshot", "s");

    Map<String, String> after = files(folder);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).contains("t").isSubsetOf("t", "s");
  }

  @Test
  @Says(
      "Temporary files are in folders `mooring-tlc-*` in the temporary folder of Java: one per run,"
          + " which is removed when the run ends, however it ends, and one per library that is a"
          + " jar, which is removed when the process ends.")
  void temporaryFiles() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    StartScript script = new StartScript(Files.createDirectories(folder.resolve("home")));
    Map<String, String> options = Map.of("MOORING_OPTS", "-Djava.io.tmpdir=" + temporary);
    Path jar = folder.resolve("library.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("Spare.tla"));
    }
    assertThat(script.run(folder, options, "check", "Wheel.tla", "--library", "library.jar").code())
        .isZero();
    assertThat(script.run(folder, options, "check", "Wheel.tla", "--config", "Small.cfg").code())
        .isEqualTo(1);
    assertThat(files(temporary)).isEmpty();

    for (String signal : List.of("INT", "TERM")) {
      Process process =
          script.start(folder, options, "check", "Wheel.tla", "--config", "Endless.cfg");
      StartScript.await(process, () -> StartScript.isChecking(temporary));
      StartScript.signal(process, signal);
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left.map(Path::toString).filter(name -> name.contains("mooring")))
            .as(signal)
            .isEmpty();
      }
    }
  }

  @Test
  @Says("`trace` writes nothing but its answer, and to `--html` if that is given.")
  void shown() throws IOException {
    Files.writeString(folder.resolve("t"), "{\"states\": [{\"n\": 0}]}");
    Map<String, String> before = files(folder);

    Called.from(folder, "trace", "t", "--spec", "Wheel.tla", "--eval", "n + 1").succeeds();
    assertThat(files(folder)).isEqualTo(before);

    Called.from(folder, "trace", "t", "--html", "made/page.html").succeeds();
    Map<String, String> after = files(folder);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).containsExactly("made/page.html");
  }
}
