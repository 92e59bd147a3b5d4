package io.mooring.mbt.driver;

import java.util.List;

/**
 * A walk that found something, shrunk: no action can be left out without losing the finding.
 *
 * @param walk which walk it was, in words
 * @param actions the actions that the driver was given, as text, the one with the finding last
 * @param finding what is wrong
 * @param notes what else is to be said, one a line
 * @param itf a behaviour of the specification that explains everything before the finding, in the
 *     Informal Trace Format
 */
public record Found(
    String walk, List<String> actions, Finding finding, List<String> notes, String itf) {

  /** Copies the lists. */
  public Found {
    actions = List.copyOf(actions);
    notes = List.copyOf(notes);
  }

  /** What a person needs to know. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("The implementation ")
        .append(finding.kind().words())
        .append(finding.step() == 0 ? ", at the beginning" : ", at step " + finding.step())
        .append("\n  (")
        .append(walk)
        .append(").\n");
    for (int i = 0; i < actions.size(); i++) {
      text.append("  ").append(i + 1).append("  ").append(actions.get(i)).append('\n');
    }
    text.append(finding.text().stripTrailing()).append('\n');
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  /** The list of actions, one a line. */
  public String list() {
    return String.join("\n", actions) + "\n";
  }
}
