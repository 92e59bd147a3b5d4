package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.prover.model.ContradictionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The exit codes of the contract of the command line. */
final class ExitCodeContractTest {

  private final Path folder;

  ExitCodeContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  private int call(String... words) {
    return Called.from(folder, words).code();
  }

  private int inTheProject(String... words) {
    return Called.from(Called.project(), words).code();
  }

  @Test
  @Says("`0` is as expected, warnings or not; `--help` and `--version` end with it too.")
  void nothingToComplainOf() throws IOException {
    Files.writeString(folder.resolve("None.cfg"), "SPECIFICATION Spec\n");

    Called warned = Called.from(folder, "check", "Wheel.tla", "--config", "None.cfg");

    assertThat(warned.code()).isZero();
    assertThat(warned.out() + warned.err()).contains("no INVARIANT and no PROPERTY");
    for (String command : Called.commands()) {
      assertThat(call(command, "--help")).as(command).isZero();
      assertThat(call(command, "--version")).as(command).isZero();
    }
  }

  @Test
  @Says(
      "`2` is a call that cannot be carried out: an unknown command, option or value, or a file that is not there.")
  void whatCannotBeCarriedOut() {
    assertThat(call("chekc")).isEqualTo(2);
    assertThat(call("check", "--nosuch")).isEqualTo(2);
    assertThat(call("fuzz", "--tries", "many")).isEqualTo(2);
    assertThat(call("check", "Nowhere.tla")).isEqualTo(2);
  }

  @Test
  @Says("`2` is a `tla2tools.jar` of neither family that can be used; the message is one sentence.")
  void aCheckerOfNoFamily() throws IOException {
    Path jar = folder.resolve("tla2tools.jar");
    try (ZipFile from = new ZipFile(Tlc.bundled().jar().toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().equals("tlc2/output/MPRecorder.class")) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          from.getInputStream(entry).transferTo(to);
        }
      }
    }

    Called refused = Called.from(folder, "check", "Wheel.tla", "--tla2tools", jar.toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err().lines().filter(line -> !line.isBlank()))
        .singleElement()
        .asString()
        .contains("tla2tools.jar: this checker is of neither family that can be used");
  }

  @Test
  @Says("`0` is `check --about`, whatever is wrong with the checker that it describes.")
  void aboutTheChecker() {
    Called about = Called.from(folder, "check", "--about");

    assertThat(about.code()).isZero();
    assertThat(about.out())
        .startsWith(Tlc.bundled().version() + ", family 1.7: ")
        .contains("feature ALIAS: no", "feature Json: no")
        .contains("canary LazyExcept: this checker is wrong")
        .contains("canary LivenessOneWorker: the checker answers right");
  }

  /** A command that is broken. */
  @CommandLine.Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("no such row");
    }
  }

  @Test
  @Says("`2` is a fault of Mooring itself too; its details are in `target/mooring/failure.txt`.")
  void aFaultOfOurOwn() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Shell shell = new Shell(folder, null, nowhere, nowhere, false);

    int code = Mooring.commandLine(shell).addSubcommand(new Broken()).execute("broken");

    assertThat(code).isEqualTo(2);
    assertThat(folder.resolve("target/mooring/failure.txt")).content().contains("no such row");
  }

  /** A command whose helpers contradict each other. */
  @CommandLine.Command(name = "torn")
  static final class Torn implements Runnable {
    @Override
    public void run() {
      throw new ContradictionException("the solvers disagree");
    }
  }

  @Test
  @Says(
      "`4` is a proof in which two programs contradict each other, two solvers, or one and the model"
          + " checker: one of them is wrong, and no answer of the call counts.")
  void aContradiction() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Shell shell = new Shell(folder, null, nowhere, nowhere, false);

    assertThat(Mooring.commandLine(shell).addSubcommand(new Torn()).execute("torn")).isEqualTo(4);
  }

  @Test
  @Says("`new`")
  void projects() {
    assertThat(call("new", "upload")).isZero();
    assertThat(call("new", "upload")).isEqualTo(2);
    assertThat(call("new", "other", "--name", "switch")).isEqualTo(2);
    assertThat(call("new", "other", "--package", "a-b")).isEqualTo(2);
    assertThat(call("new", "other", "--repository", "nowhere")).isEqualTo(2);
    assertThat(call("new", "Wheel.tla/other")).isEqualTo(2);
    assertThat(call("new")).isEqualTo(2);
  }

  @Test
  @Says("`check`")
  void check() throws IOException {
    assertThat(call("check", "Wheel.tla")).isZero();
    assertThat(call("check", "Wheel.tla", "--witness", "Full")).isZero();
    assertThat(call("check", "Wheel.tla", "--config", "Small.cfg")).isEqualTo(1);
    assertThat(call("check", "Wheel.tla", "--witness", "Over")).isEqualTo(1);
    assertThat(call("check", "--manifest", Wheel.manifest(folder, "all", 4))).isZero();
    assertThat(call("check", "--manifest", Wheel.manifest(folder, "all", 5))).isEqualTo(1);
    Files.writeString(folder.resolve("Broken.tla"), "---- MODULE Broken ----\nInit == \n====\n");
    Files.writeString(folder.resolve("Broken.cfg"), "INIT Init\n");
    assertThat(call("check", "Broken.tla")).isEqualTo(2);
    Files.writeString(folder.resolve("Odd.cfg"), "INIT Init\nNEXT Odd\n");
    assertThat(call("check", "Wheel.tla", "--config", "Odd.cfg")).isEqualTo(2);
    Files.writeString(folder.resolve("Never.cfg"), "INIT Never\nNEXT Next\nINVARIANT Low\n");
    assertThat(call("check", "Wheel.tla", "--config", "Never.cfg")).isEqualTo(2);
  }

  @Test
  @Says("`trace`")
  void trace() throws IOException {
    Files.writeString(folder.resolve("t"), "{\"states\": [{\"n\": 0}]}");

    assertThat(call("trace", "t")).isZero();
    assertThat(call("trace", "t", "--spec", "Wheel.tla", "--eval", "n + 1")).isZero();
    assertThat(call("trace", "t", "--spec", "Wheel.tla", "--eval", "n +")).isEqualTo(2);
    assertThat(call("trace", "t", "--only", "m")).isEqualTo(2);
    assertThat(call("trace", "nowhere")).isEqualTo(2);
    assertThat(call("trace")).isEqualTo(2);
  }

  @Test
  @Says("`atlas`")
  void atlas() {
    String door = Called.project().resolve("src/examples/door/spec/Door.tla").toString();

    assertThat(call("atlas", "--spec", door, "--out", "door.html")).isZero();
    assertThat(call("atlas", "--spec", door, "--out", ".")).isEqualTo(2);
    assertThat(call("atlas", "--spec", "Wheel.tla", "--out", "wheel.html")).isEqualTo(2);
    assertThat(call("atlas", "--spec", door)).isEqualTo(2);
  }

  @Test
  @Says("`prove`")
  void prove() throws IOException {
    Files.writeString(
        folder.resolve("Up.tla"),
        """
        ---- MODULE Up ----
        EXTENDS Integers
        VARIABLE n
        Init == n = 0
        Next == n' = n + 1
        Spec == Init /\\ [][Next]_n
        Ind == n \\in Nat
        Small == n \\in Nat /\\ n < 9
        ====
        """);
    assertThat(call("prove", "--inductive", "Up.tla", "--invariant", "Ind")).isZero();
    assertThat(call("prove", "--inductive", "Up.tla", "--invariant", "Small")).isEqualTo(1);
    assertThat(call("prove", "--inductive", "Up.tla", "--invariant", "Large")).isEqualTo(2);
  }

  @Test
  @Says("`mutate`")
  void mutate() throws IOException {
    assertThat(call("mutate", "Wheel.tla", "--only", "drop-update", "--matching", "Nothing"))
        .isEqualTo(2);
    assertThat(call("mutate", "Wheel.tla", "--config", "Small.cfg")).isEqualTo(2);
    assertThat(call("mutate", "Wheel.tla", "--config", "Low.cfg")).isEqualTo(1);
    Files.writeString(folder.resolve("None.json"), "{\"survivors\": []}");
    assertThat(call("mutate", "Wheel.tla", "--reviewed", "None.json")).isZero();
  }

  @Test
  @Says("`generate`")
  void generate() throws IOException {
    Path spec = Called.project().resolve("spec/RoomConnection.tla");
    String[] room = {
      "generate", "--spec", spec.toString(), "--package", "org.example.room", "--out", "room"
    };
    String[] compared = Stream.concat(Stream.of(room), Stream.of("--check")).toArray(String[]::new);

    assertThat(call(room)).isZero();
    assertThat(call(compared)).isZero();
    Path table = folder.resolve("room/java/org/example/room/Table.java");
    Files.writeString(table, "// of somebody\n" + Files.readString(table));
    assertThat(call(compared)).isEqualTo(1);
    assertThat(call("generate", "--spec", "Wheel.tla", "--package", "org.wheel", "--out", "wheel"))
        .isEqualTo(2);
    Path theirs = Files.createDirectories(folder.resolve("theirs/java/org/example/room"));
    Files.writeString(theirs.resolve("Table.java"), "class Table {}\n");
    room[room.length - 1] = "theirs";
    assertThat(call(room)).isEqualTo(2);
  }

  @Test
  @Says("`fuzz`")
  void fuzz() throws IOException {
    Path list =
        Files.writeString(folder.resolve("kick.events"), "Initialize\nJoinChannel\nKicked\n");
    String[] replayed = {"fuzz", "--oracle", "tlc", "--replay", list.toString()};
    assertThat(inTheProject(replayed)).isZero();
    // The same connection, checked against another specification.
    Path other = Files.createDirectories(folder.resolve("other/spec"));
    try (Stream<Path> files = Files.list(Called.project().resolve("spec"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, other.resolve(file.getFileName().toString()));
      }
    }
    Path contract = other.resolve("RoomConnection.tla");
    String text = Files.readString(contract);
    Files.writeString(
        contract, text.replace("InSession, BE_KICKED)", "InSession, CHANNEL_CLOSED)"));
    assertThat(Called.from(folder.resolve("other"), replayed).code()).isEqualTo(1);
    Files.writeString(list, "Initialize\nDance\n");
    assertThat(inTheProject(replayed)).isEqualTo(2);
    assertThat(inTheProject("fuzz", "--minimise", "--corpus", folder.resolve("no").toString()))
        .isEqualTo(2);
  }

  @Test
  @Says("`simulate`")
  void simulate() {
    assertThat(call("simulate", "--seed", "3")).isZero();
    assertThat(call("simulate", "--runs", "5")).isZero();
    assertThat(call("simulate", "--runs", "0")).isEqualTo(2);
    assertThat(SimulateCommand.exitCode(0)).isZero();
    assertThat(SimulateCommand.exitCode(1)).isEqualTo(1);
  }

  @Test
  @Says("`validate`")
  void validate() throws IOException {
    String joins = "{\"time\":0,\"state\":\"CONNECTING\",\"reason\":\"JOIN_CHANNEL\"}\n";
    String rejoins = "{\"time\":9,\"state\":\"CONNECTED\",\"reason\":\"REJOIN_SUCCEED\"}\n";
    Files.writeString(folder.resolve("good"), joins);
    Files.writeString(folder.resolve("bad"), joins + rejoins);
    Files.writeString(folder.resolve("odd"), joins + "\"\n" + rejoins);

    assertThat(call("validate", "good")).isZero();
    assertThat(call("validate", "good", "bad")).isEqualTo(1);
    assertThat(call("validate", "bad", "odd")).isEqualTo(2);
    assertThat(call("validate", "nowhere")).isEqualTo(2);
  }

  @Test
  @Says("`probe`")
  void probe() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    String address = "ws://127.0.0.1:" + nobody;

    assertThat(call("probe", address, "--room", "1")).isEqualTo(1);
    assertThat(call("probe", address)).isEqualTo(2);
    assertThat(call("probe", "--room", "1")).isEqualTo(2);
    assertThat(ProbeCommand.exitCode(/* ended= */ false)).isZero();
  }
}
