package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The properties that the models of the manifest check: each of them can fail. */
final class PropertiesTest {

  private static final Set<String> SPECIFICATIONS =
      Set.of("RoomConnection.tla", "RoomReconnect.tla", "RoomLives.tla", "RoomCall.tla");

  private final Path spec = Called.project().resolve("spec");

  @Test
  void eachIsViolatedByAMutantOfItsSpecification() throws Exception {
    Set<String> asked = new TreeSet<>();
    Set<String> violated = new TreeSet<>();
    for (JsonNode model : Called.models()) {
      String module = model.path("module").asText();
      String configuration = model.path("config").asText();
      if (SPECIFICATIONS.contains(module)) {
        for (String property : ConfigFile.read(spec.resolve(configuration)).checked()) {
          asked.add(stating(module, property) + " " + property);
        }
      } else if (module.startsWith("mutants/")) {
        violated.add(changed(configuration) + " " + model.path("violates").asText());
      }
    }

    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(violated).containsAll(asked);
  }

  /** The module that states a property: this one, or the specification that it extends. */
  private String stating(String module, String property) throws IOException {
    String text = Files.readString(spec.resolve(module));
    return SPECIFICATIONS.stream()
        .filter(other -> text.contains("\nEXTENDS " + other.replace(".tla", "\n")))
        .filter(other -> !text.contains("\n" + property + " =="))
        .findAny()
        .orElse(module);
  }

  /** The specification that a mutant changes: its configuration bears that name. */
  private static String changed(String configuration) {
    String name = configuration.substring(configuration.lastIndexOf('/') + 1);
    return SPECIFICATIONS.stream()
        .filter(module -> name.startsWith(module.replace(".tla", "")))
        .findAny()
        .orElseThrow();
  }
}
