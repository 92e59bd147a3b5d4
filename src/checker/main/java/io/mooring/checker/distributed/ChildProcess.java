package io.mooring.checker.distributed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process of its own for one part of a check that several processes do together. It prints JSON,
 * one object on a line, and ends when its standard input does: with this process at the latest.
 */
final class ChildProcess implements AutoCloseable {

  private static final long TO_END_SECONDS = 10;

  /** What Java may read of another process: the checker's own types and the JDK's. */
  private static final String READABLE =
      "maxdepth=200000;maxarray=100000000;"
          + "tlc2.**;util.**;java.**;sun.rmi.**;io.mooring.checker.tlc.inside.**;"
          + "jdk.proxy1.*;jdk.proxy2.*;jdk.proxy3.*;jdk.proxy4.*;com.sun.proxy.*;!*";

  private final Process process;
  private final Path errors;

  private ChildProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts one.
   *
   * @param folder its private folder, the only place that it writes to
   * @param setup what it is to do
   * @param host the address by which others reach it
   * @param lines receives what it prints, on a thread of its own; at last {@code ended}
   */
  static ChildProcess start(
      Tlc tlc, Path folder, JsonNode setup, String host, Consumer<JsonNode> lines)
      throws TlcException {
    Path errors = folder.resolve("errors.txt");
    try {
      Files.writeString(
          folder.resolve(SharedProcess.SETUP), MessageConnection.JSON.writeValueAsString(setup));
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-cp");
      command.add(classPath(tlc));
      command.add("-Xss" + DeepStack.bytes());
      command.add(String.format(Locale.ROOT, "-Xmx%dm", Runtime.getRuntime().maxMemory() >> 20));
      command.add("-XX:+UseParallelGC");
      command.add("-Djava.io.tmpdir=" + temporary);
      command.add("-Djava.rmi.server.hostname=" + host);
      command.add("-Djdk.serialFilter=" + READABLE);
      command.add("-Djava.awt.headless=true");
      command.add("-Dfile.encoding=" + System.getProperty("file.encoding", "UTF-8"));
      command.add("-Duser.language=en");
      command.add(SharedProcess.class.getName());
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
      ChildProcess child = new ChildProcess(process, errors);
      WorkerAcceptor.daemon(() -> child.read(lines), "mooring-shared-lines").start();
      return child;
    } catch (IOException failure) {
      throw new TlcException("A process cannot be started: " + failure.getMessage(), failure);
    }
  }

  /** Our classes, the checker's jar, and what reads JSON. */
  private static String classPath(Tlc tlc) throws TlcException {
    Set<String> all = new LinkedHashSet<>();
    all.add(Identity.code(SharedProcess.class).toString());
    all.add(tlc.jar().toString());
    for (Class<?> type : List.of(JsonMapper.class, JsonFactory.class, JsonInclude.class)) {
      all.add(Identity.code(type).toString());
    }
    return String.join(File.pathSeparator, all);
  }

  private void read(Consumer<JsonNode> lines) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(message(line));
      }
    } catch (IOException gone) {
      // It has ended.
    }
    lines.accept(MessageConnection.message("ended").put("reason", lastWords()));
  }

  private static JsonNode message(String line) {
    try {
      return MessageConnection.JSON.readTree(line);
    } catch (JsonProcessingException other) {
      return MessageConnection.message("printed");
    }
  }

  private String lastWords() {
    String words = "it gave no reason";
    try {
      List<String> lines = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
      words = lines.stream().filter(ChildProcess::isReason).findFirst().orElse(words);
    } catch (IOException unread) {
      // Then there is its exit code alone.
    }
    try {
      boolean ended = process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS);
      return "a process ended with exit code " + (ended ? process.exitValue() : -1) + ": " + words;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return words;
    }
  }

  /** Java begins with a line on variables that it has read. */
  private static boolean isReason(String line) {
    return !line.isBlank() && !line.startsWith("Picked up ");
  }

  /** Ends it, and waits until it has ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
