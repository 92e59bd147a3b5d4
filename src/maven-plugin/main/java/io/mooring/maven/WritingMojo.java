package io.mooring.maven;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generation;
import io.mooring.codegen.Generator;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the goals have in common that write what they generate. */
abstract class WritingMojo extends MachineMojo {

  @Override
  final void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException {
    work.run(
        machine.request().module() + ", its generated files",
        name(machine),
        inputs(machine, machine.output()),
        () ->
            written(
                machine,
                Generation.write(new Generator(tlc()), machine.request(), machine.output()),
                machine.output()));
    if (machine.typeScript().isPresent()) {
      Path folder = machine.typeScript().get();
      work.run(
          machine.request().module() + ", its TypeScript",
          name(machine) + "/typescript",
          inputs(machine, folder),
          () ->
              written(
                  machine,
                  Generation.writeTypeScript(
                      new Generator(tlc()), typeScriptRequest(machine), folder),
                  folder));
    }
  }

  private Work.Result written(Machine machine, Generation.Written done, Path folder)
      throws TlcException, IOException {
    log().line(done.summary() + " -> " + folder + ": " + done.counts());
    return new Work.Result(read(machine), files(folder), List.of());
  }
}
