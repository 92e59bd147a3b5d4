package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.OpDefNode;
import tlc2.output.EC;
import tlc2.tool.TLCState;
import tlc2.tool.impl.ModelConfig;

/** Reads TLC's error codes, and finds the property that it means where it does not say. */
final class ErrorCodes {

  private final Specification specification;
  private final Recording recording;

  ErrorCodes(Specification specification, Recording recording) {
    this.specification = specification;
    this.recording = recording;
  }

  CheckOutcome of(int code) throws TlcException {
    if (recording.said(EC.TLC_TEMPORAL_PROPERTY_VIOLATED)) {
      // Where a behaviour without an end violates it, 1.8 ends with the code of an invariant.
      return temporal();
    }
    Optional<CheckOutcome> atEnd = new AtEnd(specification, recording).outcome(code);
    if (atEnd.isPresent()) {
      return atEnd.get();
    }
    return switch (code) {
      case EC.NO_ERROR -> success();
      case EC.TLC_ASSUMPTION_FALSE -> assumption();
      case EC.TLC_DEADLOCK_REACHED ->
          new CheckOutcome(Verdict.DEADLOCK, Optional.empty(), Optional.empty(), deadlock());
      case EC.TLC_INVARIANT_VIOLATED_INITIAL, EC.TLC_INVARIANT_VIOLATED_BEHAVIOR ->
          invariant(recording.parameter(code, 0));
      case EC.TLC_PROPERTY_VIOLATED_INITIAL, EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR ->
          violated("Property", actionProperty(recording.parameter(code, 0)));
      case EC.TLC_LIVE_FORMULA_TAUTOLOGY ->
          throw new TlcException(
              specification.place().userConfig()
                  + ": the temporal properties "
                  + List.of(specification.tool().getImpliedTemporalNames())
                  + " hold of every behaviour, so checking them says nothing");
      case EC.TLC_STATES_AND_NO_NEXT_ACTION ->
          new CheckOutcome(
              Verdict.NOTHING_JUDGED,
              Optional.empty(),
              Optional.empty(),
              specification.place().userConfig()
                  + ": names an initial predicate and no next-state relation (NEXT), so nothing was judged but initial states");
      // TLC's message is missing where there was not even enough memory for it.
      case EC.SYSTEM_OUT_OF_MEMORY -> throw new OutOfMemoryError(said(code));
      default -> evaluationError(code);
    };
  }

  /** Whether a code says that something is violated, and not that it could not be evaluated. */
  static boolean isFinding(int code) {
    return switch (code) {
      case EC.TLC_ASSUMPTION_FALSE,
          EC.TLC_DEADLOCK_REACHED,
          EC.TLC_INVARIANT_VIOLATED_INITIAL,
          EC.TLC_INVARIANT_VIOLATED_BEHAVIOR,
          EC.TLC_PROPERTY_VIOLATED_INITIAL,
          EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR,
          EC.TLC_TEMPORAL_PROPERTY_VIOLATED ->
          true;
      default -> false;
    };
  }

  private CheckOutcome success() throws TlcException {
    if (!recording.said(EC.TLC_SUCCESS)) {
      // TLC also ends without a code when an initial state could not be evaluated.
      return evaluationError(EC.TLC_INITIAL_STATE);
    }
    return CheckOutcome.SUCCESS;
  }

  private String deadlock() {
    return String.format(
        Locale.ROOT,
        "Deadlock: the last state has no successor; if it is meant to be the end, CHECK_DEADLOCK FALSE in %s says so",
        specification.place().userConfig().getFileName());
  }

  /** Of a property {@code []P} TLC makes an invariant, and gives it the name of P. */
  private CheckOutcome invariant(String name) {
    boolean named = Checker.names(config().getInvariants()).contains(name);
    Optional<String> property = named ? Optional.empty() : property(name);
    return property.isPresent()
        ? violated("Property", property.get())
        : violated("Invariant", name);
  }

  private CheckOutcome assumption() {
    Optional<SourceSpan> span =
        EvaluationErrors.span(recording.parameter(EC.TLC_ASSUMPTION_FALSE, 0));
    return new CheckOutcome(
        Verdict.ASSUMPTION_FAILURE, Optional.empty(), span, "An assumption is false");
  }

  private CheckOutcome violated(String kind, String name) {
    return new CheckOutcome(
        Verdict.SAFETY_FAILURE, Optional.of(name), span(name), kind + " " + name + " is violated");
  }

  private CheckOutcome temporal() {
    List<String> names = temporalProperties();
    // With several, 1.7 does not say which, and 1.8 says which one its behaviour violates; the
    // caller checks them one by one, so that both families name the same.
    Optional<String> only = names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    return new CheckOutcome(
        Verdict.LIVENESS_FAILURE,
        only,
        only.flatMap(this::span),
        "Property " + only.orElseGet(() -> String.join(" or ", names)) + " is violated");
  }

  /**
   * The properties of which a part is temporal. TLC takes them apart and names the parts; a
   * refinement has one for each fairness condition of the module that it refines.
   */
  List<String> temporalProperties() {
    Set<String> names = new LinkedHashSet<>();
    for (String part : specification.tool().getImpliedTemporalNames()) {
      names.add(property(part).orElse(part));
    }
    return new ArrayList<>(names);
  }

  private Optional<String> property(String part) {
    return properties().stream()
        .filter(name -> name.equals(part) || hasPart(definition(name), part))
        .findFirst();
  }

  private static boolean hasPart(@Nullable OpDefNode definition, String part) {
    return definition != null && new ConjunctPath(part).contains(definition.getBody());
  }

  /** TLC names an action property by its place in the text; the steps show which one it is. */
  private String actionProperty(String stated) {
    Optional<String> part = property(stated);
    if (part.isPresent()) {
      return part.get();
    }
    List<TLCState> trace = AtStart.behaviour(specification, recording);
    Predicates predicates = new Predicates(specification.tool());
    for (String name : properties()) {
      OpDefNode definition = definition(name);
      if (definition == null || trace.isEmpty()) {
        continue;
      }
      TLCState after = trace.get(trace.size() - 1);
      TLCState before = trace.get(Math.max(0, trace.size() - 2));
      try {
        if (!predicates.holds(definition, before, after)) {
          return name;
        }
      } catch (IllegalArgumentException temporal) {
        // Not this one: it is not decided by a step.
      }
    }
    return stated;
  }

  private List<String> properties() {
    return Checker.names(config().getProperties());
  }

  private ModelConfig config() {
    return specification.tool().getModelConfig();
  }

  private CheckOutcome evaluationError(int code) throws TlcException {
    String text = said(code);
    EvaluationErrors.throwIfOutOfMemory(text);
    if (code == EC.TLC_STATE_NOT_COMPLETELY_SPECIFIED_NEXT) {
      text = unassigned(recording.parameters(code));
    }
    Optional<Replay.Place> place =
        Replay.of(specification, recording.trace(), EvaluationErrors.isTooDeep(text));
    Optional<SourceSpan> span =
        place
            .map(Replay.Place::span)
            .or(() -> innermost(recording.parameter(EC.TLC_NESTED_EXPRESSION, 0)));
    String reason = EvaluationErrors.reason(text);
    String route = place.map(Replay.Place::text).orElse("");
    return new CheckOutcome(
        Verdict.EVALUATION_ERROR,
        Optional.empty(),
        span.isPresent() ? span : EvaluationErrors.span(text),
        route.isEmpty() ? reason : reason + " [" + route + "]");
  }

  /** {@return TLC's message for a failure; its first error if none has that code} */
  private String said(int code) {
    boolean nothing = !recording.said(code) || code == EC.TLC_NESTED_EXPRESSION;
    return nothing ? lastWords() : recording.message(code);
  }

  private static String unassigned(List<String> said) {
    if (said.size() == 3) {
      return String.format(Locale.ROOT, "Action %s gives no value to %s", said.get(0), said.get(2));
    }
    return "The next-state relation gives no value to "
        + (said.isEmpty() ? "?" : said.get(said.size() - 1));
  }

  private String lastWords() {
    for (int code :
        List.of(
            EC.GENERAL,
            EC.TLC_INITIAL_STATE,
            EC.TLC_INVARIANT_EVALUATION_FAILED,
            EC.TLC_MODULE_VALUE_JAVA_METHOD_OVERRIDE)) {
      if (recording.said(code)) {
        return recording.message(code);
      }
    }
    return "TLC could not evaluate the specification";
  }

  /** TLC lists the expressions around a failure, outermost first. */
  private static Optional<SourceSpan> innermost(String nested) {
    var places = tla2sany.st.Location.getParsedLocations(nested);
    return places.length == 0 ? Optional.empty() : Optional.of(Spans.of(places[places.length - 1]));
  }

  private Optional<SourceSpan> span(String name) {
    OpDefNode definition = definition(name);
    return definition == null ? Optional.empty() : Optional.of(Spans.of(definition));
  }

  private @Nullable OpDefNode definition(String name) {
    return specification.tool().getSpecProcessor().getRootModule().getOpDef(name);
  }
}
