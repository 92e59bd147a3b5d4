package io.mooring.room.cli;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.ItfTrace;
import io.mooring.checker.trace.ItfWriter;
import io.mooring.checker.trace.MermaidTrace;
import io.mooring.checker.trace.NamedFile;
import io.mooring.checker.trace.StoredTrace;
import io.mooring.checker.trace.TraceExpressions;
import io.mooring.checker.trace.TraceText;
import io.mooring.checker.trace.TraceView;
import io.mooring.codegen.atlas.Atlas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code trace}: shows a behaviour that was written earlier. */
@Command(
    name = "trace",
    description = {
      "Shows a counterexample again, without a check: of Mooring, Apalache, Quint, or whatever",
      "else writes the Informal Trace Format. See src/docs/guide/trace.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring trace target/mooring/check/Queue-Bounded.itf.json",
      "  ./mooring trace Queue-Bounded.itf.json --only queue --eval 'Len(queue)'",
      "  ./mooring trace Queue-Bounded.itf.json --hide log --format mermaid",
      "  ./mooring trace Queue-Bounded.itf.json --html Queue-Bounded.html"
    })
@HelpSection.In(HelpSection.SHOWN)
final class TraceCommand implements Callable<Integer> {

  /** The forms that a behaviour is shown in. */
  enum Format {
    /** Numbered steps. */
    text,
    /** A sequence diagram. */
    mermaid,
    /** The Informal Trace Format, with what is shown alone. */
    json
  }

  private final Shell shell;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE.itf.json",
      description = "The behaviour, in the Informal Trace Format.")
  private @Nullable Path file;

  @Option(
      names = "--eval",
      paramLabel = "EXPR",
      description =
          "Show the value of this expression in each state; may be given several times. The checker "
              + "computes it from the specification that the file or --spec names.")
  private List<String> expressions = new ArrayList<>();

  @Option(
      names = "--spec",
      paramLabel = "SPEC.tla",
      description = "The specification, for --eval and --html. Default: the one that FILE names.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Its configuration. Default: the one that FILE names, or with --spec the one beside it.")
  private @Nullable Path config;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "text, mermaid (a sequence diagram) or json. Default: text.")
  private @Nullable Format format;

  @HelpSection.In(HelpSection.PEOPLE)
  @Option(
      names = "--html",
      paramLabel = "PAGE",
      description =
          "Write a page to walk through it instead: one file, with every step and the text of the "
              + "specification.")
  private @Nullable Path html;

  @Mixin private final TraceMixin shown = new TraceMixin();

  @Mixin private final CheckerOption checker = new CheckerOption();

  TraceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws TlcException {
    if (file == null) {
      throw new UsageException(
          "there is no FILE.itf.json to show", "'mooring trace --help' shows examples.");
    }
    if (html != null && format != null) {
      throw new UsageException(
          "--html and --format exclude each other", "A page has every step of the behaviour.");
    }
    if (expressions.isEmpty() && (config != null || (spec != null && html == null))) {
      throw new UsageException(
          (spec != null ? "--spec" : "--config") + " says how to compute --eval, which is missing",
          "For example: mooring trace " + file + " --eval 'Len(queue)'");
    }
    Path itf = shell.existing(file);
    StoredTrace stored = ItfTrace.read(itf);
    TraceView view = shown.view(shell);
    view.requireKnown(stored.names(), shell.show(itf));
    if (!expressions.isEmpty()) {
      List<String> once = List.copyOf(new LinkedHashSet<>(expressions));
      TraceExpressions values = new TraceExpressions(checker.tlc(shell), request(itf, stored));
      stored = stored.with(values.added(stored.trace(), once));
      view = view.withAlways(once);
    }
    if (html != null) {
      write(itf, stored, view, html);
    } else {
      print(itf, stored, view);
    }
    return 0;
  }

  private CheckRequest request(Path itf, StoredTrace stored) throws TlcException {
    NamedFile files = new NamedFile(itf, shell.directory());
    Path module =
        spec == null ? files.find(stored.source(), ".tla", "--spec") : shell.existing(spec);
    if (config != null) {
      return CheckRequest.of(module, shell.existing(config));
    }
    boolean named = spec == null && !stored.config().isEmpty();
    return ModelChecking.request(
        module, named ? files.find(stored.config(), ".cfg", "--config") : null);
  }

  private void write(Path itf, StoredTrace stored, TraceView view, Path named) {
    Path file = shell.resolve(named);
    if (Files.isDirectory(file)) {
      throw new UsageException(
          "--html names " + shell.show(file) + ", which is a folder", "Name a file in it.");
    }
    Atlas.Page page = new TracePage(shell, itf, module(itf, stored)).of(stored, view);
    Shell.write(file, page.html());
    page.sizes(shell.show(file)).forEach(shell::say);
  }

  /** The specification for the page, which does not need it. */
  private Optional<Path> module(Path itf, StoredTrace stored) {
    if (spec != null) {
      return Optional.of(shell.existing(spec));
    }
    if (stored.source().isEmpty()) {
      return Optional.empty();
    }
    try {
      NamedFile files = new NamedFile(itf, shell.directory());
      return Optional.of(files.find(stored.source(), ".tla", "--spec"));
    } catch (TlcException unusable) {
      shell.say(
          "warning: the page has no text of the specification: "
              + Shell.plain(shell.brief(String.valueOf(unusable.getMessage()))));
      return Optional.empty();
    }
  }

  private void print(Path itf, StoredTrace stored, TraceView view) {
    switch (format == null ? Format.text : format) {
      case mermaid ->
          MermaidTrace.text(stored.title(), stored.trace(), view.of(shell.show(itf)))
              .lines()
              .forEach(shell::say);
      case json -> ItfWriter.text(stored.shown(view)).lines().forEach(shell::say);
      default -> {
        if (!stored.description().isEmpty()) {
          shell.say(Shell.plain(stored.description()));
        }
        TraceText.lines(stored.trace(), view.of(shell.show(itf))).forEach(shell::say);
      }
    }
  }
}
