package io.mooring.maven;

import io.mooring.checker.modelcheck.ModelChecking;
import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.modelcheck.Sweep;
import io.mooring.checker.report.CheckReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.trace.TraceView;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Model-checks specifications: each configuration ({@code *.cfg}) in {@code src/main/tla} and
 * {@code src/test/tla} with its module, or the models of a manifest. A property that does not hold
 * fails the build with its file and line.
 *
 * <p>What has succeeded is not checked again until one of its files, a parameter or the plugin
 * changes.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ShowingMojo {

  /** Leaves out the goal check. */
  @Parameter(property = "mooring.check.skip", defaultValue = "false")
  private boolean skip;

  /** The configuration of {@code spec}. Default: the file beside it with its name. */
  @Parameter(property = "mooring.config")
  private @Nullable String config;

  /** Checks the deep models of a manifest too; they take minutes. */
  @Parameter(property = "mooring.deep", defaultValue = "false")
  private boolean deep;

  /**
   * Looks for a shortest behaviour that makes each of these predicates of {@code spec} true,
   * instead of checking properties. The build fails if there is none.
   */
  @Parameter(property = "mooring.witnesses")
  private @Nullable List<String> witnesses;

  /**
   * Checks {@code spec} once for each of these values of a constant: {@code N=2,3,4}; of several
   * constants, for every combination.
   */
  @Parameter(property = "mooring.sweep")
  private @Nullable List<String> sweep;

  private SearchOptions search = SearchOptions.DEFAULT;
  private TraceView view = TraceView.USUAL;

  /** Called by Maven. */
  public CheckMojo() {}

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run()
      throws TlcException, IOException, ForeignFileException, CallException, FindingException {
    search = search();
    view = view();
    // Other random behaviours are another question.
    Work work = new Work(cache(), log(), force || isRandom());
    boolean searched = all(witnesses).isEmpty();
    refuse(!searched && !all(sweep).isEmpty(), "<witnesses> and <sweep> exclude each other");
    refuse(
        !searched && search.simulation().isPresent(),
        "<witnesses> and <simulate> exclude each other");
    if (spec != null) {
      refuse(manifest != null, "<spec> and <manifest> exclude each other");
      Path module = named(spec);
      check(work, new Model(module, config == null ? config(module) : config(config, module)));
    } else {
      refuse(config != null, "<config> belongs to <spec>, and none is named");
      refuse(!all(witnesses).isEmpty(), "<witnesses> belongs to <spec>, and none is named");
      refuse(!all(sweep).isEmpty(), "<sweep> belongs to <spec>, and none is named");
      checkFolders(work);
    }
    work.end();
  }

  private static void refuse(boolean wrong, String message) throws CallException {
    if (wrong) {
      throw new CallException(message);
    }
  }

  private void checkFolders(Work work)
      throws TlcException, IOException, ForeignFileException, CallException {
    List<Path> folders = folders();
    if (manifest != null) {
      checkManifest(work, find(manifest, "manifest", folders));
      return;
    }
    for (Path folder : folders) {
      SpecFolder specs = new SpecFolder(folder);
      Optional<Path> list = patterns().isAll() ? specs.manifest() : Optional.empty();
      if (list.isPresent()) {
        checkManifest(work, list.get());
      } else {
        for (Model each : specs.models(patterns())) {
          check(work, each);
        }
      }
    }
    if (work.isEmpty()) {
      nothing(folders);
    }
  }

  private void check(Work work, Model model)
      throws TlcException, IOException, ForeignFileException, CallException {
    Path module = model.module();
    String name = place(module) + "/" + model.name();
    work.run(
        module + ", " + model.config().getFileName(),
        name,
        inputs(settings(), List.of(), around(model)),
        reported(name, module, () -> checked(name, model)));
  }

  private Work.Result checked(String name, Model model) throws TlcException, IOException {
    ModelChecking checking = checking(model.module());
    List<Sweep> sweeps = sweeps(all(sweep));
    Summary summary =
        !sweeps.isEmpty()
            ? checking.sweep(request(model), sweeps, log())
            : all(witnesses).isEmpty()
                ? checking.checkOne(request(model), log())
                : checking.findWitnesses(request(model), all(witnesses), log());
    String config = model.isMain() ? "" : String.valueOf(model.config().getFileName());
    return result(
        summary,
        each -> sweeps.isEmpty() ? config : each.name(),
        reports()
            .write(
                name,
                report(model.isMain() ? model.module() : model.config()).ofSpecification(summary)));
  }

  /** A property of a call is split at each comma, also between two values of a constant. */
  static List<Sweep> sweeps(List<String> texts) throws TlcException {
    List<String> whole = new ArrayList<>();
    for (String text : texts) {
      if (text.contains("=") || whole.isEmpty()) {
        whole.add(text);
      } else {
        whole.set(whole.size() - 1, whole.get(whole.size() - 1) + "," + text);
      }
    }
    List<Sweep> sweeps = new ArrayList<>();
    for (String text : whole) {
      sweeps.add(Sweep.of(text));
    }
    return sweeps;
  }

  private void checkManifest(Work work, Path file)
      throws TlcException, IOException, ForeignFileException, CallException {
    refuse(
        !search.equals(
            search.timeout().map(SearchOptions.DEFAULT::withTimeout).orElse(SearchOptions.DEFAULT)),
        file
            + " says how its models are checked: leave out <workers>, <depth>, <simulate> and so on");
    String name = place(file) + "/" + file.getFileName();
    work.run(
        file.toString(),
        name,
        inputs(settings(), List.of(file.resolveSibling("")), List.of()),
        reported(name, file, () -> checkedManifest(name, file)));
  }

  private Work.Result checkedManifest(String name, Path file) throws TlcException, IOException {
    Summary summary = checking(file).checkManifest(file, deep, search.timeout(), log());
    return result(
        summary, ModelVerdict::name, reports().write(name, report(file).ofManifest(summary)));
  }

  private CheckReport report(Path subject) throws TlcException {
    return new CheckReport(Report.Tool.of(tlc().version()), subject, base());
  }

  private CheckRequest request(Model model) throws TlcException {
    return ModelChecking.request(model.module(), model.config()).searching(search);
  }

  private ModelChecking checking(Path subject) throws TlcException {
    return new ModelChecking(tlc(), target().resolve("mooring/check").resolve(place(subject)))
        .showing(view);
  }

  private String settings() throws TlcException {
    return String.join(
        "\n",
        "check",
        "deep " + deep,
        search.toString(),
        "witnesses " + all(witnesses),
        "sweep " + all(sweep),
        "shown " + new TreeSet<>(view.only()) + new TreeSet<>(view.hidden()));
  }

  private static Work.Result result(
      Summary summary, Function<ModelVerdict, String> name, List<Path> written) {
    Set<Path> read = new LinkedHashSet<>();
    List<String> findings = new ArrayList<>();
    for (ModelVerdict each : summary.verdicts()) {
      read.addAll(each.result().module().files());
      if (summary.exitCode() != 0 && !each.asExpected()) {
        findings.add(Places.finding(each, name.apply(each)));
      }
    }
    findings.addAll(summary.problems());
    if (findings.isEmpty() && summary.exitCode() != 0) {
      throw new IllegalStateException("a failure without a reason: " + summary);
    }
    return new Work.Result(read, written, findings);
  }
}
