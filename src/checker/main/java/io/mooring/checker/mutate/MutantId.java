package io.mooring.checker.mutate;

import java.util.Locale;

/** How a mutant is named after what it changes. */
final class MutantId {

  private static final int LONGEST = 72;

  private MutantId() {}

  /** The change in one line; a long one is cut, with a sum of the rest. */
  static String subject(MutationOperator operator, String original, String replacement) {
    return operator.drops()
        ? shortened(original, LONGEST)
        : shortened(original, LONGEST) + " -> " + shortened(replacement, LONGEST);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest - 8).strip()
            + "~"
            + String.format(Locale.ROOT, "%08x", text.hashCode());
  }
}
