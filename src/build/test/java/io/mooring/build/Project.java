package io.mooring.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The checkout in which the tests run. */
final class Project {

  private Project() {}

  /** Its folder. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("spec/manifest.json"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  /** The models of its manifest, in its order. */
  static JsonNode models() throws IOException {
    return new ObjectMapper()
        .readTree(root().resolve("spec/manifest.json").toFile())
        .path("models");
  }
}
