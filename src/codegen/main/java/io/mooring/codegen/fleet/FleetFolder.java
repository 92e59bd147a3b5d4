package io.mooring.codegen.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.codegen.model.ModelException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The records of a stream: one JSON object a line, in any number of files below a folder, plain or
 * compressed by gzip. Files and folders whose names begin with a dot or an underscore are not
 * finished, and not read.
 */
record FleetFolder(Path folder) {

  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  /** Takes a record. */
  interface Taker {
    void take(FleetRecord record) throws ModelException;
  }

  /** The finished files, in the order of their paths. */
  List<Path> files() throws ModelException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(this::isFinished)
          .sorted((a, b) -> name(a).compareTo(name(b)))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new ModelException(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private boolean isFinished(Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads all records.
   *
   * @throws ModelException if a line is none; the message begins with its file and its number
   */
  void read(Taker taker) throws ModelException {
    for (Path file : files()) {
      read(file, taker);
    }
  }

  private static void read(Path file, Taker taker) throws ModelException {
    long number = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(opened(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          taker.take(new FleetRecord(file, number, line, parsed(file, number, line)));
        }
      }
    } catch (IOException unreadable) {
      throw new ModelException(
          file + ":" + (number + 1) + ": it cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(2);
      boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return compressed ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException unreadable) {
      in.close();
      throw unreadable;
    }
  }

  private static JsonNode parsed(Path file, long number, String line) throws ModelException {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException malformed) {
      throw new ModelException(
          file + ":" + number + ": it is no JSON: " + malformed.getOriginalMessage(), malformed);
    }
    throw new ModelException(file + ":" + number + ": it is no JSON object");
  }
}
