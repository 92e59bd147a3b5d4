package io.mooring.checker.trace;

import java.util.List;

/**
 * An expression about one state of a specification.
 *
 * @param where what stands before it in messages: the option or the file that has it
 * @param text the expression
 * @param parameters names in it that are given a value each time it is evaluated
 */
public record Expression(String where, String text, List<String> parameters) {

  private static final int SHOWN = 60;

  /** Copies the list. */
  public Expression {
    parameters = List.copyOf(parameters);
  }

  /** The expression in a message. */
  public String quoted() {
    String line = String.join(" ", text.lines().toList());
    String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...";
    return where + " '" + shown + "'";
  }
}
