package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The list of a folder's models, each with what it must give.
 *
 * <p>Everything in the folder must be in the list: a configuration or a mutant that no model checks
 * is a failure.
 *
 * @param file the manifest
 * @param models its models in order
 * @param proofs configurations that name what is proven, and that are no models
 */
record Manifest(Path file, List<ModelEntry> models, List<Path> proofs) {

  Manifest {
    models = List.copyOf(models);
    proofs = List.copyOf(proofs);
  }

  static Manifest read(Path file) throws TlcException {
    JsonNode root = JsonFile.read(file);
    JsonNode list = root.path("models");
    if (!list.isArray() || list.isEmpty()) {
      throw new TlcException(file + ": must be an object with a list \"models\"");
    }
    List<ModelEntry> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : list) {
      ModelEntry model = new EntryReader(file, node, models.size() + 1).read();
      if (!names.add(model.name())) {
        throw new TlcException(file + ": two models have the name " + model.name());
      }
      models.add(model);
    }
    return new Manifest(file, models, proofs(file, root.path("proofs")));
  }

  private static List<Path> proofs(Path file, JsonNode list) throws TlcException {
    if (!list.isMissingNode() && !list.isArray()) {
      throw new TlcException(file + ": \"proofs\" must be a list of configurations");
    }
    List<Path> proofs = new ArrayList<>();
    for (JsonNode node : list) {
      Path config = file.resolveSibling(node.asText());
      if (!node.isTextual() || !Files.isRegularFile(config)) {
        throw new TlcException(
            file + ": " + node + " in \"proofs\" is not the name of a configuration beside it");
      }
      proofs.add(config);
    }
    return proofs;
  }

  /** Folder of the manifest. */
  Path folder() {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  /** Configurations and mutants in the folder that no model uses, as messages. */
  List<String> unregistered() throws TlcException {
    Set<Path> used = new TreeSet<>();
    for (ModelEntry model : models) {
      used.add(model.module().toAbsolutePath().normalize());
      used.add(model.config().toAbsolutePath().normalize());
    }
    proofs.forEach(proof -> used.add(proof.toAbsolutePath().normalize()));
    Path canaries = folder().resolve("canaries");
    Path mutants = folder().resolve("mutants");
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(path -> !path.startsWith(canaries))
          .filter(path -> isConfig(path) || (path.startsWith(mutants) && isModule(path)))
          .filter(path -> !used.contains(path))
          .sorted()
          .map(path -> path + ": in no model of " + file + "; add it there or remove it")
          .toList();
    } catch (IOException failure) {
      throw new TlcException(folder() + ": cannot be read", failure);
    }
  }

  private static boolean isConfig(Path path) {
    return path.toString().endsWith(".cfg");
  }

  private static boolean isModule(Path path) {
    return path.toString().endsWith(".tla");
  }
}
