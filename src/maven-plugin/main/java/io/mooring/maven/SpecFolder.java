package io.mooring.maven;

import io.mooring.checker.modelcheck.OwnFile;
import io.mooring.checker.tlc.ModuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of specifications: modules, and configurations that each belong to one of them.
 *
 * <p>A configuration belongs to the module beside it of its name; else to the one whose name it
 * begins with ({@code Queue.small.cfg}); else to the only one beside it.
 */
record SpecFolder(Path path) {

  /** The folder's manifest of ours, if there is one. */
  Optional<Path> manifest() {
    Path manifest = path.resolve("manifest.json");
    return Files.exists(manifest) && OwnFile.notManifest(manifest).isEmpty()
        ? Optional.of(manifest)
        : Optional.empty();
  }

  /**
   * The configurations in it that patterns leave in, each with its module.
   *
   * @throws CallException if a configuration belongs to no module
   */
  List<Model> models(PathPatterns patterns) throws IOException, CallException {
    List<Path> modules = files(".tla");
    List<Model> models = new ArrayList<>();
    for (Path config : files(".cfg")) {
      if (patterns.excludes(path.relativize(config))) {
        continue;
      }
      Model model = new Model(module(config, modules), config);
      if (patterns.matches(path, model)) {
        models.add(model);
      }
    }
    return models;
  }

  private Path module(Path config, List<Path> all) throws CallException {
    List<Path> beside =
        all.stream().filter(each -> Objects.equals(config.getParent(), each.getParent())).toList();
    String name = config.getFileName().toString().replaceFirst("\\.cfg$", "");
    Optional<Path> named =
        beside.stream()
            .filter(each -> isNameOf(ModuleFile.name(each), name))
            .max(Comparator.comparing(each -> ModuleFile.name(each).length()));
    if (named.isPresent()) {
      return named.get();
    }
    if (beside.size() == 1) {
      return beside.get(0);
    }
    throw new CallException(
        config
            + ": belongs to no module: "
            + (beside.isEmpty()
                ? "there is none beside it"
                : "its name begins with that of none beside it")
            + "; name it after its module, such as Queue.cfg or Queue.small.cfg for Queue.tla, or"
            + " leave it out with <excludes>");
  }

  private static boolean isNameOf(String module, String config) {
    return config.startsWith(module)
        && (config.length() == module.length()
            || !Character.isLetterOrDigit(config.charAt(module.length())));
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
