package io.mooring.mbt.junit;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.mbt.driver.UsageException;
import io.mooring.mbt.driver.WalkOptions;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What an annotation says, with its files found. */
record Settings(
    Class<?> type, SpecificationTest annotation, Path module, Path config, WalkOptions options) {

  /**
   * The settings of a class.
   *
   * @throws UsageException if it has no annotation, or a file is missing
   */
  static Settings of(Class<?> type) {
    SpecificationTest annotation = type.getAnnotation(SpecificationTest.class);
    if (annotation == null) {
      throw new UsageException(type.getName() + " has no @SpecificationTest");
    }
    Path module = module(type, annotation.value());
    Path config =
        annotation.config().isEmpty()
            ? ModuleFile.beside(module, ".cfg")
            : module.resolveSibling(annotation.config());
    if (!Files.isRegularFile(config)) {
      throw new UsageException(
          type.getName()
              + ": there is no configuration "
              + config
              + "; write one, or name another in @SpecificationTest(config = ...)");
    }
    try {
      return new Settings(type, annotation, module, config, options(annotation));
    } catch (IllegalArgumentException unfit) {
      throw new UsageException(
          type.getName() + ": @SpecificationTest has an unfit value: " + unfit.getMessage());
    }
  }

  private static WalkOptions options(SpecificationTest annotation) {
    WalkOptions options =
        WalkOptions.DEFAULT
            .withSeed(annotation.seed())
            .withWalks(annotation.walks())
            .withSteps(annotation.steps())
            .withStepLimit(Duration.ofMillis(annotation.stepMillis()))
            .exploring(annotation.states())
            .withInternal(Set.copyOf(List.of(annotation.internal())))
            .withRefused(Set.copyOf(List.of(annotation.refused())))
            .withIgnored(Set.copyOf(List.of(annotation.ignored())));
    return annotation.seconds() > 0
        ? options.during(Duration.ofSeconds(annotation.seconds()))
        : options;
  }

  /** In the working folder; among the resources of the class; in a folder above its class file. */
  private static Path module(Class<?> type, String name) {
    Path here = Path.of(name);
    if (Files.isRegularFile(here)) {
      return here;
    }
    try {
      URL resource = type.getResource(name);
      if (resource != null) {
        return Path.of(resource.toURI());
      }
      CodeSource source = type.getProtectionDomain().getCodeSource();
      Path above = source == null ? null : Path.of(source.getLocation().toURI());
      for (; above != null; above = above.getParent()) {
        if (Files.isRegularFile(above.resolve(name))) {
          return above.resolve(name);
        }
      }
    } catch (URISyntaxException | FileSystemNotFoundException notAFile) {
      // A specification within a jar: not found either.
    }
    throw new UsageException(
        type.getName()
            + ": there is no module "
            + name
            + " in the working folder "
            + Path.of("").toAbsolutePath()
            + ", beside the class, or in a folder above it");
  }

  /** The folder for what is written. */
  Path output() {
    return Path.of(annotation.output()).resolve(type.getName());
  }
}
