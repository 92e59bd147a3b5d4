package io.mooring.checker.mutate;

/**
 * An operator in the text of a module.
 *
 * @param begin index of its first character
 * @param end index after its last one
 * @param text how it is written
 */
record Token(int begin, int end, String text) {

  /** The operator between two operands: what is no blank, no comment and no parenthesis. */
  static Token between(SourceText text, int from, int to) {
    String gap = text.slice(from, to);
    int at = 0;
    while (at < gap.length()) {
      if (gap.startsWith("\\*", at)) {
        int end = gap.indexOf('\n', at);
        at = end < 0 ? gap.length() : end;
      } else if (gap.startsWith("(*", at)) {
        int end = gap.indexOf("*)", at + 2);
        at = end < 0 ? gap.length() : end + 2;
      } else if (Character.isWhitespace(gap.charAt(at)) || gap.charAt(at) == ')') {
        at++;
      } else {
        break;
      }
    }
    int end = at;
    boolean word =
        gap.startsWith("\\", at) && at + 1 < gap.length() && Character.isLetter(gap.charAt(at + 1));
    if (word) {
      end = at + 1;
      while (end < gap.length() && Character.isLetter(gap.charAt(end))) {
        end++;
      }
    } else {
      while (end < gap.length()
          && !Character.isWhitespace(gap.charAt(end))
          && gap.charAt(end) != '('
          && !Character.isLetterOrDigit(gap.charAt(end))) {
        end++;
      }
    }
    return new Token(from + at, from + end, gap.substring(at, end));
  }

  /** The edit that writes another operator there. */
  Edit becomes(String replacement) {
    return new Edit(begin, end, replacement);
  }
}
