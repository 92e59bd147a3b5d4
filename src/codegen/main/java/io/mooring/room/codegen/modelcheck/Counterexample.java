package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.CheckResult;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.codegen.tlc.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the pictures of a behaviour: a Mermaid sequence diagram and a trace in the ITF format. */
final class Counterexample {

  private Counterexample() {}

  /** The files written, in the folder {@code output}; none if there is no trace. */
  static List<Path> write(String name, CheckResult result, Path output) throws TlcException {
    if (result.trace().isEmpty()) {
      return List.of();
    }
    String stem = name + result.property().map(property -> "-" + property).orElse("");
    return write(
        name, stem, ModelRun.found(result), result.message(), result.trace().get(), output);
  }

  /** The same for a behaviour that leads to a predicate. */
  static List<Path> write(String name, String witness, Trace trace, Path output)
      throws TlcException {
    String title = "leads to " + witness;
    return write(name, name + "-" + witness.replace('!', '.'), title, title, trace, output);
  }

  private static List<Path> write(
      String name, String stem, String title, String description, Trace trace, Path output)
      throws TlcException {
    Path mermaid = output.resolve(stem + ".mmd");
    Path itf = output.resolve(stem + ".itf.json");
    try {
      Files.createDirectories(output);
      Files.writeString(mermaid, MermaidTrace.text(title, trace));
      Files.writeString(itf, ItfTrace.text(name, description, trace));
    } catch (IOException failure) {
      throw new TlcException(output + ": the behaviour cannot be written there", failure);
    }
    return List.of(mermaid, itf);
  }
}
