package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.typescript.Language;
import io.mooring.codegen.emit.typescript.ScriptModule;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import io.mooring.codegen.vectors.TestVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The TypeScript of every machine compiles in the strictest settings, does what the vectors say,
 * and judges steps as the Java does; so does the plain JavaScript.
 */
@Tag("node")
class TypeScriptConformance {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COMBINATIONS = 300;
  private static final String RESERVED = "RESERVED";

  /** A change of one row of the room's table, and the text that it is. */
  private static final Map<String, List<String>> MUTANTS =
      Map.of(
          "to",
              List.of(
                  "(row\\(\"CONNECTED\", +\"MEDIA_LOST\", +\"TAKEN\", +)\"RECONNECTING\"",
                  "$1\"FAILED\""),
          "outcome", List.of("(row\\(\"UNKNOWN\", +\"KICKED\", +)\"IGNORED\"", "$1\"TAKEN\""),
          "code",
              List.of(
                  "(row\\(\"UNKNOWN\", +\"JOIN_CHANNEL\", .*)\"WRONG_STATE\"", "$1\"NOT_JOINED\""),
          "effects",
              List.of("(row\\(\"RECONNECTING\", +\"LEAVE_CHANNEL\", .*)\"CANCEL_WINDOW\", ", "$1"),
          "notifications",
              List.of(
                  "(row\\(\"CONNECTED\", +\"KICKED\", .*reason: )\"BE_KICKED\"", "$1\"TIME_OUT\""));

  private static JsonNode results = JSON.createObjectNode();

  /** A machine with its Java. */
  private record Machine(Model model, CompiledSpec java) {}

  private static Map<String, Machine> machines() throws Exception {
    Map<String, Machine> machines = new LinkedHashMap<>();
    for (Subject subject : Subject.values()) {
      Subject.Generated generated = subject.generated();
      machines.put(subject.name(), new Machine(generated.model(), CompiledSpec.of(generated)));
    }
    Path specs = Subject.root().resolve("src/codegen/test/resources/specs");
    MemorySink sink = new MemorySink();
    Model reserved =
        new Generator(Tlc.bundled())
            .generate(
                Generator.Request.of(
                    specs.resolve("Reserved.tla"),
                    specs.resolve("Reserved.cfg"),
                    Optional.empty(),
                    List.of(),
                    "org.example.reserved",
                    Optional.empty()),
                sink);
    SortedMap<String, String> java = new TreeMap<>(sink.files());
    java.keySet().removeIf(path -> !path.startsWith("java/"));
    machines.put(
        RESERVED, new Machine(reserved, new CompiledSpec(reserved, "org.example.reserved", java)));
    return machines;
  }

  static Stream<String> names() {
    return Stream.concat(Stream.of(Subject.values()).map(Enum::name), Stream.of(RESERVED));
  }

  @BeforeAll
  static void compileAndRunAll(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("src"));
    Files.copy(Node.example().resolve("src/vectors.ts"), folder.resolve("src/vectors.ts"));
    Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
    Files.writeString(folder.resolve("tsconfig.json"), configuration());
    ArrayNode work = JSON.createArrayNode();
    for (Map.Entry<String, Machine> each : machines().entrySet()) {
      add(folder, work, each.getKey(), each.getValue());
    }
    addMutants(folder, work);
    Files.writeString(folder.resolve("work.json"), work.toString());
    Node.Result compiled = Node.compile(folder);
    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.exitCode()).isZero();
    Files.copy(
        Subject.root().resolve("src/codegen/test/resources/typescript/run.mjs"),
        folder.resolve("run.mjs"));
    Node.Result run = Node.run(folder, "run.mjs");
    assertThat(run.exitCode()).as(run.output()).isZero();
    results = JSON.readTree(folder.resolve("results.json").toFile());
  }

  /** The settings of the example, for one folder. */
  private static String configuration() throws IOException {
    ObjectNode settings =
        (ObjectNode) JSON.readTree(Node.example().resolve("tsconfig.json").toFile());
    ((ObjectNode) settings.path("compilerOptions")).put("rootDir", "src").put("outDir", "compiled");
    return settings.toString();
  }

  private static void add(Path folder, ArrayNode work, String name, Machine machine)
      throws Exception {
    String typed = ScriptModule.text(machine.model(), "Of a test", Language.TYPESCRIPT);
    String plain = ScriptModule.text(machine.model(), "Of a test", Language.JAVASCRIPT);
    Files.writeString(folder.resolve("src/" + name + ".ts"), typed);
    Files.writeString(folder.resolve(name + ".js"), plain);
    Files.writeString(folder.resolve(name + "-table.js"), ScriptModule.table(machine.model()));
    MemorySink sink = new MemorySink();
    new TestVectors().emit(machine.model(), target(), sink);
    String vectors = Objects.requireNonNull(sink.files().get(TestVectors.FILE));
    Files.writeString(folder.resolve(name + ".json"), vectors);
    ObjectNode rules = judged(machine);
    for (String module : List.of("compiled/" + name + ".js", name + ".js")) {
      ObjectNode job = work.addObject();
      job.put("name", module.startsWith("compiled") ? name : name + " plain");
      job.put("module", module).put("vectors", name + ".json").set("rules", rules);
    }
    work.addObject()
        .put("name", name + " table")
        .put("module", name + "-table.js")
        .put("vectors", name + ".json");
  }

  private static Target target() {
    return new Target("", Optional.empty(), "Test.tla", Optional.empty(), "a test");
  }

  /**
   * What the Java says of pairs of steps, those that follow each other and others: the second has
   * the outputs of one row and the next location of another.
   */
  private static ObjectNode judged(Machine machine) throws Exception {
    int rows = machine.model().steps().size();
    int events = machine.model().events().size();
    Random random = new Random(1);
    List<int[]> triples = new ArrayList<>();
    for (int i = 0; i < COMBINATIONS; i++) {
      int row = random.nextInt(rows);
      int after = machine.model().steps().get(row).to() * events + random.nextInt(events);
      triples.add(new int[] {row, after, after});
      triples.add(new int[] {row, random.nextInt(rows), random.nextInt(rows)});
    }
    ObjectNode judged = JSON.createObjectNode();
    judged.set("triples", JSON.valueToTree(triples));
    ObjectNode verdicts = judged.putObject("verdicts");
    for (Map.Entry<String, Object> rule : machine.java().rules().entrySet()) {
      StringBuilder text = new StringBuilder();
      for (int[] each : triples) {
        Object after =
            machine.java().mixed(machine.java().row(each[1]), machine.java().row(each[2]));
        text.append(verdict(machine.java(), rule.getValue(), machine.java().row(each[0]), after));
      }
      verdicts.put(rule.getKey(), text.toString());
    }
    return judged;
  }

  /** Whether a rule holds, or an x if it has no value there. */
  private static char verdict(CompiledSpec java, Object rule, Object before, Object after) {
    try {
      return java.holds(rule, before, after) ? '1' : '0';
    } catch (Exception undefined) {
      return 'x';
    }
  }

  private static void addMutants(Path folder, ArrayNode work) throws Exception {
    String table = Files.readString(folder.resolve("src/ROOM_CONNECTION.ts"));
    for (Map.Entry<String, List<String>> each : MUTANTS.entrySet()) {
      String name = "mutated-" + each.getKey();
      String mutated = table.replaceFirst(each.getValue().get(0), each.getValue().get(1));
      assertThat(mutated).as(name).isNotEqualTo(table);
      Files.writeString(folder.resolve("src/" + name + ".ts"), mutated);
      work.addObject()
          .put("name", name)
          .put("module", "compiled/" + name + ".js")
          .put("vectors", "ROOM_CONNECTION.json");
    }
    ObjectNode row = vectors(folder);
    ((ObjectNode) row.path("rows").get(5)).put("to", "FAILED");
    addVectors(folder, work, "mutated row", row);
    ObjectNode walk = vectors(folder);
    ((ArrayNode) walk.path("suites").get(1).path("walks").get(7).path("rows"))
        .set(0, JSON.valueToTree(99));
    addVectors(folder, work, "mutated walk", walk);
    ObjectNode missing = vectors(folder);
    ArrayNode numbers = (ArrayNode) missing.path("suites").get(0).path("walks").get(0).path("rows");
    numbers.remove(numbers.size() - 1);
    addVectors(folder, work, "missing number", missing);
  }

  private static ObjectNode vectors(Path folder) throws IOException {
    return (ObjectNode) JSON.readTree(folder.resolve("ROOM_CONNECTION.json").toFile());
  }

  private static void addVectors(Path folder, ArrayNode work, String name, ObjectNode vectors)
      throws IOException {
    Files.writeString(folder.resolve(name + ".json"), vectors.toString());
    work.addObject()
        .put("name", name)
        .put("module", "compiled/ROOM_CONNECTION.js")
        .put("vectors", name + ".json");
  }

  private static JsonNode result(String name) {
    JsonNode result = results.path(name);
    assertThat(result.isObject()).as(name).isTrue();
    return result;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRowAndEveryWalkIsAsTheVectorsSay(String name) {
    assertThat(result(name).path("differences")).as(name).isEmpty();
    assertThat(result(name + " plain").path("differences")).as(name).isEmpty();
    assertThat(result(name + " table").path("differences")).as(name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRuleJudgesStepsAsTheJavaDoes(String name) {
    assertThat(result(name).path("judged").asInt()).isPositive();
    assertThat(result(name).path("disagreements")).as(name).isEmpty();
    assertThat(result(name + " plain").path("disagreements")).as(name).isEmpty();
  }

  @Test
  void aChangedRowOfTheTableIsFound() {
    for (String each : MUTANTS.keySet()) {
      assertThat(result("mutated-" + each).path("differences").toString()).contains(each + ": ");
    }
  }

  @Test
  void aChangedVectorIsFound() {
    assertThat(result("mutated row").path("differences").toString()).contains("row 5, to: ");
    assertThat(result("mutated walk").path("differences").toString())
        .contains("walk 7 of wp, event 0");
    assertThat(result("missing number").path("differences").toString()).contains("no such row");
  }

  @Test
  void aRowWithANameThatIsNotThereDoesNotCompile(@TempDir Path other) throws Exception {
    Files.createDirectories(other.resolve("src"));
    Files.writeString(other.resolve("tsconfig.json"), configuration());
    String table =
        ScriptModule.text(Subject.TURNSTILE.generated().model(), "Of a test", Language.TYPESCRIPT);
    Files.writeString(
        other.resolve("src/turnstile.ts"),
        table.replaceFirst("row\\(\"LOCKED[A-Z_0-9]*\"", "row(\"NOWHERE\""));
    Node.Result result = Node.compile(other);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("'\"NOWHERE\"' is not assignable");
  }
}
