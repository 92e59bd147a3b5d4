package io.mooring.codegen.check;

import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Outcome;
import io.mooring.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;

/** That a command which waits for its answer has it before it can be accepted again. */
final class AnswerCheck {

  private final Model model;

  private AnswerCheck(Model model) {
    this.model = model;
  }

  static void check(Model model) throws ModelException {
    AnswerCheck check = new AnswerCheck(model);
    for (int event = 0; event < model.events().size(); event++) {
      String name = model.events().get(event).name();
      if (model.answers().stream().anyMatch(each -> each.command().equals(name))) {
        check.isAnswered(event);
      }
    }
  }

  /** Walks where the command waits: on from where it is taken, up to what answers it. */
  private void isAnswered(int command) throws ModelException {
    BitSet waiting = new BitSet();
    Deque<Step> open = new ArrayDeque<>();
    for (int location = 0; location < model.locations().size(); location++) {
      open.add(model.step(location, command));
    }
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (step.outcome() != Outcome.TAKEN || waiting.get(step.to())) {
        continue;
      }
      waiting.set(step.to());
      if (model.step(step.to(), command).outcome() == Outcome.TAKEN) {
        throw new ModelException(
            step.line(),
            String.format(
                Locale.ROOT,
                "%s leads to %s, where %s can be taken again and had no answer yet; give it one in AnswerTable",
                model.events().get(step.event()).text(),
                model.locations().get(step.to()).name(),
                model.events().get(command).text()));
      }
      for (int event = 0; event < model.events().size(); event++) {
        if (!answers(command, event)) {
          open.add(model.step(step.to(), event));
        }
      }
    }
  }

  private boolean answers(int command, int event) {
    Event given = model.events().get(command);
    Event said = model.events().get(event);
    for (Answer answer : model.answers()) {
      if (answer.command().equals(given.name()) && answer.event().equals(said.name())) {
        return true;
      }
    }
    return false;
  }
}
