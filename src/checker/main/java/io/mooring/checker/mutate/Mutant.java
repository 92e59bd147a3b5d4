package io.mooring.checker.mutate;

import io.mooring.checker.tlc.SourceSpan;
import java.util.List;
import java.util.Map;

/**
 * A specification with one small wrong change.
 *
 * @param id its name, made of what is changed and not of where: it outlives edits elsewhere
 * @param operator the kind of change
 * @param definition the definition that it changes
 * @param span what it changes
 * @param original the changed expression, in one line
 * @param replacement the new text, in one line
 * @param before the lines of the module that it changes
 * @param after the same lines in the mutant
 * @param law whether it changes what properties mean as well, because they use the same definition
 *     and could not be given the original
 * @param edits its changes of the text, by module
 */
public record Mutant(
    String id,
    MutationOperator operator,
    String definition,
    SourceSpan span,
    String original,
    String replacement,
    List<String> before,
    List<String> after,
    boolean law,
    Map<String, List<Edit>> edits) {

  /** Copies the collections. */
  public Mutant {
    before = List.copyOf(before);
    after = List.copyOf(after);
    edits = Map.copyOf(edits);
  }

  /** {@return the description of the change, in one line} */
  public String description() {
    return operator.drops() ? "'" + original + "' dropped" : original + "  ->  " + replacement;
  }
}
