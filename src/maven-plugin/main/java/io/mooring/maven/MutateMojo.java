package io.mooring.maven;

import io.mooring.checker.mutate.MutantResult;
import io.mooring.checker.mutate.MutantSelection;
import io.mooring.checker.mutate.Mutation;
import io.mooring.checker.mutate.MutationFiles;
import io.mooring.checker.mutate.MutationOutcome;
import io.mooring.checker.mutate.MutationRun.Limits;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.report.MutationReport;
import io.mooring.checker.report.Report;
import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes many small faulty changes to specifications, and checks whether their properties detect
 * each of them: each module in {@code src/main/tla} and {@code src/test/tla} with a configuration
 * of its name. A survivor fails the build, unless a list explains it.
 */
@Mojo(name = "mutate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class MutateMojo extends SpecMojo {

  /** How many survivors the message of the build names; the report has all. */
  private static final int SHOWN = 10;

  /** Leaves out the goal mutate. */
  @Parameter(property = "mooring.mutate.skip", defaultValue = "false")
  private boolean skip;

  /** Whether a survivor that is not explained fails the build; else it is a warning. */
  @Parameter(property = "mooring.failOnSurvivors", defaultValue = "true")
  private boolean failOnSurvivors;

  /**
   * The configurations of {@code spec}, the cheapest first: a mutant that survives one is checked
   * in the next. Default: the file beside it with its name.
   */
  @Parameter(property = "mooring.configs")
  private @Nullable List<String> configs;

  /**
   * The list of explained survivors of {@code spec}. Default: {@code SPEC.survivors.json} beside
   * each specification, if there is one.
   */
  @Parameter(property = "mooring.reviewed")
  private @Nullable String reviewed;

  /** Skips the mutants that the list explains, to find new survivors faster. */
  @Parameter(property = "mooring.skipReviewed", defaultValue = "false")
  private boolean skipReviewed;

  /**
   * When to compare the figures of the manifest: {@code last}, after the properties of all
   * configurations; {@code early}, after the properties of the same configuration; {@code never}.
   */
  @Parameter(property = "mooring.pins", defaultValue = "last")
  private String pins = "last";

  /** The modules to change. Default: the specification and the modules that it extends. */
  @Parameter(property = "mooring.modules")
  private @Nullable List<String> modules;

  /** Makes only these kinds of change, such as {@code drop-update}. Default: all. */
  @Parameter(property = "mooring.only")
  private @Nullable List<String> only;

  /** Only the mutants whose ids contain this. */
  @Parameter(property = "mooring.matching")
  private @Nullable String matching;

  /** Checks only this number of mutants, chosen at random. Default: all. */
  @Parameter(property = "mooring.sample")
  private @Nullable Integer sample;

  /** The seed of the choice. */
  @Parameter(property = "mooring.seed", defaultValue = "0")
  private long seed;

  /**
   * Stops checking a mutant at this number of distinct states. Default: ten times the number of the
   * specification plus 10,000.
   */
  @Parameter(property = "mooring.limitStates")
  private @Nullable Long limitStates;

  /**
   * Stops checking a mutant after this time: 30s, 5m. Default: ten times the time of the
   * specification plus one minute.
   */
  @Parameter(property = "mooring.mutate.timeout")
  private @Nullable String timeout;

  /**
   * Continues a build that was stopped: a mutant that was checked is checked again only if one of
   * its files has changed.
   */
  @Parameter(property = "mooring.resume", defaultValue = "true")
  private boolean resume;

  /** Called by Maven. */
  public MutateMojo() {}

  @Override
  boolean isSkipped() {
    return skip;
  }

  @Override
  void run()
      throws TlcException, IOException, ForeignFileException, CallException, FindingException {
    List<Path> folders = folders();
    if (spec == null && (!all(configs).isEmpty() || reviewed != null)) {
      throw new CallException("<configs> and <reviewed> belong to <spec>, and none is named");
    }
    if (!List.of("last", "early", "never").contains(pins)) {
      throw new CallException("<pins> is last, early or never, not " + pins);
    }
    Work work = new Work(cache(), log(), force);
    if (spec != null) {
      mutate(work, named(spec), folders);
    } else {
      for (Path folder : folders) {
        for (Model each : new SpecFolder(folder).models(patterns())) {
          if (each.isMain()) {
            mutate(work, each.module(), folders);
          }
        }
      }
      if (work.isEmpty()) {
        nothing(folders);
      }
    }
    work.end();
  }

  private void mutate(Work work, Path module, List<Path> folders)
      throws TlcException, IOException, ForeignFileException, CallException {
    List<Path> used = new ArrayList<>();
    for (String each : all(configs)) {
      used.add(config(each, module));
    }
    if (used.isEmpty()) {
      used.add(config(module));
    }
    MutationFiles files =
        new MutationFiles(
            module, target().resolve("mooring/mutate").resolve(place(module)), log()::line);
    @Nullable Path list = reviewed == null ? null : find(reviewed, "reviewed", folders);
    @Nullable Path figures = manifest(files, folders);
    List<Path> around = new ArrayList<>(List.of(module.resolveSibling("")));
    used.forEach(each -> around.add(each.resolveSibling("")));
    List<Path> read = new ArrayList<>();
    if (list != null) {
      read.add(list);
    }
    if (figures != null) {
      read.add(figures);
    }
    Limits limits = new Limits(limitStates, time(), figures, pins.equals("early"));
    String name = place(module) + "/" + module.getFileName();
    work.run(
        module + ", its mutants",
        name,
        inputs(settings(used), read, around),
        reported(name, module, () -> mutated(name, files, used, list, limits)));
  }

  private @Nullable Path manifest(MutationFiles files, List<Path> folders) throws CallException {
    if (pins.equals("never")) {
      if (manifest != null) {
        throw new CallException("<pins> never leaves nothing to ask of <manifest>");
      }
      return null;
    }
    return manifest == null
        ? files.manifestBeside().orElse(null)
        : find(manifest, "manifest", folders);
  }

  private @Nullable Duration time() throws CallException {
    return timeout == null ? null : value("timeout", timeout, OptionText::duration);
  }

  private Work.Result mutated(
      String name, MutationFiles files, List<Path> used, @Nullable Path list, Limits limits)
      throws TlcException, IOException {
    Mutation mutation =
        Mutation.of(
            tlc(),
            files.module(),
            used,
            list == null ? files.reviewedBeside() : ReviewedList.read(list),
            new MutantSelection(
                all(modules),
                MutantSelection.operators(all(only)),
                matching == null ? "" : matching,
                sample,
                seed,
                skipReviewed),
            limits);
    mutation.note().ifPresent(log()::note);
    MutationOutcome outcome =
        mutation.run(files.journal(resume), log(), Thread.currentThread()::isInterrupted);
    outcome.lines().forEach(log()::line);
    Path stem = files.stem(used);
    List<Path> written = new ArrayList<>();
    written.add(written(stem, ".md", outcome.markdown()));
    written.add(written(stem, ".json", outcome.json()));
    MutationReport report =
        new MutationReport(Report.Tool.of(tlc().version()), files.module(), base());
    written.addAll(reports().write(name, report.of(outcome, List.copyOf(written))));
    if (outcome.nothingJudged().isPresent()) {
      throw new RefusedException(
          files.module() + ": " + outcome.nothingJudged().get(), outcome.hint());
    }
    List<Path> read = tlc().parse(files.module()).files();
    return new Work.Result(read, written, findings(outcome, read, stem));
  }

  private Path written(Path stem, String ending, String text) throws IOException {
    Path file = stem.resolveSibling(stem.getFileName() + ending);
    Files.createDirectories(stem.resolveSibling(""));
    Files.writeString(file, text);
    log().line("written: " + file);
    return file;
  }

  private List<String> findings(MutationOutcome outcome, List<Path> files, Path stem) {
    List<String> findings = new ArrayList<>();
    List<MutantResult> survivors = outcome.unexplained();
    for (MutantResult each : survivors.subList(0, Math.min(SHOWN, survivors.size()))) {
      findings.add(
          Places.place(each.mutant().span(), files)
              + ": "
              + each.status().text()
              + ": "
              + each.mutant().id());
    }
    if (survivors.size() > SHOWN) {
      findings.add((survivors.size() - SHOWN) + " more survived; all are in " + stem + ".md");
    }
    outcome.stale().forEach(each -> findings.add(outcome.reviewed().file() + ": " + each));
    if (outcome.isPartial()) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%s: interrupted: %,d of %,d mutants were checked",
              outcome.mutantSet().module(),
              outcome.matrix().results().size(),
              outcome.matrix().chosen()));
    }
    if (failOnSurvivors || outcome.isPartial()) {
      return findings;
    }
    findings.forEach(log()::note);
    return List.of();
  }

  private String settings(List<Path> used) throws TlcException {
    return String.join(
        "\n",
        "mutate",
        "failOnSurvivors " + failOnSurvivors,
        "configs " + used.stream().map(each -> place(each) + "/" + each.getFileName()).toList(),
        "skipReviewed " + skipReviewed,
        "pins " + pins,
        "modules " + all(modules),
        "only " + all(only),
        "matching " + matching,
        "sample " + sample + " " + seed,
        "limits " + limitStates + " " + timeout);
  }
}
