package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Probes;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExternalModuleTable;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.FastTool;
import tlc2.tool.impl.ModelConfig;
import tlc2.util.Context;

/**
 * The coverage of a check without a violation: everything that was requested, less than it seems,
 * or nothing at all.
 */
final class Judgement {

  private static final int STATE = 1;

  private final Specification specification;
  private final FastTool tool;
  private final Recording recording;
  private final CheckObserver watch;
  private final List<String> named;
  private final List<String> requested;
  private final List<String> atEnd;

  Judgement(Specification specification, Recording recording, CheckObserver watch)
      throws TlcException {
    this.specification = specification;
    this.tool = specification.tool();
    this.recording = recording;
    this.watch = watch;
    ConfigFile config = ConfigFile.read(specification.place().userConfig());
    this.named = config.checked();
    this.atEnd = config.atEnd();
    this.requested =
        Stream.concat(named.stream().filter(name -> kind(name) != Says.NOTHING), atEnd.stream())
            .toList();
  }

  /** Whether a constraint leaves out states or steps; what must be possible leaves out none. */
  static boolean isConstrained(FastTool tool) {
    ModelConfig config = tool.getModelConfig();
    return config.getConstraints().size() + config.getActionConstraints().size() > 0;
  }

  /** The subject of a property. */
  private enum Says {
    NOTHING,
    INITIAL_STATES,
    BEHAVIOURS
  }

  /** The outcome of a check that ended without a finding. */
  CheckOutcome success() {
    return nothing()
        .map(
            why ->
                new CheckOutcome(Verdict.NOTHING_JUDGED, Optional.empty(), Optional.empty(), why))
        .orElseGet(
            () ->
                new CheckOutcome(Verdict.SUCCESS, Optional.empty(), Optional.empty(), whatHolds()));
  }

  private String whatHolds() {
    if (!hasBehaviours()) {
      int count = tool.getAssumptions().length;
      return String.format(
          Locale.ROOT,
          "%s; nothing else was judged, because %s names no behaviour (SPECIFICATION, or INIT and NEXT)",
          count == 1 ? "The assumption holds" : "All " + count + " assumptions hold",
          specification.place().userConfig());
    }
    if (requested.isEmpty()) {
      return checksDeadlock()
          ? "No deadlock and no failed evaluation; no property was checked"
              + (named.isEmpty() ? "" : " that says anything")
          : "No failed evaluation";
    }
    return String.format(
        Locale.ROOT,
        "No violation of %s within these bounds",
        requested.size() == 1 ? requested.get(0) : "any of " + requested.size() + " properties");
  }

  /** Why nothing at all was judged; empty if something was. */
  private Optional<String> nothing() {
    if (!hasBehaviours()) {
      Optional<PlusCal> algorithm = untranslated(specification);
      if (algorithm.isPresent()) {
        return algorithm.map(PlusCal::untranslated);
      }
      return tool.getAssumptions().length > 0
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s: names no behaviour (SPECIFICATION, or INIT and NEXT), and the module has no ASSUME, so there was nothing to judge",
                  specification.place().userConfig()));
    }
    if (recording.initialStates() == 0) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s: there is no initial state, because none satisfies %s; so there is no behaviour, and nothing was judged",
              placeOfInit(),
              nameOfInit()));
    }
    if (watch.initialStates() == 0) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s: the CONSTRAINT leaves out every initial state, so there is no behaviour within it, and nothing was judged but these states",
              constraint("CONSTRAINT", "CONSTRAINTS")));
    }
    Probes watching = specification.place().watching();
    boolean watched =
        watching.observed().isPresent() || watching.searches() || !watching.witnesses().isEmpty();
    if (requested.isEmpty() && !checksDeadlock() && !watched) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s: names no INVARIANT and no PROPERTY%s, and deadlock is left out (CHECK_DEADLOCK FALSE, --no-deadlock), so nothing was judged; all that is known is that every state could be evaluated",
              specification.place().userConfig(),
              named.isEmpty() ? "" : " that says anything"));
    }
    return Optional.empty();
  }

  /** A PlusCal algorithm without its translation, in a module or in one that it extends. */
  static Optional<PlusCal> untranslated(Specification specification) {
    return untranslated(
        specification.finder(), specification.tool().getSpecProcessor().getModuleTbl());
  }

  static Optional<PlusCal> untranslated(ModuleFinder finder, ExternalModuleTable modules) {
    for (var module : modules.getModuleNodes()) {
      String name = module.getName().toString();
      if (!finder.isStandardModule(name)) {
        Optional<PlusCal> algorithm =
            PlusCal.in(finder.file(name)).filter(each -> !each.isTranslated());
        if (algorithm.isPresent()) {
          return algorithm;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Why what holds says less than it seems to.
   *
   * @param generated how many states the check generated
   */
  List<String> warnings(long generated) {
    List<String> all = new ArrayList<>();
    if (!hasBehaviours() || recording.initialStates() == 0) {
      return all;
    }
    for (String name : named) {
      warn(name, all);
    }
    if (named.isEmpty() && atEnd.isEmpty() && checksDeadlock() && tool.getActions().length > 0) {
      all.add(
          specification.place().userConfig()
              + ": names no INVARIANT and no PROPERTY, so nothing is checked but deadlock");
    }
    if (watch.initialStates() > 0
        && !watch.stepped()
        && generated > recording.initialStates()
        && isConstrained(tool)) {
      all.add(
          constraint("CONSTRAINT", "CONSTRAINTS", "ACTION_CONSTRAINT", "ACTION_CONSTRAINTS")
              + ": no step stays within the constraints, so nothing was judged but initial states and what comes directly after them");
    }
    return all;
  }

  private void warn(String name, List<String> all) {
    OpDefNode definition = definition(name);
    if (definition == null) {
      return;
    }
    String place = Spans.of(definition).line() + ": ";
    switch (kind(name)) {
      case NOTHING ->
          all.add(
              place
                  + name
                  + (definition.getBody().getLevel() == 0
                      ? " is the constant TRUE, so it says nothing of any state"
                      : " speaks of no variable, so it says nothing of any behaviour"));
      case INITIAL_STATES ->
          all.add(
              place
                  + name
                  + " is a predicate on states named as a PROPERTY, so it was judged in initial states alone; name it as an INVARIANT, or write []"
                  + name);
      case BEHAVIOURS -> {
        new Stateless(tool)
            .part(definition.getBody())
            .ifPresent(
                part ->
                    all.add(
                        String.format(
                            Locale.ROOT,
                            "%s: a part of %s speaks of no variable: %s; the checker can be wrong about it, so leave it out",
                            Spans.of(part).line(),
                            name,
                            Quoted.of(specification.finder(), part))));
        if (isAssumed(name)) {
          all.add(
              place
                  + name
                  + " is a part of the specification "
                  + tool.getModelConfig().getSpec()
                  + " itself, so it holds of every behaviour, and checking it says nothing");
        }
      }
    }
  }

  /** Whether a property is what the specification says of itself, such as its fairness. */
  private boolean isAssumed(String name) {
    String spec = tool.getModelConfig().getSpec();
    OpDefNode definition = definition(spec);
    return !isInvariant(name)
        && definition != null
        && (name.equals(spec) || new ConjunctPath(name).contains(definition.getBody()));
  }

  private Says kind(String name) {
    OpDefNode definition = definition(name);
    if (definition == null) {
      return Says.BEHAVIOURS;
    }
    if (!Mentions.aVariable(tool, definition.getBody())) {
      return Says.NOTHING;
    }
    return definition.getBody().getLevel() <= STATE && !isInvariant(name)
        ? Says.INITIAL_STATES
        : Says.BEHAVIOURS;
  }

  private boolean isInvariant(String name) {
    return Checker.names(tool.getModelConfig().getInvariants()).contains(name);
  }

  private @Nullable OpDefNode definition(String name) {
    OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
    return definition != null
            && tool.lookup(definition, Context.Empty, false) instanceof OpDefNode replaced
        ? replaced
        : definition;
  }

  private boolean hasBehaviours() {
    return tool.getInitStateSpec().size() > 0 || tool.getActions().length > 0;
  }

  private boolean checksDeadlock() {
    return specification.checksDeadlock();
  }

  private String constraint(String... keywords) {
    return ConfigPlace.of(specification.place(), keywords);
  }

  private String placeOfInit() {
    return tool.getInitStateSpec().size() == 0
        ? specification.place().module().toString()
        : Spans.of(tool.getInitStateSpec().elementAt(0).pred).line();
  }

  private String nameOfInit() {
    String name =
        tool.getInitStateSpec().size() == 0
            ? ""
            : tool.getInitStateSpec().elementAt(0).getName().toString();
    return tool.getSpecProcessor().getRootModule().getOpDef(name) == null
        ? "the initial predicate"
        : name;
  }
}
