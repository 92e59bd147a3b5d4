package io.mooring.room.concurrency.machine;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.sink.MemorySink;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Generates and compiles the machine of a turnstile behind an interface, as a program: Lincheck
 * changes every class of its own process, and those of the generator and the checker are many.
 */
final class GeneratedTurnstile {

  /** The machine, with what follows from its decisions. */
  private static final String MACHINE =
      """
      package ${package};

      import io.mooring.room.concurrency.machine.Gate;
      import java.util.ArrayList;
      import java.util.List;

      public final class MachineGate implements Effects, Gate {

        private final List<Effect> carriedOut = new ArrayList<>();
        private final List<Step> notified = new ArrayList<>();
        private final TurnstileMachine machine =
            TurnstileMachine.builder(this).listener(notified::add).stepLog(100).build();

        @Override
        public void releaseArm(Step step) {
          carriedOut.add(Effect.RELEASE_ARM);
        }

        @Override
        public void blockArm(Step step) {
          carriedOut.add(Effect.BLOCK_ARM);
        }

        @Override
        public void returnCoin(Step step) {
          carriedOut.add(Effect.RETURN_COIN);
        }

        @Override
        public String insert(int coin) {
          return machine.insert(coin).toString();
        }

        @Override
        public String push() {
          return machine.push().toString();
        }

        @Override
        public String reset() {
          return machine.reset().toString();
        }

        @Override
        public String location() {
          return machine.currentLocation().toString();
        }

        @Override
        public void requireNothingOwed() {
          List<Effect> owed = new ArrayList<>();
          machine.stepLog().forEach(step -> owed.addAll(step.effects()));
          if (!carriedOut.equals(owed)) {
            throw new IllegalStateException("carried out " + carriedOut + ", but owed " + owed);
          }
          if (!notified.equals(machine.stepLog())) {
            throw new IllegalStateException(
                "notified of " + notified + ", but decided " + machine.stepLog());
          }
        }
      }
      """;

  private static final String TABLE =
      """
      package ${package};

      import io.mooring.room.concurrency.machine.Gate;

      public final class TableGate implements Gate {

        private Location location = Table.initial().to();

        private String take(Event event) {
          Step step = Table.step(location, event);
          location = step.to();
          return step.outcome().toString();
        }

        @Override
        public String insert(int coin) {
          return take(coin == 1 ? Event.INSERT_1 : Event.INSERT_2);
        }

        @Override
        public String push() {
          return take(Event.PUSH);
        }

        @Override
        public String reset() {
          return take(Event.RESET);
        }

        @Override
        public String location() {
          return location.toString();
        }

        @Override
        public void requireNothingOwed() {}
      }
      """;

  private GeneratedTurnstile() {}

  /**
   * Generates two of them.
   *
   * @param args the folder of classes, the package of the machine as it is, and that of one which
   *     decides without its lock
   */
  public static void main(String... args) throws Exception {
    Map<String, String> sources = generate(args[1]);
    compile(sources, args[0]);
    sources.replaceAll(
        (path, text) ->
            (path.endsWith("/MachineCore.java") ? withoutTheLock(text) : text)
                .replace(args[1], args[2]));
    compile(sources, args[0]);
  }

  private static String withoutTheLock(String core) {
    int decides = core.indexOf("synchronized (lock) {", core.indexOf("Step apply("));
    if (decides < 0) {
      throw new AssertionError("The machine decides elsewhere now");
    }
    return core.substring(0, decides) + core.substring(decides + "synchronized (lock) ".length());
  }

  private static Map<String, String> generate(String javaPackage) throws Exception {
    Path specs = Path.of("../codegen/test/resources/specs");
    MemorySink sink = new MemorySink();
    new Generator(Tlc.bundled())
        .generate(
            Generator.Request.of(
                    specs.resolve("Turnstile.tla"),
                    specs.resolve("Turnstile.cfg"),
                    Optional.empty(),
                    List.of(),
                    javaPackage,
                    Optional.empty())
                .with(Set.of(Extra.MACHINE)),
            sink);
    Map<String, String> sources = new TreeMap<>(sink.files());
    sources.keySet().removeIf(path -> !path.startsWith("java/"));
    sources.put("java/MachineGate.java", MACHINE.replace("${package}", javaPackage));
    sources.put("java/TableGate.java", TABLE.replace("${package}", javaPackage));
    return sources;
  }

  private static void compile(Map<String, String> sources, String classes) {
    String path = System.getProperty("java.class.path");
    List<String> options = List.of("--release", "17", "-proc:none", "-cp", path, "-d", classes);
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    if (!ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, options, null, units)
        .call()) {
      throw new AssertionError("The generated machine does not compile");
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
