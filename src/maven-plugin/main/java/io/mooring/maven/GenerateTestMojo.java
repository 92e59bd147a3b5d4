package io.mooring.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates Java for tests, diagrams and tables from machine modules: each module in {@code
 * src/test/tla} with a configuration of its name. The Java is compiled with the tests.
 */
@Mojo(
    name = "generate-test",
    defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
    threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class GenerateTestMojo extends WritingMojo {

  /** Leaves out the goal generate-test. */
  @Parameter(property = "mooring.generateTest.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of specifications. */
  @Parameter(
      property = "mooring.sourceTestDirectory",
      defaultValue = "${project.basedir}/src/test/tla")
  private File sourceDirectory;

  /**
   * The folder that is generated: of {@code spec} itself, else with a folder for each machine, of
   * the name of its package.
   */
  @Parameter(
      property = "mooring.outputTestDirectory",
      defaultValue = "${project.build.directory}/generated-test-sources/mooring")
  private File outputDirectory;

  /** Called by Maven. */
  public GenerateTestMojo() {}

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

  @Override
  void addSourceRoot(Path root) {
    project.addTestCompileSourceRoot(root.toString());
  }
}
