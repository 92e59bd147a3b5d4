package io.mooring.mbt.driver;

import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a list of actions, as text. Those that the specification does not allow when it is their
 * turn are left out, unless they are to be refused.
 */
final class ListChooser implements Chooser {
  private final DrivenSpecification specification;
  private final Map<String, SpecAction> alphabet;
  private final Deque<String> left;

  /**
   * A chooser.
   *
   * @param alphabet the actions that may be refused, by their text
   */
  ListChooser(
      DrivenSpecification specification, Map<String, SpecAction> alphabet, List<String> actions) {
    this.specification = specification;
    this.alphabet = alphabet;
    this.left = new ArrayDeque<>(actions);
  }

  @Override
  public Optional<SpecAction> next(Set<SpecState> states, String last) {
    while (!left.isEmpty()) {
      String text = left.remove();
      for (SpecState state : states) {
        for (SpecAction action : specification.choices(state)) {
          if (action.toString().equals(text)) {
            return Optional.of(action);
          }
        }
      }
      SpecAction known = alphabet.get(text);
      if (known != null && specification.mustBeRefused(known, states)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
