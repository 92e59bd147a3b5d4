package io.mooring.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates Java, diagrams and tables from machine modules: each module in {@code src/main/tla}
 * with a configuration of its name. The Java is compiled with the sources.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class GenerateMojo extends WritingMojo {

  /** Leaves out the goal generate. */
  @Parameter(property = "mooring.generate.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of specifications. */
  @Parameter(property = "mooring.sourceDirectory", defaultValue = "${project.basedir}/src/main/tla")
  private File sourceDirectory;

  /**
   * The folder that is generated: of {@code spec} itself, else with a folder for each machine, of
   * the name of its package.
   */
  @Parameter(
      property = "mooring.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/mooring")
  private File outputDirectory;

  /** Called by Maven. */
  public GenerateMojo() {}

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  Path source() {
    return absolute(sourceDirectory);
  }

  @Override
  Path output() {
    return absolute(outputDirectory);
  }
}
