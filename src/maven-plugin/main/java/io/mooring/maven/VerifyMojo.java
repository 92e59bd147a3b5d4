package io.mooring.maven;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generation;
import io.mooring.codegen.Generator;
import io.mooring.codegen.sink.CheckSink;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares generated files that are checked in with what the generator makes now of the machine
 * modules in {@code src/main/tla}. A difference fails the build, with the command that repairs it.
 * The Java is compiled with the sources, as that of the goal generate is.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class VerifyMojo extends MachineMojo {

  /** Leaves out the goal verify. */
  @Parameter(property = "mooring.verify.skip", defaultValue = "false")
  private boolean skip;

  /** The folder of specifications. */
  @Parameter(property = "mooring.sourceDirectory", defaultValue = "${project.basedir}/src/main/tla")
  private File sourceDirectory;

  /**
   * The folder that is checked in, as the goal generate wrote it with the same {@code
   * outputDirectory}.
   */
  @Parameter(property = "mooring.outputDirectory", defaultValue = "${project.basedir}/generated")
  private File outputDirectory;

  /** Called by Maven. */
  public VerifyMojo() {}

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
  void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException {
    work.run(
        machine.output() + ", as generated from " + machine.request().module().getFileName(),
        name(machine),
        inputs(machine, machine.output()),
        () ->
            compared(
                machine,
                Generation.compare(
                    new Generator(tlc()),
                    machine.request(),
                    CheckSink.listedFiles(machine.output()),
                    cure()),
                machine.output()));
    if (machine.typeScript().isPresent()) {
      Path folder = machine.typeScript().get();
      work.run(
          folder + ", as generated from " + machine.request().module().getFileName(),
          name(machine) + "/typescript",
          inputs(machine, folder),
          () ->
              compared(
                  machine,
                  Generation.compareTypeScript(
                      new Generator(tlc()),
                      typeScriptRequest(machine),
                      CheckSink.listedFiles(folder),
                      cure()),
                  folder));
    }
  }

  private Work.Result compared(Machine machine, Generation.Compared compared, Path folder)
      throws TlcException, IOException {
    if (!compared.isCurrent()) {
      return new Work.Result(List.of(), List.of(), List.of(compared.report()));
    }
    log().line(compared.summary() + ": " + folder + " is current");
    compared.note().lines().forEach(log()::line);
    return new Work.Result(read(machine), files(folder), List.of());
  }

  /** The goal generate with the configuration of this execution. */
  private String cure() {
    return "mvn mooring:generate@"
        + executionId()
        + " -Dmooring.outputDirectory="
        + log().brief(output().toString());
  }
}
