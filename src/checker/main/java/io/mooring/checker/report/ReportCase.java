package io.mooring.checker.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One question that a command has answered: a test in JUnit's words, a result in SARIF's.
 *
 * @param group what it belongs to: a model, a manifest, a specification, a trace
 * @param name its name, of which there is one in its group
 * @param kind what it is about
 * @param status the answer
 * @param rule the rule that it checks: the name of a property, or one of Mooring's own with a slash
 * @param message the answer in one line
 * @param details more lines; empty if there are none
 * @param place where it is, or where it failed
 * @param steps the counterexample, or the behaviour that leads to a witness
 * @param loopTo the index of the step that the last one leads back to; the last index itself means
 *     that nothing happens any more
 * @param count how many states or steps make a witness true, if they were counted
 * @param warnings what makes the answer weaker than it looks
 * @param time how long it took; zero where it was answered together with another
 */
public record ReportCase(
    String group,
    String name,
    Kind kind,
    Status status,
    String rule,
    String message,
    String details,
    Optional<Place> place,
    List<ReportStep> steps,
    OptionalInt loopTo,
    OptionalLong count,
    List<ReportNote> warnings,
    Duration time) {

  /** Copies the lists. */
  public ReportCase {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** What a case is about. */
  public enum Kind {
    /** Whether every state that was reached could be evaluated, and whether there was any. */
    EVALUATION("Every state that is reached can be evaluated, and there is something to judge"),
    /** The assumptions on the constants. */
    ASSUMPTION("Every ASSUME is true"),
    /** Whether every state has a successor. */
    DEADLOCK("Every state has a successor"),
    /** An invariant, an action property or a temporal property. */
    PROPERTY("A property of the specification holds"),
    /** A predicate that some state or step must make true. */
    WITNESS("Some state or step makes a predicate true"),
    /** A model of a manifest, which must have its expected result. */
    MODEL("A model of a manifest has its expected result"),
    /** A manifest itself. */
    MANIFEST(
        "A manifest names every model of its folder, and its checker can be trusted with them"),
    /** A changed specification, which a property must detect. */
    MUTANT("A property detects a faulty change of the specification"),
    /** A list of reviewed survivors. */
    REVIEW("A list of reviewed survivors names survivors alone"),
    /** A recorded session, which the specification must explain. */
    SESSION("The specification explains a recorded session"),
    /** What must be proven so that an invariant holds for all. */
    OBLIGATION("An inductive invariant is proven for all values"),
    /** A line or a file that had to be read. */
    INPUT("A recorded line can be read"),
    /** The call of the command itself. */
    CALL("The specification and the call can be used");

    private final String requirement;

    Kind(String requirement) {
      this.requirement = requirement;
    }

    /** The kind as it is written in reports. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What must be, in one sentence. */
    public String requirement() {
      return requirement;
    }

    /** The rule of the cases of this kind that have no rule of their own. */
    public String rule() {
      return "mooring/" + text();
    }
  }

  /** The answers. */
  public enum Status {
    /** As it must be. */
    PASSED,
    /** Not as it must be. */
    FAILED,
    /** It could not be judged, because the specification or the call is wrong. */
    ERROR,
    /** It was not judged, or not to the end. */
    SKIPPED;

    /** The status as it is written in reports. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A case without an answer: skipped, with no reason yet. */
  public static ReportCase of(String group, String name, Kind kind) {
    return new ReportCase(
        group,
        name,
        kind,
        Status.SKIPPED,
        kind == Kind.PROPERTY || kind == Kind.WITNESS ? name : kind.rule(),
        "",
        "",
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        List.of(),
        Duration.ZERO);
  }

  /** The same with its answer. */
  public ReportCase is(Status answer, String words) {
    return new ReportCase(
        group, name, kind, answer, rule, words, details, place, steps, loopTo, count, warnings,
        time);
  }

  /** The same under another rule. */
  public ReportCase ofRule(String other) {
    return new ReportCase(
        group, name, kind, status, other, message, details, place, steps, loopTo, count, warnings,
        time);
  }

  /** The same with more lines. */
  public ReportCase with(String more) {
    return new ReportCase(
        group, name, kind, status, rule, message, more, place, steps, loopTo, count, warnings,
        time);
  }

  /** The same at a place, if there is one. */
  public ReportCase at(Optional<Place> where) {
    return new ReportCase(
        group, name, kind, status, rule, message, details, where, steps, loopTo, count, warnings,
        time);
  }

  /** The same with a behaviour. */
  public ReportCase with(List<ReportStep> behaviour, OptionalInt backTo) {
    return new ReportCase(
        group, name, kind, status, rule, message, details, place, behaviour, backTo, count,
        warnings, time);
  }

  /** The same with a count. */
  public ReportCase counting(OptionalLong number) {
    return new ReportCase(
        group, name, kind, status, rule, message, details, place, steps, loopTo, number, warnings,
        time);
  }

  /** The same with one more warning. */
  public ReportCase with(ReportNote warning) {
    List<ReportNote> all = new ArrayList<>(warnings);
    all.add(warning);
    return new ReportCase(
        group, name, kind, status, rule, message, details, place, steps, loopTo, count, all, time);
  }

  /** The same with the time that it took. */
  public ReportCase in(Duration taken) {
    return new ReportCase(
        group, name, kind, status, rule, message, details, place, steps, loopTo, count, warnings,
        taken);
  }

  /** Whether it is not as it must be, or could not be judged. */
  public boolean isWrong() {
    return status == Status.FAILED || status == Status.ERROR;
  }

  /** Whether what is wrong is a warning only: no property detects a mutant. */
  public boolean isMild() {
    return kind == Kind.MUTANT && status == Status.FAILED;
  }

  /** The behaviour as numbered lines; empty if there is none. */
  public List<String> behaviour() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      ReportStep step = steps.get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "%3d  %s%s",
              i + 1,
              step.action(),
              step.place().map(each -> "  (" + each + ")").orElse("")));
      step.changes().forEach(change -> lines.add("       " + change));
      if (step.changes().isEmpty()) {
        lines.add("       nothing changes");
      }
    }
    end().ifPresent(end -> lines.add("     " + end));
    return lines;
  }

  /** How a behaviour without an end goes on; empty if it just ends. */
  Optional<String> end() {
    if (loopTo.isEmpty()) {
      return Optional.empty();
    }
    int index = loopTo.getAsInt();
    return Optional.of(
        index == steps.size() - 1
            ? "Here nothing happens any more."
            : "Back to step " + (index + 1) + ", and so on for ever.");
  }
}
