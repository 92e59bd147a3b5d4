package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.Unwritable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of a behaviour: a Mermaid sequence diagram and a trace in the ITF format.
 *
 * @param files what was written
 * @param problem why it was not, in one line; empty if it was. The result of the check is kept
 *     nevertheless.
 */
record Counterexample(List<Path> files, String problem) {

  private static final Counterexample NONE = new Counterexample(List.of(), "");

  /** Says where the files are, or why they are not. */
  void report(Reporter reporter) {
    files.forEach(file -> reporter.line("written: " + file));
    if (!problem.isEmpty()) {
      reporter.line("warning: " + problem);
    }
  }

  /** The files written, in the folder {@code output}; none if there is no trace. */
  static Counterexample write(String name, CheckResult result, Path output) {
    if (result.trace().isEmpty()) {
      return NONE;
    }
    String stem = name + result.property().map(property -> "-" + property).orElse("");
    return write(
        name, stem, ModelRun.found(result), result.message(), result.trace().get(), output);
  }

  /** The same for a behaviour that leads to a predicate. */
  static Counterexample write(String name, String witness, Trace trace, Path output) {
    String title = "leads to " + witness;
    return write(name, name + "-" + witness.replace('!', '.'), title, title, trace, output);
  }

  private static Counterexample write(
      String name, String stem, String title, String description, Trace trace, Path output) {
    Path mermaid = output.resolve(stem + ".mmd");
    Path itf = output.resolve(stem + ".itf.json");
    try {
      Files.createDirectories(output);
      Files.writeString(mermaid, MermaidTrace.text(title, trace));
      Files.writeString(itf, ItfTrace.text(name, description, trace));
    } catch (IOException failure) {
      return new Counterexample(
          List.of(),
          "the behaviour could not be written to "
              + output
              + " ("
              + Unwritable.why(failure)
              + "); --out names another folder");
    }
    return new Counterexample(List.of(mermaid, itf), "");
  }
}
