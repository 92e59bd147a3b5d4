package io.mooring.maven;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the page of each machine module in {@code src/main/tla}: one HTML file that shows the
 * machine and lets its reader drive it, without a network. The modules are found as by the goal
 * generate.
 */
@Mojo(name = "atlas", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class AtlasMojo extends MachineMojo {

  /** Leaves out the goal atlas. */
  @Parameter(property = "mooring.atlas.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of specifications. */
  @Parameter(property = "mooring.sourceDirectory", defaultValue = "${project.basedir}/src/main/tla")
  private File sourceDirectory;

  /**
   * The folder of the pages, {@code atlas.html}: of {@code spec} itself, else with a folder for
   * each machine, of the name of its package.
   */
  @Parameter(
      property = "mooring.atlasDirectory",
      defaultValue = "${project.build.directory}/mooring-atlas")
  private File atlasDirectory;

  /** Called by Maven. */
  public AtlasMojo() {}

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
    return absolute(atlasDirectory);
  }

  @Override
  void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException {
    work.run(
        machine.request().module() + ", its page",
        name(machine),
        inputs(machine, machine.output()),
        () -> write(machine));
  }

  private Work.Result write(Machine machine) throws TlcException, ModelException, IOException {
    Generator.Request request = machine.request();
    Atlas.Page page =
        new Generator(tlc()).atlas(request.module(), request.config(), request.timing());
    Path file = machine.output().resolve("atlas.html");
    page.write(file);
    page.sizes(file.toString()).forEach(log()::line);
    return new Work.Result(read(machine), List.of(file), List.of());
  }
}
