package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.CheckResult;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.codegen.tlc.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a counterexample's pictures: a Mermaid sequence diagram and a trace in the ITF format. */
final class Counterexample {

  private Counterexample() {}

  /** The files written, in the folder {@code output}; none if there is no trace. */
  static List<Path> write(String name, CheckResult result, Path output) throws TlcException {
    if (result.trace().isEmpty()) {
      return List.of();
    }
    Trace trace = result.trace().get();
    String stem = name + result.property().map(property -> "-" + property).orElse("");
    Path mermaid = output.resolve(stem + ".mmd");
    Path itf = output.resolve(stem + ".itf.json");
    try {
      Files.createDirectories(output);
      Files.writeString(mermaid, MermaidTrace.text(ModelRun.found(result), trace));
      Files.writeString(itf, ItfTrace.text(name, result.message(), trace));
    } catch (IOException failure) {
      throw new TlcException(output + ": the counterexample cannot be written there", failure);
    }
    return List.of(mermaid, itf);
  }
}
