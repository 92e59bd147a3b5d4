package io.mooring.codegen.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Node.js and the compiler of TypeScript, as the example in TypeScript has it. */
final class Node {

  private static final Path EXAMPLE = Subject.root().resolve("src/examples/typescript");

  private Node() {}

  /** What a program printed, and how it ended. */
  record Result(int exitCode, String output) {}

  /** The folder of the example. */
  static Path example() {
    return EXAMPLE;
  }

  /** Compiles the project of a folder. */
  static Result compile(Path folder) throws Exception {
    Path compiler = EXAMPLE.resolve("node_modules/typescript/bin/tsc");
    if (!Files.isRegularFile(compiler)) {
      throw new AssertionError(
          "TypeScript is missing: run npm ci --prefix src/examples/typescript (on Debian, npm is"
              + " installed by apt-get install -y nodejs npm)");
    }
    return run(folder, compiler.toString(), "-p", ".");
  }

  /** Runs a script in a folder. */
  static Result run(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException missing) {
      throw new AssertionError(
          "node is missing; on Debian: apt-get install -y nodejs npm", missing);
    }
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("node does not end: " + command);
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
