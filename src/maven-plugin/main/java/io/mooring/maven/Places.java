package io.mooring.maven;

import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.SourceSpan;
import java.nio.file.Path;
import java.util.List;

/** Places in modules as a build names them: with the path of the file. */
final class Places {

  private Places() {}

  /**
   * The finding of a check: {@code src/main/tla/Queue.tla:12: Invariant Safe is violated}.
   *
   * @param model the model's name, if it is worth naming; else empty
   */
  static String finding(ModelVerdict verdict, String model) {
    CheckResult result = verdict.result();
    String place =
        result
            .span()
            .map(span -> place(span, result.module().files()))
            .orElse(result.module().file().toString());
    List<String> differences = verdict.differences();
    String what = differences.isEmpty() ? result.message() : differences.get(0);
    return place + ": " + (model.isEmpty() ? "" : model + ": ") + what;
  }

  /** The path of a place, and its line. */
  static String place(SourceSpan span, List<Path> files) {
    String name = span.module() + ".tla";
    String file =
        files.stream()
            .filter(each -> each.getFileName().toString().equals(name))
            .findFirst()
            .map(Path::toString)
            .orElse(name);
    return file + ":" + span.beginLine();
  }
}
