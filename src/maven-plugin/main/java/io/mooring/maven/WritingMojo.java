package io.mooring.maven;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generation;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.util.List;

/** What the goals have in common that write what they generate. */
abstract class WritingMojo extends MachineMojo {

  @Override
  final void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException {
    work.run(
        machine.request().module() + ", its generated files",
        name(machine),
        inputs(machine),
        () -> write(machine));
  }

  private Work.Result write(Machine machine)
      throws TlcException, ModelException, IOException, ForeignFileException {
    Generation.Written done =
        Generation.write(new Generator(tlc()), machine.request(), machine.output());
    log().line(done.summary() + " -> " + machine.output() + ": " + done.counts());
    return new Work.Result(read(machine), files(machine), List.of());
  }
}
