package io.mooring.mbt.machine;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.MemorySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/** What is generated from a specification, compiled and loaded, and the graph of TLC beside it. */
record GeneratedMachine(Model model, JavaMachine<?> java, StateGraph graph) {

  /** Generates, compiles and explores. */
  static GeneratedMachine of(Path file, Path config)
      throws TlcException, ModelException, IOException, ReflectiveOperationException {
    String name = file.getFileName().toString();
    String javaPackage =
        "org.example." + name.substring(0, name.length() - 4).toLowerCase(Locale.ROOT);
    MemorySink sink = new MemorySink();
    Model model =
        new Generator(Tlc.bundled())
            .generate(
                Generator.Request.of(
                    file, config, Optional.empty(), List.of(), javaPackage, Optional.empty()),
                sink);
    Class<?> table = compiled(sink.files()).loadClass(javaPackage + ".Table");
    return new GeneratedMachine(model, JavaMachine.of(table), Tlc.bundled().explore(file, config));
  }

  private static ClassLoader compiled(Map<String, String> files) throws IOException {
    // Classes are loaded until the process ends; so what they are loaded from is in the build.
    Path sources = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "machine");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", sources.toString()));
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".java")) {
            arguments.add(written(sources.resolve(path), text).toString());
          }
        });
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failures != 0) {
      throw new IllegalStateException("the generated Java does not compile");
    }
    return new URLClassLoader(
        new URL[] {sources.toUri().toURL()}, GeneratedMachine.class.getClassLoader());
  }

  private static Path written(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
