package io.mooring.checker.tlc;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The result of a check.
 *
 * @param verdict how it ended
 * @param property name of the violated property, when there is one
 * @param span source of the violated property, assumption or failed expression
 * @param message one line for people
 * @param initialStates distinct initial states
 * @param distinctStates distinct reachable states found
 * @param generatedStates states generated, initial ones included
 * @param edges steps generated: the generated states without the initial ones
 * @param depth number of states on the longest shortest path
 * @param time from start to end
 * @param trace the counterexample, for a deadlock or a violated property; or the behaviour that
 *     leads to what was sought
 * @param warnings things that make a success weaker than it looks
 * @param printed what the specification printed
 * @param exercised what the run did and did not exercise
 * @param properties the invariants and properties that were checked
 * @param module the module that was checked, with what it extends
 * @param temporal the temporal ones of them: TLC does not say which of several is violated
 * @param search how it was searched: what ended it early, behaviours that were simulated, coverage,
 *     witnesses with their counts
 */
public record CheckResult(
    Verdict verdict,
    Optional<String> property,
    Optional<SourceSpan> span,
    String message,
    long initialStates,
    long distinctStates,
    long generatedStates,
    long edges,
    int depth,
    Duration time,
    Optional<Trace> trace,
    List<String> warnings,
    Printed printed,
    Exercised exercised,
    List<String> properties,
    ModuleAst module,
    List<String> temporal,
    SearchResult search) {

  /** Copies the lists. */
  public CheckResult {
    warnings = List.copyOf(warnings);
    properties = List.copyOf(properties);
    temporal = List.copyOf(temporal);
  }

  /** Properties and actions that the run never exercised. */
  public List<Vacuity> vacuities() {
    return exercised.vacuities();
  }

  /**
   * The result of a check that a limit ended before there was anything to count.
   *
   * @param module the module that was to be checked
   */
  public static CheckResult ended(SearchResult.Limit limit, String message, ModuleAst module) {
    return new CheckResult(
        Verdict.STOPPED,
        Optional.empty(),
        Optional.empty(),
        message,
        0,
        0,
        0,
        0,
        0,
        Duration.ZERO,
        Optional.empty(),
        List.of(),
        new Printed(List.of(), 0, List.of()),
        new Exercised(new TreeSet<>(), List.of(), List.of(), false),
        List.of(),
        module,
        List.of(),
        SearchResult.NONE.endedBy(limit));
  }

  /** This verdict with its counterexample, and the figures of the check that it is a part of. */
  CheckResult of(CheckResult whole) {
    return new CheckResult(
        verdict,
        property,
        span,
        message,
        whole.initialStates,
        whole.distinctStates,
        whole.generatedStates,
        whole.edges,
        whole.depth,
        whole.time.plus(time),
        trace,
        whole.warnings,
        whole.printed,
        whole.exercised,
        whole.properties,
        whole.module,
        whole.temporal,
        whole.search);
  }

  /** How a check ends. The text is the one that a manifest uses. */
  public enum Verdict {
    /** Everything that was checked holds within the bounds. */
    SUCCESS("success"),
    /** Nothing is violated, but there was nothing to judge: no behaviour, or no question. */
    NOTHING_JUDGED("nothing judged"),
    /** An assumption on the constants is false. */
    ASSUMPTION_FAILURE("assumption failure"),
    /** A state without a successor. */
    DEADLOCK("deadlock"),
    /** An invariant or an action property is violated. */
    SAFETY_FAILURE("safety failure"),
    /** A temporal property is violated. */
    LIVENESS_FAILURE("liveness failure"),
    /** A postcondition is false at the end of the check, or nothing makes a predicate true. */
    POSTCONDITION_FAILURE("postcondition failure"),
    /** TLC could not evaluate an expression, or a variable got no value. */
    EVALUATION_ERROR("evaluation error"),
    /** The random behaviours of a simulation violate nothing; of the others nothing is known. */
    SIMULATED("simulated"),
    /**
     * The check ended before it was done, because the caller had enough or a limit was reached;
     * nothing was found until then.
     */
    STOPPED("stopped");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** The verdict as a manifest writes it. */
    public String text() {
      return text;
    }

    /** The verdict that a manifest writes this way. */
    public static Optional<Verdict> of(String text) {
      return List.of(values()).stream().filter(each -> each.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The parts of a specification that a run exercised.
   *
   * @param actions names of the actions that fired
   * @param vacuities properties and actions that it never exercised; empty unless the run was
   *     requested for them and succeeded
   * @param unseen witnesses that no state and no step makes true; as of the end of the run
   * @param observedViolated whether the observed property is violated
   */
  public record Exercised(
      SortedSet<String> actions,
      List<Vacuity> vacuities,
      List<String> unseen,
      boolean observedViolated) {

    /** Copies the collections. */
    public Exercised {
      actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
      vacuities = List.copyOf(vacuities);
      unseen = List.copyOf(unseen);
    }
  }

  /** The kinds of parts that can be vacuous. */
  public enum Kind {
    /** An action that never happens. */
    ACTION,
    /** A property of which an antecedent is never true. */
    PROPERTY
  }

  /**
   * A part of a specification that a run never exercised.
   *
   * @param kind whether it is an action or a property
   * @param subject name of the property or action
   * @param span the antecedent that no state or step makes true, or the action
   * @param text one line for people
   */
  public record Vacuity(Kind kind, String subject, SourceSpan span, String text) {}
}
