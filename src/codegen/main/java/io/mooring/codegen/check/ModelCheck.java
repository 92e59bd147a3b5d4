package io.mooring.codegen.check;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Value;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * That a model is complete and means what its outcomes say: total, every location reachable, every
 * event taken somewhere, values of enumerations unique, what is ignored or refused without a trace.
 */
public final class ModelCheck {

  private final Model model;
  private final boolean kindsKnown;

  private ModelCheck(Model model, boolean kindsKnown) {
    this.model = model;
    this.kindsKnown = kindsKnown;
  }

  /**
   * Checks a model.
   *
   * @param kindsKnown whether the module distinguishes commands from facts
   * @throws ModelException at the first thing that is wrong
   */
  public static void check(Model model, boolean kindsKnown) throws ModelException {
    ModelCheck check = new ModelCheck(model, kindsKnown);
    check.valuesAreUnique();
    NameCheck.check(model);
    check.everyPairHasAStep();
    check.everyLocationIsReachable();
    check.everyEventIsTaken();
    AnswerCheck.check(model);
    for (Step step : model.steps()) {
      check.outcomeFits(step);
    }
  }

  private void valuesAreUnique() throws ModelException {
    for (Enumeration enumeration : model.enumerations()) {
      Map<Value, Constant> seen = new HashMap<>();
      for (Constant constant : enumeration.constants()) {
        Constant other = seen.putIfAbsent(constant.value(), constant);
        if (other != null) {
          throw new ModelException(
              constant.line(),
              String.format(
                  Locale.ROOT,
                  "%s and %s of %s are both %s; give each a unique value",
                  other.name(),
                  constant.name(),
                  enumeration.name(),
                  constant.value()));
        }
      }
    }
  }

  private void everyPairHasAStep() throws ModelException {
    int expected = model.locations().size() * model.events().size();
    for (int i = 0; i < expected; i++) {
      int location = i / model.events().size();
      int event = i % model.events().size();
      boolean fits =
          i < model.steps().size()
              && model.steps().get(i).from() == location
              && model.steps().get(i).event() == event;
      if (!fits) {
        throw new ModelException(
            model.events().get(event).line(),
            String.format(
                Locale.ROOT,
                "no step for %s in %s; each event needs one in each location",
                model.events().get(event).text(),
                model.locations().get(location).name()));
      }
    }
    if (model.steps().size() != expected) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%d steps for %d locations and %d events; there must be %d",
              model.steps().size(),
              model.locations().size(),
              model.events().size(),
              expected));
    }
  }

  private void everyLocationIsReachable() throws ModelException {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    reached.set(model.initial().to());
    open.add(model.initial().to());
    while (!open.isEmpty()) {
      int location = open.remove();
      for (int event = 0; event < model.events().size(); event++) {
        int to = model.step(location, event).to();
        if (!reached.get(to)) {
          reached.set(to);
          open.add(to);
        }
      }
    }
    int lost = reached.nextClearBit(0);
    if (lost < model.locations().size()) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "the location %s cannot be reached from the initial one; remove it",
              model.locations().get(lost).name()));
    }
  }

  private void everyEventIsTaken() throws ModelException {
    for (int event = 0; event < model.events().size(); event++) {
      int index = event;
      boolean taken =
          model.steps().stream()
              .anyMatch(each -> each.event() == index && each.outcome() == Outcome.TAKEN);
      if (!taken) {
        throw new ModelException(
            model.events().get(event).line(),
            String.format(
                Locale.ROOT,
                "%s is taken in no location; correct its guards or remove it",
                model.events().get(event).text()));
      }
    }
  }

  private void outcomeFits(Step step) throws ModelException {
    if (step.outcome() == Outcome.TAKEN) {
      return;
    }
    Event event = model.events().get(step.event());
    String where =
        String.format(
            Locale.ROOT,
            "%s is %s in %s",
            event.text(),
            step.outcome().text(),
            model.locations().get(step.from()).name());
    SourceLine line = step.line();
    if (step.to() != step.from()) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s, but leads to %s; what changes something is \"taken\"",
              where,
              model.locations().get(step.to()).name()));
    }
    if (!step.effects().isEmpty()) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s, but has the effects %s; what has effects is \"taken\"",
              where,
              step.effects()));
    }
    if (!step.notifications().isEmpty()) {
      throw new ModelException(
          line,
          String.format(
              Locale.ROOT,
              "%s, but notifies %s; a step that notifies is \"taken\"",
              where,
              step.notifications()));
    }
    if (kindsKnown && event.command() != (step.outcome() == Outcome.REFUSED)) {
      throw new ModelException(
          line,
          event.command()
              ? where + "; a command is \"taken\" or \"refused\""
              : where + "; a fact is \"taken\" or \"ignored\"");
    }
  }
}
