package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.ConfigStatements;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.util.Locale;
import java.util.Optional;
import tla2sany.semantic.OpDefNode;
import tlc2.output.EC;

/**
 * What a configuration asks at the end of a check: postconditions, and predicates that something
 * must make true. Checkers that do not know these keywords have no codes for them.
 */
final class AtEnd {

  private static final int FALSE = code("TLC_POSTCONDITION_FALSE");
  private static final int NOT_EVALUATED = code("TLC_POSTCONDITION_EVALUATION_ERROR");
  private static final String POSSIBLE = "_POSSIBLE";

  private final Specification specification;
  private final Recording recording;

  AtEnd(Specification specification, Recording recording) {
    this.specification = specification;
    this.recording = recording;
  }

  /** The code of a name; one that no message has, if this checker has no such name. */
  private static int code(String name) {
    try {
      return EC.class.getField(name).getInt(null);
    } catch (ReflectiveOperationException notHere) {
      return Integer.MIN_VALUE;
    }
  }

  /** The outcome of a check that ended with a code; empty if it is none of these. */
  Optional<CheckOutcome> outcome(int code) throws TlcException {
    if (code != FALSE && code != NOT_EVALUATED) {
      return Optional.empty();
    }
    String name = recording.parameter(code, 0);
    Optional<SourceSpan> span = span(name);
    if (code == FALSE) {
      String what =
          isPossible(name)
              ? "Nothing makes "
                  + name
                  + " true, and "
                  + POSSIBLE
                  + " says that it must be possible"
              : "Postcondition " + name + " is false at the end of the check";
      return Optional.of(
          new CheckOutcome(Verdict.POSTCONDITION_FAILURE, Optional.of(name), span, what));
    }
    String reason = EvaluationErrors.reason(recording.parameter(code, 2));
    return Optional.of(
        new CheckOutcome(
            Verdict.EVALUATION_ERROR,
            Optional.of(name),
            EvaluationErrors.span(reason).or(() -> span),
            String.format(Locale.ROOT, "Postcondition %s cannot be evaluated: %s", name, reason)));
  }

  /** What is false at the end of a check that found something else. */
  Optional<String> warning(CheckOutcome found) {
    if (!recording.said(FALSE) || found.verdict() == Verdict.POSTCONDITION_FAILURE) {
      return Optional.empty();
    }
    String name = recording.parameter(FALSE, 0);
    String place = span(name).map(SourceSpan::line).orElse(specification.place().moduleName());
    return Optional.of(place + ": at the end of this check " + name + " is not true either");
  }

  private boolean isPossible(String name) throws TlcException {
    for (ConfigStatements.Name each :
        ConfigFile.read(specification.place().userConfig())
            .statements(Features.keywords())
            .names()) {
      if (each.keyword().equals(POSSIBLE) && each.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Optional<SourceSpan> span(String name) {
    OpDefNode definition = specification.tool().getSpecProcessor().getRootModule().getOpDef(name);
    return definition == null ? Optional.empty() : Optional.of(Spans.of(definition));
  }
}
