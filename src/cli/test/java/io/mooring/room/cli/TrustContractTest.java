package io.mooring.room.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mooring.room.ConnectionSnapshot;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For each input, whom one must trust, by the contract of the command line. */
final class TrustContractTest {

  private static final String DEEP = "[".repeat(100_000);

  private final Path folder;

  TrustContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
  }

  private String write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return name;
  }

  /** Compiles a class whose first use leaves a file {@code ran}, with one static method. */
  private void compile(String name, String method) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve(name + ".java"), "public class " + name + " { " + method + " }");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
  }

  @Test
  @Says(
      "A specification and all modules that it uses are code: a Java class beside a module"
          + " replaces an operator.")
  void specifications() throws IOException {
    String text = Files.readString(folder.resolve("Wheel.tla"));
    write(
        "Wheel.tla",
        text.replace("Init ==", "Turn(k) == (k + 1) % 4\nInit ==")
            .replace("Next == n' = (n + 1) % 4", "Next == n' = Turn(n)"));
    assertThat(Called.from(folder, "check", "Wheel.tla", "--config", "Low.cfg").succeeds().out())
        .contains("4 distinct states");
    compile("Wheel", "public static Object Turn(Object n) { return n; }");
    assertThat(Called.from(folder, "check", "Wheel.tla", "--config", "Low.cfg").succeeds().out())
        .contains("1 distinct state");
  }

  @Test
  @Says(
      "A configuration file chooses what of a specification is evaluated; trust it as the"
          + " specification.")
  void configurations() throws IOException {
    write("Odd.cfg", "INIT Init\nNEXT Odd\n");

    assertThat(Called.from(folder, "check", "Wheel.tla").code()).isZero();
    assertThat(Called.from(folder, "check", "Wheel.tla", "--config", "Odd.cfg").code())
        .isEqualTo(2);
  }

  @Test
  @Says(
      "A manifest names specifications, which are checked: trust it as these. No name in it leads a"
          + " result out of its folder.")
  void manifests() throws IOException {
    String good = Wheel.manifest(folder, "every wheel", 4);
    assertThat(Called.from(folder, "check", "--manifest", good).succeeds().out())
        .contains("every wheel");

    for (String name : List.of("../../out", "/tmp/out", "a/b", "..", "a\\u001b[2J", "")) {
      String led = Wheel.manifest(folder, name, 5);
      Called.from(folder, "check", "--manifest", led)
          .isRefused("models/models.json: model 1", "name");
    }
  }

  @Test
  @Says(
      "The jar of `--tla2tools` is code, and so is what `JAVA_HOME`, `JAVA_OPTS` and `MOORING_OPTS`"
          + " name.")
  void jars() throws Exception {
    StartScript script = new StartScript(Files.createDirectories(folder.resolve("home")));
    for (String variable : List.of("JAVA_OPTS", "MOORING_OPTS")) {
      assertThat(script.run(folder, Map.of(variable, "-showversion"), "--version").err())
          .contains("Runtime Environment");
    }
    assertThat(script.run(folder, Map.of("JAVA_HOME", folder.toString()), "--version").err())
        .contains("JAVA_HOME is " + folder);
    Called.from(folder, "check", "Wheel.tla", "--tla2tools", write("no.jar", "no jar"))
        .isRefused("no.jar");
  }

  @Test
  @Says(
      "Traces are data: nothing that they name is loaded or run, but the specification for"
          + " `trace --eval`; `trace --html` reads its text.")
  void traces() throws Exception {
    StartScript script = new StartScript(Files.createDirectories(folder.resolve("home")));
    compile("Named", "static { System.exit(77); }");
    String named = "javax.print.PrintException";
    write(
        "t",
        "{\"@class\":\""
            + named
            + "\",\"state\":[\""
            + named
            + "\",{}],\"reason\":\""
            + named
            + "\"}\n"
            + "{\"@type\":\"Named\",\"state\":\"Named\",\"reason\":\"${jndi:Named}\"}\n");
    Map<String, String> log = Map.of("MOORING_OPTS", "-Xlog:class+load:file=loaded");

    assertThat(script.run(folder, log, "validate", "t").code()).isEqualTo(2);
    assertThat(folder.resolve("loaded"))
        .content()
        .contains("io.mooring.room.cli.ValidateCommand ")
        .doesNotContain(named, "] Named ");
  }

  @Test
  @Says(
      "`trace --eval` takes the specification that a trace names only from the trace's folder or the"
          + " working folder, and only where no Java class would be run; any other one is named by"
          + " `--spec`.")
  void namedByATrace() throws Exception {
    String state = "\"states\": [{\"n\": 0}]}";
    for (String name : List.of("/etc/Wheel.tla", "../Wheel.tla", "../../../../Wheel.tla")) {
      write("t", "{\"#meta\": {\"source\": \"" + name + "\"}, " + state);
      Called.from(folder, "trace", "t", "--eval", "n").isRefused("t: names", "--spec");
    }
    write("t", "{\"#meta\": {\"source\": \"Wheel.tla\"}, " + state);
    Called.from(folder, "trace", "t", "--eval", "n").succeeds();
    compile("Wheel", "static { System.exit(77); }");
    Called.from(folder, "trace", "t", "--eval", "n").isRefused("Wheel.class", "--spec");
  }

  @Test
  @Says(
      "No depth, length or number in a JSON file exhausts the memory: an excess is rejected"
          + " with its file and line.")
  void depth() throws IOException {
    String good = "{\"state\":\"CONNECTING\",\"reason\":\"JOIN_CHANNEL\"}\n";
    String number = "{\"time\":" + "9".repeat(100_000) + "}\n";
    String power = "{\"time\":1e999999999,\"session\":1e999999999}\n";
    assertThat(
            Called.from(folder, "validate", write("t", good + "{\"a\":" + DEEP + "\n"))
                .isRefused("t:2")
                .err())
        .contains("t:2");
    Called.from(folder, "validate", write("t", number)).isRefused("t:1");
    Called.from(folder, "validate", write("t", power)).isRefused("t:1");
    Called.from(folder, "validate", write("t.itf.json", DEEP)).isRefused("t.itf.json");
    Called.from(folder, "check", "--manifest", write("m.json", DEEP)).isRefused("m.json:1");
    Called.from(folder, "mutate", "Wheel.tla", "--manifest", "m.json").isRefused("m.json:1");
    Called.from(folder, "mutate", "Wheel.tla", "--reviewed", "m.json").isRefused("m.json:1");
  }

  @Test
  @Says(
      "Lists of events are data: they drive simulated connections alone; one with an unknown word is"
          + " refused, and left out of a corpus.")
  void lists() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    String[] minimise = {"fuzz", "--oracle", "table", "--minimise", "--corpus", corpus.toString()};
    for (String list :
        List.of("Initialize\nexec touch ran\n", "java.io.File\n", "advance 9e9s\n")) {
      Path file = Files.writeString(corpus.resolve("a.events"), list);
      Called.from(Called.project(), "fuzz", "--oracle", "table", "--replay", file.toString())
          .isRefused("a.events:");
      assertThat(Called.from(Called.project(), minimise).succeeds().out())
          .containsPattern("left out +.*a.events:");
    }
  }

  @Test
  @Says(
      "Lists of survivors and result logs of `mutate` are data: a line that does not belong"
          + " to a log is ignored.")
  void journals() throws IOException {
    Called.from(folder, "mutate", "Wheel.tla").succeeds();
    Path journal = folder.resolve("target/mooring/mutate/Wheel.journal.ndjson");
    String lines = Files.readString(journal);
    Files.writeString(journal, DEEP + "\n{\"@class\":\"Named\"}\nexec\n" + lines);

    Called.from(folder, "mutate", "Wheel.tla", "--resume").succeeds();
  }

  @Test
  @Says(
      "Counterexamples and reports are never run by a command; `validate` reads a"
          + " counterexample as a trace.")
  void reports() throws IOException {
    Called.from(folder, "check", "Wheel.tla", "--config", "Small.cfg");
    Path written = folder.resolve("target/mooring/check");
    try (var files = Files.list(written)) {
      assertThat(files.map(Path::toString))
          .hasSize(2)
          .allMatch(file -> file.endsWith(".mmd") || file.endsWith(".itf.json"));
    }
    try (var files = Files.list(written)) {
      Path trace =
          files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
      Called read = Called.from(folder, "validate", folder.relativize(trace).toString());
      assertThat(read.out() + read.err()).contains(".itf.json");
    }
  }

  @Test
  @Says("A snapshot of a connection is data: a modified one is rejected.")
  void snapshots() throws IOException {
    for (String text : List.of("", DEEP, "\u00ac\u00ed\u0000\u0005sr", "mooring 1\n" + DEEP)) {
      assertThatThrownBy(() -> ConnectionSnapshot.parse(text)).isInstanceOf(Exception.class);
      Called.from(
              folder, "probe", "ws://127.0.0.1:9", "--room", "1", "--snapshot", write("s", text))
          .isRefused("s");
    }
  }

  @Test
  @Says(
      "Only the checker's own side loads classes by their names. No command starts another process,"
          + " but `check --distributed` and `worker` for a model that all workers search together.")
  void whoLoadsAndStarts() {
    var ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mooring");

    noClasses()
        .that()
        .resideOutsideOfPackage("io.mooring.checker.tlc..")
        .and()
        // Asks whether a name is one of java.lang.
        .doNotHaveFullyQualifiedName("io.mooring.codegen.check.NameCheck")
        .and()
        // These two find generated classes beside one that they are given.
        .doNotHaveFullyQualifiedName("io.mooring.mbt.machine.JavaMachine")
        .and()
        .doNotHaveFullyQualifiedName("io.mooring.mbt.run.GeneratedSteps")
        .and()
        // These two find out whether a module of the JDK is there, which it is not on a phone.
        .doNotHaveFullyQualifiedName("io.mooring.room.SystemLog")
        .and()
        .doNotHaveFullyQualifiedName("io.mooring.room.flight.FlightRecorder")
        .should()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .orShould()
        .callMethod(ClassLoader.class, "loadClass", String.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(URLClassLoader.class)
        .check(ours);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.mooring.checker.distributed.ChildProcess")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .check(ours);
  }
}
