package io.mooring.codegen;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.CheckSink;
import io.mooring.codegen.sink.Difference;
import io.mooring.codegen.sink.ForeignFileException;
import io.mooring.codegen.sink.Sink;
import io.mooring.codegen.sink.TreeSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Generates into a folder, or compares a folder with what would be generated. */
public final class Generation {

  private Generation() {}

  /**
   * What was written.
   *
   * @param summary the model in a few words
   * @param changes what was done to the folder
   */
  public record Written(String summary, TreeSink.Changes changes) {

    /** {@return how many files were written, removed and left as they were} */
    public String counts() {
      return changes.written().size()
          + " written, "
          + changes.removed().size()
          + " removed, "
          + changes.unchanged()
          + " unchanged";
    }
  }

  /**
   * The result of a comparison.
   *
   * @param summary the model in a few words
   * @param report what differs, and the command that repairs it; empty if nothing differs
   * @param note that another checker has explored what the folder has; empty if it is the same one,
   *     or more differs
   */
  public record Compared(String summary, String report, String note) {

    /** Whether the folder is what the generator writes now. */
    public boolean isCurrent() {
      return report.isEmpty();
    }
  }

  /**
   * Makes a folder hold what is generated from a specification.
   *
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention, or the request cannot be met
   * @throws ForeignFileException if a file is in the way that was not generated
   * @throws IOException if a file cannot be written
   */
  public static Written write(Generator generator, Generator.Request request, Path folder)
      throws TlcException, ModelException, IOException, ForeignFileException {
    return write(generator::generate, request, folder);
  }

  /**
   * Makes a folder hold the TypeScript of a specification.
   *
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention
   * @throws ForeignFileException if a file is in the way that was not generated
   * @throws IOException if a file cannot be written
   */
  public static Written writeTypeScript(Generator generator, Generator.Request request, Path folder)
      throws TlcException, ModelException, IOException, ForeignFileException {
    return write(generator::generateTypeScript, request, folder);
  }

  /** What is made of a specification. */
  private interface Making {
    Model make(Generator.Request request, Sink sink) throws TlcException, ModelException;
  }

  private static Written write(Making making, Generator.Request request, Path folder)
      throws TlcException, ModelException, IOException, ForeignFileException {
    TreeSink sink = new TreeSink(folder);
    Model model = making.make(request, sink);
    return new Written(summary(model), sink.commit());
  }

  /**
   * Compares a folder with what is generated from a specification. Which checker explored it is
   * where the content comes from and not content: if nothing else differs, that is a note.
   *
   * @param sink the folder
   * @param cure the command that repairs it
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention, or the request cannot be met
   * @throws IOException if a file cannot be read
   */
  public static Compared compare(
      Generator generator, Generator.Request request, CheckSink sink, String cure)
      throws TlcException, ModelException, IOException {
    return compare(generator::generate, request, sink, cure);
  }

  /**
   * Compares a folder with the TypeScript of a specification.
   *
   * @param sink the folder
   * @param cure the command that repairs it
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention
   * @throws IOException if a file cannot be read
   */
  public static Compared compareTypeScript(
      Generator generator, Generator.Request request, CheckSink sink, String cure)
      throws TlcException, ModelException, IOException {
    return compare(generator::generateTypeScript, request, sink, cure);
  }

  private static Compared compare(
      Making making, Generator.Request request, CheckSink sink, String cure)
      throws TlcException, ModelException, IOException {
    Model model = making.make(request, sink);
    List<Difference> differences = sink.differences();
    boolean current = differences.stream().allMatch(each -> each.kind() == Difference.Kind.CHECKER);
    String note = differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    return new Compared(summary(model), current ? "" : sink.report(cure), current ? note : "");
  }

  private static String summary(Model model) {
    return model.module()
        + ": "
        + model.locations().size()
        + " locations, "
        + model.events().size()
        + " events, "
        + model.steps().size()
        + " rows, "
        + model.properties().size()
        + " properties";
  }
}
