package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckerBridge;
import io.mooring.checker.tlc.CheckerInfo;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tlc2.TLCGlobals;
import tlc2.util.FP64;
import util.ToolIO;

/** The one class of this package that is created by name: the inside of a run. */
public final class Entry implements CheckerBridge {

  private final Path folder;
  private final Printer printer;

  /**
   * Prepares the tools' static state.
   *
   * @param folder the run's private folder
   */
  public Entry(Path folder) {
    this.folder = folder;
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.setUserDir(folder.toString());
    // A fixed polynomial: the same run gives the same fingerprints, and so the same figures.
    FP64.Init(0);
    TLCGlobals.setNumWorkers(1);
    printer = Printer.install();
  }

  @Override
  public String version() {
    StateWriter.verify();
    return Family.LOADED.version();
  }

  @Override
  public CheckerInfo about() {
    return new CheckerInfo(Family.LOADED.name(), Family.LOADED.version(), Features.of(folder));
  }

  @Override
  public ModuleAst parse(RunRequest place) throws TlcException {
    Parser parser = new Parser(place);
    return new ModuleReader(place, parser.finder(), parser.spec()).read();
  }

  @Override
  public StateGraph explore(RunRequest place) throws TlcException {
    return new Explorer(Specification.load(place)).explore();
  }

  @Override
  public Oracle open(RunRequest place) throws TlcException {
    return new EvaluatorOracle(Specification.load(place));
  }

  @Override
  public Map<String, TlaValue> evaluate(RunRequest place, List<String> names) throws TlcException {
    return new ConstantValues(Specification.load(place)).of(names);
  }

  @Override
  public CheckResult check(RunRequest place, CheckProgress progress) throws TlcException {
    try (Limits limits = Limits.of(place.search())) {
      Specification specification;
      if (place.search().coverage()) {
        CoverageTree.enable();
      }
      try {
        specification = Specification.load(place);
      } catch (TlcException | ProcessCalls.Ended refused) {
        return unloaded(place, refused, limits);
      }
      return place.search().simulation().isPresent()
          ? new SimulationRun(specification, printer, limits).check(progress)
          : new Checker(specification, printer, limits).check(progress);
    }
  }

  /**
   * The result without a specification: it is refused, or its constants were evaluated too long.
   */
  private CheckResult unloaded(RunRequest place, Throwable why, Limits limits) throws TlcException {
    boolean ended = ProcessCalls.resumeEvaluation();
    if (ended && limits.reached().isPresent()) {
      Parser parser = new Parser(place);
      ModuleAst module = new ModuleReader(place, parser.finder(), parser.spec()).read();
      Limit limit = limits.reached().get();
      return CheckResult.ended(limit, limit.message(place.search()), module);
    }
    if (why instanceof TlcException refused) {
      return ConstantFalse.of(place, refused, printer.end()).orElseThrow(() -> refused);
    }
    throw new TlcException(place.module() + ": TLC gave up while it read the module", why);
  }
}
