package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.trace.TraceFiles;
import io.mooring.checker.trace.TraceOrigin;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files for the behaviour of a result. */
final class Counterexample {

  private static final TraceFiles NONE = new TraceFiles(List.of(), "");

  private static final Pattern ALIAS = Pattern.compile("(?m)^\\s*ALIAS\\b");

  private Counterexample() {}

  /**
   * Refuses a view of variables that the specification does not have: before the search, not after
   * it. With an {@code ALIAS} the states of a counterexample have other names.
   */
  static void requireVariables(Tlc tlc, CheckRequest request, TraceView view) throws TlcException {
    if (view.selects() && !ALIAS.matcher(text(request.config())).find()) {
      view.requireKnown(
          tlc.parse(request.module()).variables().stream()
              .map(ModuleAst.Declaration::name)
              .toList(),
          request.module().toString());
    }
  }

  /** Refuses a view of names that the alias of a behaviour does not have. */
  static void requireAlias(Trace trace, TraceView view) throws TlcException {
    Set<String> names = new TreeSet<>();
    trace.steps().forEach(step -> names.addAll(step.alias().keySet()));
    if (!names.isEmpty()) {
      view.requireKnown(names, "the ALIAS");
    }
  }

  private static String text(Path config) throws TlcException {
    try {
      return Files.readString(config, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new TlcException(config + ": cannot be read", failure);
    }
  }

  /** A view that says where the steps stand that it leaves out. */
  static TraceView view(TraceView view, List<Path> written) {
    return written.stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(TraceFiles.ITF))
        .findFirst()
        .map(view::of)
        .orElse(view);
  }

  /** A behaviour, and where its files are: what is left out of the lines stands there. */
  static void show(Trace trace, TraceView view, TraceFiles written, Reporter reporter)
      throws TlcException {
    requireAlias(trace, view);
    TraceText.lines(trace, view(view, written.files())).forEach(reporter::line);
    report(written, reporter);
  }

  /** Says where the files are, or why they are not. */
  static void report(TraceFiles written, Reporter reporter) {
    written.files().forEach(file -> reporter.line("written: " + file));
    if (!written.problem().isEmpty()) {
      reporter.line("warning: " + written.problem());
    }
  }

  /** The files written, in the folder {@code output}; none if there is no trace. */
  static TraceFiles write(CheckRequest request, CheckResult result, TraceView view, Path output) {
    return write(name(request), request, result, view, output);
  }

  /** The same for a model of that name. */
  static TraceFiles write(
      String name, CheckRequest request, CheckResult result, TraceView view, Path output) {
    if (result.trace().isEmpty()) {
      return NONE;
    }
    String stem = name + result.property().map(property -> "-" + property).orElse("");
    TraceOrigin origin =
        new TraceOrigin(
            ModelRun.found(result), result.message(), request.module(), request.config());
    return TraceFiles.write(output, stem, origin, view, result.trace().get());
  }

  /** The same for a behaviour that leads to a predicate. */
  static TraceFiles write(
      CheckRequest request, String witness, Trace trace, TraceView view, Path output) {
    String title = "leads to " + witness;
    return TraceFiles.write(
        output,
        name(request) + "-" + witness.replace('!', '.'),
        new TraceOrigin(title, title, request.module(), request.config()),
        view,
        trace);
  }

  private static String name(CheckRequest request) {
    return ModuleFile.result(request.module(), request.config());
  }
}
