package io.mooring.checker.trace;

import io.mooring.checker.tlc.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a behaviour in words.
 *
 * @param leftOut how many steps directly before it are not shown
 * @param meanwhile what these have changed, all in all
 * @param number its number in the behaviour, from 1
 * @param action the action, with its parameters; empty if it is not known
 * @param span where the action is; null if it is not known
 * @param changes what it changed, one change an element; not wrapped
 */
public record StepText(
    int leftOut,
    List<String> meanwhile,
    int number,
    String action,
    @Nullable SourceSpan span,
    List<String> changes) {

  /** Copies the changes. */
  public StepText {
    meanwhile = List.copyOf(meanwhile);
    changes = List.copyOf(changes);
  }
}
