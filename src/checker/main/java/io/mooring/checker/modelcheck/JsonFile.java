package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files of JSON that people write. */
public final class JsonFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private JsonFile() {}

  /**
   * The content of a file.
   *
   * @throws TlcException if it cannot be read or is no JSON; the message names the file and line
   */
  public static JsonNode read(Path file) throws TlcException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException syntax) {
      int line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
      throw new TlcException(
          String.format(
              Locale.ROOT, "%s:%d: not JSON: %s", file, line, syntax.getOriginalMessage()),
          syntax);
    } catch (IOException failure) {
      throw new TlcException(file + ": no such file, or not a readable text file", failure);
    }
  }
}
