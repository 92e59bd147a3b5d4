package io.mooring.room.spring.machine;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/**
 * A machine with a Spring engine, generated from a module and compiled, with a class that compares
 * its engines.
 */
final class SpringMachine implements AutoCloseable {

  private static final String PACKAGE = "org.example.machine";

  /** Compiled with the generated classes; the same for every module. */
  private static final String COMPARISON =
      """
      package org.example.machine;

      import java.util.ArrayDeque;
      import java.util.Deque;
      import java.util.HashMap;
      import java.util.HashSet;
      import java.util.Map;
      import java.util.Random;
      import java.util.Set;
      import java.util.function.LongUnaryOperator;
      import org.example.machine.spring.SpringEngine;

      /** Drives the engine of the table and that of Spring; 0 for each row, otherwise at random. */
      public final class Comparison implements LongUnaryOperator {

        private Engine table = Engine.ofTable();
        private Engine spring = new SpringEngine();
        private final Set<Step> covered = new HashSet<>();

        @Override
        public long applyAsLong(long seed) {
          if (seed == 0) {
            while (walkToAnother()) {
              while (walkToAnother()) {}
              // From the initial location, every other one can be reached.
              table = Engine.ofTable();
              spring = new SpringEngine();
            }
          } else {
            Random random = new Random(seed);
            for (int i = 0; i < 1_000; i++) {
              step(Event.values()[random.nextInt(Event.values().length)]);
            }
          }
          return covered.size();
        }

        /** Walks to the nearest row that was not compared, if there is one. */
        private boolean walkToAnother() {
          Map<Location, Step> entered = new HashMap<>();
          Deque<Location> ahead = new ArrayDeque<>();
          ahead.add(table.location());
          while (!ahead.isEmpty()) {
            Location at = ahead.remove();
            for (Event event : Event.values()) {
              Step step = Table.step(at, event);
              if (!covered.contains(step)) {
                Deque<Event> path = new ArrayDeque<>();
                path.addFirst(event);
                for (Location each = at; each != table.location(); each = path(entered, each, path)) {}
                path.forEach(this::step);
                return true;
              }
              if (step.to() != table.location() && entered.putIfAbsent(step.to(), step) == null) {
                ahead.add(step.to());
              }
            }
          }
          return false;
        }

        private static Location path(
            Map<Location, Step> entered, Location at, Deque<Event> path) {
          path.addFirst(entered.get(at).event());
          return entered.get(at).from();
        }

        private void step(Event event) {
          Step expected = table.step(event);
          Step seen = spring.step(event);
          covered.add(expected);
          if (!seen.source().equals("Spring Statemachine")
              || seen.from() != expected.from()
              || seen.event() != event
              || !seen.sameStateAs(expected)
              || spring.location() != table.location()) {
            throw new AssertionError("The table: " + expected + "; Spring: " + seen);
          }
        }
      }
      """;

  private final Model model;
  private final URLClassLoader classes;

  private SpringMachine(Model model, URLClassLoader classes) {
    this.model = model;
    this.classes = classes;
  }

  /**
   * Generates and compiles in a folder.
   *
   * @param module the name of a module of the tests of the generator
   * @param timing the name of its timing module, or empty
   * @param faulty changes the generated Spring configuration
   */
  static SpringMachine of(
      String module, Optional<String> timing, UnaryOperator<String> faulty, Path folder)
      throws Exception {
    Path specs = Path.of("../codegen/test/resources/specs");
    MemorySink sink = new MemorySink();
    Model model =
        new Generator(Tlc.bundled())
            .generate(
                Generator.Request.of(
                        specs.resolve(module + ".tla"),
                        specs.resolve(module + ".cfg"),
                        timing.map(name -> specs.resolve(name + ".tla")),
                        List.of(),
                        PACKAGE,
                        Optional.of(PACKAGE + ".spring"))
                    .with(Set.of(Extra.MACHINE)),
                sink);
    Map<String, String> sources = new TreeMap<>(sink.files());
    sources.keySet().removeIf(path -> !path.endsWith(".java"));
    sources.replaceAll(
        (path, text) ->
            path.endsWith("/StateMachineConfiguration.java") ? faulty.apply(text) : text);
    sources.put("java/org/example/machine/Comparison.java", COMPARISON);
    compile(sources, folder);
    URL[] classes = {folder.resolve("classes").toUri().toURL()};
    return new SpringMachine(
        model, new URLClassLoader(classes, SpringMachine.class.getClassLoader()));
  }

  private static void compile(Map<String, String> sources, Path folder) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-Xlint:all,-processing,-classfile,-path",
                "-Werror",
                "-proc:none",
                "-cp",
                path,
                "-d",
                folder.resolve("classes").toString()));
    for (Map.Entry<String, String> each : sources.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, each.getValue());
      arguments.add(file.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("What was generated does not compile");
    }
  }

  /** How many rows were compared: on the way through all of them, or at random from a seed. */
  long compared(long seed) throws ReflectiveOperationException {
    Object comparison = type("Comparison").getConstructor().newInstance();
    return ((LongUnaryOperator) comparison).applyAsLong(seed);
  }

  /** The number of rows of the table. */
  int rows() {
    return model.steps().size();
  }

  /** A generated class, by its name below the package of the machine. */
  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(PACKAGE + "." + name);
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
