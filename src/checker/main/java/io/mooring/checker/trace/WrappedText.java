package io.mooring.checker.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text on lines of a width: broken at spaces, after a comma if one is near the end; where there is
 * no space, within a word.
 */
final class WrappedText {

  private static final int HANGING = 4;

  private WrappedText() {}

  /**
   * A text on lines. What is a space at the end of a line is not written; nothing else is lost.
   *
   * @param indent blanks before the first line; the others have {@value #HANGING} more
   */
  static List<String> lines(String text, String indent, int width) {
    List<String> lines = new ArrayList<>();
    String blanks = indent;
    int begin = 0;
    while (width(text, begin) > width - blanks.length()) {
      int end = end(text, begin, text.offsetByCodePoints(begin, width - blanks.length()));
      lines.add(blanks + text.substring(begin, end));
      begin = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
      blanks = indent + " ".repeat(HANGING);
    }
    lines.add(blanks + text.substring(begin));
    return lines;
  }

  /** The same with the middle left out if there are more than some lines. */
  static List<String> lines(String text, String indent, int width, int most) {
    List<String> all = lines(text, indent, width);
    if (all.size() <= most) {
      return all;
    }
    int last = (most - 1) / 3;
    int first = Math.max(1, most - 1 - last);
    List<String> lines = new ArrayList<>(all.subList(0, first));
    List<String> leftOut = all.subList(first, all.size() - last);
    int characters = leftOut.stream().mapToInt(line -> line.strip().length()).sum();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s... %,d characters left out ...",
            indent + " ".repeat(HANGING),
            characters));
    lines.addAll(all.subList(all.size() - last, all.size()));
    return lines;
  }

  private static int width(String text, int begin) {
    return text.codePointCount(begin, text.length());
  }

  /** The end of the line that may have what is before {@code limit}. */
  private static int end(String text, int begin, int limit) {
    int least = begin + (limit - begin) * 3 / 5;
    int space = -1;
    for (int i = limit; i > begin; i--) {
      if (text.charAt(i) == ' ') {
        if (i > least && text.charAt(i - 1) == ',') {
          return i;
        }
        space = space < 0 ? i : space;
      }
    }
    return space < 0 ? limit : space;
  }
}
