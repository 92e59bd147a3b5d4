package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.sink.MemorySink;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A table of many rows is data: it compiles, loads quickly, and is the graph of TLC. */
class LargeTableConformance {

  private static final String PACKAGE = RunningMachine.PACKAGE;

  /** What a load may take of one processor; others may have the machine at the same time. */
  private static final long MILLIS = 1_000;

  private static Generator.Request request(
      int wide, int deep, Optional<String> springPackage, Path folder) throws Exception {
    Path specs = Subject.root().resolve("src/codegen/test/resources/specs");
    Path config = folder.resolve("Crane.cfg");
    Files.writeString(
        config,
        "SPECIFICATION Spec\nCONSTANTS\n  Wide = "
            + wide
            + "\n  Deep = "
            + deep
            + "\nINVARIANTS\n  TypeOK\n  BordersInv\n");
    return Generator.Request.of(
        specs.resolve("Crane.tla"), config, Optional.empty(), List.of(), PACKAGE, springPackage);
  }

  @Test
  void twentyThousandRowsAreTheGraphOfTlc(@TempDir Path folder) throws Exception {
    check(100, 50, folder);
  }

  @Test
  @EnabledIfSystemProperty(
      named = "mooring.deep",
      matches = "true",
      disabledReason = "a minute, and memory")
  void aHundredThousandRowsAreTheGraphOfTlc(@TempDir Path folder) throws Exception {
    check(250, 100, folder);
  }

  @Test
  void noSpringConfigurationIsMadeOfThem(@TempDir Path folder) throws Exception {
    Generator.Request request = request(60, 60, Optional.of("org.example.spring"), folder);
    assertThatThrownBy(() -> new Generator(Tlc.bundled()).generate(request, new MemorySink()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("Crane has 14400 rows")
        .hasMessageContaining("leave out the Spring package");
  }

  @Test
  void numbersOfEverySizeAreReadAsTheyAreWritten() throws Exception {
    for (int number : new int[] {0, 1, -1, 15, 16, 31, 32, 1023, -1024, 1 << 20, -(1 << 30)}) {
      String digits = new Digits().signed(number).text();
      assertThat(read(digits)).as(digits).isEqualTo(number);
    }
    assertThat(read(new Digits().signed(Integer.MAX_VALUE).text())).isEqualTo(Integer.MAX_VALUE);
    assertThat(read(new Digits().signed(Integer.MIN_VALUE).text())).isEqualTo(Integer.MIN_VALUE);
  }

  /** What the generated reader does. */
  private static int read(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number |= (Digits.ALL.indexOf(digits.charAt(i)) & 31) << (5 * i);
    }
    return (number >>> 1) ^ -(number & 1);
  }

  private static void check(int wide, int deep, Path folder) throws Exception {
    Generator.Request request =
        request(wide, deep, Optional.empty(), folder).with(Set.of(Extra.MACHINE, Extra.MONITOR));
    MemorySink sink = new MemorySink();
    Model model = new Generator(Tlc.bundled()).generate(request, sink);
    assertThat(model.steps()).hasSize(4 * wide * deep);
    SortedMap<String, String> java = new TreeMap<>(sink.files());
    java.keySet().removeIf(path -> !path.startsWith("java/"));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ClassLoader loader = InMemoryCompiler.compile(java);
    long begin = threads.getCurrentThreadCpuTime();
    Class.forName(PACKAGE + ".Table", true, loader);
    long millis = (threads.getCurrentThreadCpuTime() - begin) / 1_000_000;
    assertThat(millis).as("milliseconds of a load").isLessThan(MILLIS);
    compare(
        new CompiledSpec(model, PACKAGE, java),
        Tlc.bundled().explore(request.module(), request.config()));
    run(new RunningMachine.Generated(model, java, loader));
  }

  /** The machine runs on the table, and the monitor finds out where it is. */
  private static void run(RunningMachine.Generated generated) throws Exception {
    Model model = generated.model();
    List<Object> effects = new ArrayList<>();
    RunningMachine.Calls calls = new RunningMachine.Calls();
    calls.effects = (name, step) -> effects.add(step);
    RunningMachine machine = RunningMachine.of(generated, calls);
    MonitoredSpec monitor = MonitoredSpec.ofUnknown(generated);
    Random random = new Random(1);
    int at = model.initial().to();
    for (int i = 0; i < 1_000; i++) {
      // To the south-west often enough to get there.
      int event = random.nextInt(5) % model.events().size();
      Step expected = model.step(at, event);
      effects.clear();
      Object outcome = machine.apply(model.events().get(event));
      int row = at * model.events().size() + event;
      Object verdict =
          monitor.observe(
              new MonitoredSpec.Seen(
                  Set.of(event), row, Set.of("outcome", "effects"), monitor.everywhere()));
      at = expected.to();

      assertThat(outcome.toString().toLowerCase(Locale.ROOT)).isEqualTo(expected.outcome().text());
      assertThat(effects).hasSameSizeAs(expected.effects());
      assertThat(machine.call("currentLocation").toString())
          .isEqualTo(model.locations().get(at).name());
      assertThat(MonitoredSpec.isAllowed(verdict)).isTrue();
      assertThat(monitor.possible()).contains(at);
    }
    assertThat(monitor.possible()).hasSizeLessThan(model.locations().size());
    assertThat(MonitoredSpec.isAllowed(monitor.observe("WEST", location -> false))).isFalse();
  }

  /** Walks the table along the graph: each edge is a step of the table, and there are no others. */
  private static void compare(CompiledSpec compiled, StateGraph graph) throws Exception {
    Map<Integer, List<Transition>> leaving = new HashMap<>();
    graph
        .transitions()
        .forEach(each -> leaving.computeIfAbsent(each.from(), s -> new ArrayList<>()).add(each));
    Map<Integer, Object> steps = new HashMap<>();
    int first = graph.initial().get(0);
    steps.put(first, compiled.initial());
    assertThat(compiled.state(compiled.initial())).isEqualTo(graph.states().get(first));
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    int compared = 0;
    while (!open.isEmpty()) {
      int state = open.remove();
      List<Transition> edges = Objects.requireNonNull(leaving.get(state));
      assertThat(edges).hasSameSizeAs(compiled.events());
      for (Transition edge : edges) {
        int event = 0;
        while (!compiled.events().get(event).action().equals(edge.action())) {
          event++;
        }
        Object step = compiled.after(Objects.requireNonNull(steps.get(state)), event);
        TlaState expected = graph.states().get(edge.to());
        if (!compiled.state(step).equals(expected)) {
          throw new AssertionError(step + " should lead to " + expected);
        }
        compared++;
        if (steps.putIfAbsent(edge.to(), step) == null) {
          open.add(edge.to());
        }
      }
    }
    assertThat(compared).isEqualTo(graph.transitions().size());
    assertThat(steps).hasSameSizeAs(graph.states());
  }
}
