package io.mooring.maven;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.EnclosedFiles;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

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

  /**
   * Files of counts, as fuzz --counts or a test wrote them: each is shown in the page of its
   * machine, and those of one machine are added. Default: none.
   */
  @Parameter(property = "mooring.counts")
  private @Nullable List<String> counts;

  /**
   * The model file of another version of {@code spec}: its page opens at the comparison. Default:
   * none.
   */
  @Parameter(property = "mooring.compare")
  private @Nullable String compare;

  private final Set<String> modules = new HashSet<>();
  private EnclosedFiles enclosed;

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
  void run()
      throws TlcException,
          ModelException,
          IOException,
          ForeignFileException,
          CallException,
          FindingException {
    if (compare != null && !hasOneMachine()) {
      throw new CallException("<compare> belongs to <spec>, and none is named");
    }
    enclosed = enclosed();
    super.run();
    Optional<Path> foreign = enclosed.ofNone(modules);
    if (foreign.isPresent()) {
      throw new CallException(
          foreign.get() + " counts no machine of " + source() + " that has a page");
    }
  }

  private EnclosedFiles enclosed() throws CallException, ModelException {
    return EnclosedFiles.read(
        countFiles(), compare == null ? Optional.empty() : Optional.of(compared(compare)));
  }

  private List<Path> countFiles() throws CallException {
    List<Path> files = new ArrayList<>();
    for (String each : all(counts)) {
      files.add(find(each, "counts", List.of()));
    }
    return files;
  }

  private Path compared(String name) throws CallException {
    return find(name, "compare", List.of());
  }

  @Override
  void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException {
    modules.add(ModuleFile.name(machine.request().module()));
    List<Path> others = new ArrayList<>(countFiles());
    if (compare != null) {
      others.add(compared(compare));
    }
    work.run(
        machine.request().module() + ", its page",
        name(machine),
        inputs(machine, machine.output(), others),
        () -> write(machine));
  }

  private Work.Result write(Machine machine) throws TlcException, ModelException, IOException {
    Generator.Request request = machine.request();
    EnclosedFiles own = enclosed.ofMachine(ModuleFile.name(request.module()));
    Atlas.Page page =
        new Generator(tlc()).atlas(request.module(), request.config(), request.timing(), own);
    Path file = machine.output().resolve("atlas.html");
    page.write(file);
    page.sizes(file.toString()).forEach(log()::line);
    return new Work.Result(read(machine), List.of(file), List.of());
  }
}
