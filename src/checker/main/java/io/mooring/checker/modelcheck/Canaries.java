package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The canaries of a folder, listed in its {@code canaries.json}.
 *
 * @param all the canaries in order
 */
record Canaries(List<Canary> all) {

  private static final String LIST = "canaries.json";

  Canaries {
    all = List.copyOf(all);
  }

  /**
   * The canaries that come with this class.
   *
   * @param folder where they are written
   */
  static Canaries own(Path folder) throws TlcException {
    copy(LIST, folder);
    for (JsonNode node : JsonFile.read(folder.resolve(LIST)).path("canaries")) {
      String name = node.path("name").asText("");
      copy(name + ".tla", folder);
      copy(name + ".cfg", folder);
    }
    return in(folder);
  }

  private static void copy(String name, Path folder) throws TlcException {
    try (InputStream in = Canaries.class.getResourceAsStream("canaries/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no canaries/" + name);
      }
      Files.copy(in, folder.resolve(name));
    } catch (IOException failure) {
      throw new TlcException(folder.resolve(name) + ": cannot be written", failure);
    }
  }

  static Canaries in(Path folder) throws TlcException {
    Path list = folder.resolve(LIST);
    JsonNode root = JsonFile.read(list);
    List<Canary> all = new ArrayList<>();
    for (JsonNode node : root.path("canaries")) {
      String name = node.path("name").asText("");
      Verdict answer =
          Verdict.of(node.path("answer").asText(""))
              .orElseThrow(
                  () -> new TlcException(list + ": canary " + name + " has no right answer"));
      String key = node.path("construct").asText("");
      Optional<Construct> construct = Construct.of(key);
      if (!key.isEmpty() && construct.isEmpty()) {
        throw new TlcException(
            list + ": canary " + name + " names the unknown construct \"" + key + "\"");
      }
      all.add(
          new Canary(
              name,
              folder.resolve(name + ".tla"),
              folder.resolve(name + ".cfg"),
              answer,
              node.path("fault").asText(""),
              construct));
    }
    if (all.isEmpty()) {
      throw new TlcException(list + ": lists no canaries");
    }
    return new Canaries(all);
  }
}
