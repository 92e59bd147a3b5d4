package io.mooring.checker.mutate;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The text of a module, addressed by the parser's lines and columns.
 *
 * <p>TLA+ reads the columns of bulleted lists, so an {@link #apply edit} leaves everything that it
 * does not replace in its column: a shorter replacement is filled up with blanks, and after a
 * longer one the rest of the line moves to a separate line.
 */
final class SourceText {

  /** The parser's tabulators. */
  private static final int TAB = 8;

  private final String text;
  private final List<Integer> lines = new ArrayList<>();

  SourceText(String text) {
    this.text = expand(text);
    lines.add(0);
    for (int i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) {
      lines.add(i + 1);
    }
  }

  static SourceText read(Path file) throws TlcException {
    try {
      return new SourceText(Files.readString(file));
    } catch (IOException failure) {
      throw new TlcException(file + ": not a readable text file in UTF-8", failure);
    }
  }

  private static String expand(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder(text.length());
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '\t') {
        int blanks = TAB - column % TAB;
        expanded.append(" ".repeat(blanks));
        column += blanks;
      } else {
        expanded.append(each);
        column = each == '\n' ? 0 : column + 1;
      }
    }
    return expanded.toString();
  }

  /** Index of the first character of a span. */
  int begin(SourceSpan span) {
    return lines.get(span.beginLine() - 1) + span.beginColumn() - 1;
  }

  /** Index after the last character of a span. */
  int end(SourceSpan span) {
    return lines.get(span.endLine() - 1) + span.endColumn();
  }

  String slice(SourceSpan span) {
    return slice(begin(span), end(span));
  }

  String slice(int begin, int end) {
    return text.substring(begin, end);
  }

  /** {@return the line of a character, counted from 1} */
  int line(int index) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle) <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  int beginOfLine(int line) {
    return lines.get(line - 1);
  }

  /** Index after the last character of a line, its end not included. */
  int endOfLine(int line) {
    int end = line < lines.size() ? lines.get(line) - 1 : text.length();
    return end > beginOfLine(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The whole text with edits made, everything else in its column. */
  String apply(List<Edit> edits) {
    return apply(edits, 0, text.length());
  }

  /** A part of the text with edits made, everything else in the column that it has in the whole. */
  String apply(List<Edit> edits, int from, int to) {
    StringBuilder changed = new StringBuilder();
    int at = from;
    for (Edit edit : sorted(edits)) {
      changed.append(text, at, edit.begin()).append(edit.replacement());
      at = edit.end();
      int line = line(Math.max(edit.begin(), at - 1));
      int end = Math.min(to, endOfLine(line));
      boolean multiline = line(edit.begin()) != line || edit.replacement().indexOf('\n') >= 0;
      if (!text.substring(at, Math.max(at, end)).isBlank()) {
        int column = at - beginOfLine(line);
        int missing = edit.end() - edit.begin() - edit.replacement().length();
        if (multiline || missing < 0) {
          changed.append('\n').append(" ".repeat(column));
        } else {
          changed.append(" ".repeat(missing));
        }
      }
    }
    return changed.append(text, at, to).toString();
  }

  /** A part of the text with edits made as a person would. */
  static String plain(String part, List<Edit> edits) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted(edits)) {
      changed.append(part, at, edit.begin()).append(edit.replacement());
      at = edit.end();
    }
    return changed.append(part, at, part.length()).toString();
  }

  static List<Edit> sorted(List<Edit> edits) {
    return edits.stream()
        .sorted(Comparator.comparingInt(Edit::begin).thenComparingInt(Edit::end))
        .toList();
  }
}
