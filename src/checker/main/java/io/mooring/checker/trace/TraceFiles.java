package io.mooring.checker.trace;

import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.Unwritable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a behaviour: a Mermaid sequence diagram and a trace in the ITF format.
 *
 * @param files what was written
 * @param problem why it was not, in one line; empty if it was. The result of the check is kept
 *     nevertheless.
 */
public record TraceFiles(List<Path> files, String problem) {

  /** How the name of a trace in the ITF format ends. */
  public static final String ITF = ".itf.json";

  /** Copies the list. */
  public TraceFiles {
    files = List.copyOf(files);
  }

  /**
   * Writes the files of a behaviour.
   *
   * @param output the folder; created if it is not there
   * @param view which variables the diagram shows; the trace has all
   * @param stem the name of the files, without their endings
   */
  public static TraceFiles write(
      Path output, String stem, TraceOrigin origin, TraceView view, Trace trace) {
    Path mermaid = output.resolve(stem + ".mmd");
    Path itf = output.resolve(stem + ITF);
    try {
      Files.createDirectories(output);
      Files.writeString(
          mermaid, MermaidTrace.text(origin.title(), trace, view.of(itf.getFileName().toString())));
      Files.writeString(itf, ItfWriter.text(origin.stored(itf, trace)));
    } catch (IOException failure) {
      return new TraceFiles(
          List.of(),
          "the behaviour could not be written to "
              + output
              + " ("
              + Unwritable.why(failure)
              + "); --out names another folder");
    }
    return new TraceFiles(List.of(mermaid, itf), "");
  }
}
