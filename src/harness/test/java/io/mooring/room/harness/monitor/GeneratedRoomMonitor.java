package io.mooring.room.harness.monitor;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.sink.TreeSink;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The monitor that is generated from the room's specification, behind text. */
final class GeneratedRoomMonitor implements AutoCloseable {

  /** Compiled with the generated classes, in their package. */
  private static final String ADAPTER =
      """
      package org.example.room;

      import java.util.Arrays;
      import java.util.List;
      import java.util.Set;
      import java.util.function.UnaryOperator;
      import java.util.stream.Collectors;

      /** Takes {@code STATE REASON}, or the name of a command. */
      public final class Adapter implements UnaryOperator<String> {

        private final RoomConnectionMonitor monitor =
            RoomConnectionMonitor.of(
                Set.of(Table.step(Table.initial().to(), Event.INITIALIZE).to()));

        @Override
        public String apply(String seen) {
          return words(verdict(seen)) + " -> " + monitor.possible();
        }

        private Verdict verdict(String seen) {
          List<String> words = Arrays.asList(seen.split(" "));
          if (words.size() == 1) {
            return monitor.observe(
                Observation.of(Event.valueOf(seen)).outcome(Outcome.TAKEN));
          }
          ConnectionState state = ConnectionState.valueOf(words.get(0));
          return monitor.observe(
              Observation.ofAny()
                  .outcome(Outcome.TAKEN)
                  .code(ReturnCode.OK)
                  .notifications(
                      new Notification(state, ConnectionReason.valueOf(words.get(1))))
                  .location(location -> location.state() == state));
        }

        private static String words(Verdict verdict) {
          if (verdict instanceof Verdict.Forbidden forbidden) {
            return "forbidden from "
                + forbidden.from().stream().map(Location::name).sorted().toList()
                + ", breaks "
                + forbidden.rules()
                + ", missing "
                + steps(forbidden.missing());
          }
          return "allowed " + steps(((Verdict.Allowed) verdict).causes());
        }

        private static String steps(List<Step> steps) {
          return steps.stream()
              .map(step -> step.from() + " " + step.event() + " " + step.to())
              .collect(Collectors.joining(", "));
        }
      }
      """;

  private final URLClassLoader classes;
  private final UnaryOperator<String> monitor;

  @SuppressWarnings("unchecked")
  private GeneratedRoomMonitor(URLClassLoader classes) throws ReflectiveOperationException {
    this.classes = classes;
    monitor =
        (UnaryOperator<String>)
            classes.loadClass("org.example.room.Adapter").getConstructor().newInstance();
  }

  /** Generates and compiles a monitor of an initialised engine in this folder. */
  static GeneratedRoomMonitor in(Path folder) throws Exception {
    TreeSink sink = new TreeSink(folder.resolve("generated"));
    new Generator(Tlc.bundled())
        .generate(
            Generator.Request.of(
                    Path.of("../../spec/RoomConnection.tla"),
                    Path.of("../../spec/RoomConnection.cfg"),
                    Optional.empty(),
                    List.of(),
                    "org.example.room",
                    Optional.empty())
                .with(Set.of(Extra.MONITOR)),
            sink);
    sink.commit();
    Path adapter = folder.resolve("generated/java/org/example/room/Adapter.java");
    Files.writeString(adapter, ADAPTER);
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-d", folder.resolve("classes").toString()));
    try (Stream<Path> files = Files.list(adapter.resolveSibling(""))) {
      files.map(Path::toString).forEach(arguments::add);
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("The generated monitor does not compile");
    }
    return new GeneratedRoomMonitor(
        new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}));
  }

  /** The verdict on {@code STATE REASON}, or on a command that was taken; and what is possible. */
  String observe(String seen) {
    return monitor.apply(seen);
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
