package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Exercised;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Printed;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tlc2.output.EC;
import util.Assert;

/** A property that is the constant FALSE: TLC refuses it, and it is a finding. */
final class ConstantFalse {

  private static final Set<String> KINDS = Set.of("invariant", "property");

  private ConstantFalse() {}

  /** The finding, if this is why TLC refused a specification. */
  static Optional<CheckResult> of(RunRequest place, TlcException refused, Printed printed)
      throws TlcException {
    if (!(refused.getCause() instanceof Assert.TLCRuntimeException reason)
        || reason.errorCode != EC.TLC_CONFIG_ID_HAS_VALUE
        || reason.parameters == null
        || reason.parameters.length < 3
        || !KINDS.contains(reason.parameters[0])
        || !reason.parameters[2].equals("FALSE")) {
      return Optional.empty();
    }
    String name = reason.parameters[1];
    Parser parser = new Parser(place);
    ModuleAst module = new ModuleReader(place, parser.finder(), parser.spec()).read();
    Optional<SourceSpan> span = module.definition(name).map(Definition::span);
    return Optional.of(
        new CheckResult(
            Verdict.SAFETY_FAILURE,
            Optional.of(name),
            span,
            (reason.parameters[0].equals("invariant") ? "Invariant " : "Property ")
                + name
                + " is violated: it is the constant FALSE, so no state satisfies it",
            0,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            Optional.empty(),
            List.of(),
            printed,
            new Exercised(new TreeSet<>(), List.of(), List.of(), false),
            ConfigFile.read(place.userConfig()).checked(),
            module,
            List.of(),
            SearchResult.NONE));
  }
}
