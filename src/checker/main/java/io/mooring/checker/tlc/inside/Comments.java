package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The comments of one module's text, without their marks.
 *
 * <p>Taken from the text and not from SANY, which keeps every comment before a token but forgets
 * whether it was directly above.
 */
final class Comments {

  private static final Pattern MARKS =
      Pattern.compile("^\\s*(?:\\\\\\*+|\\(\\*+)?\\s?|\\s*\\**\\)?\\s*$");
  private static final Pattern RULE = Pattern.compile("[\\s*=_~-]*");
  private static final Pattern HEADER = Pattern.compile("^\\s*-{4,}\\s*MODULE\\s.*");

  private final List<String> lines;

  private Comments(List<String> lines) {
    this.lines = lines;
  }

  static Comments of(Path file) throws TlcException {
    try {
      return new Comments(Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new TlcException(file + ": not a readable text file in UTF-8", failure);
    }
  }

  /** The block that ends on the line before the given one, which counts from 1. */
  String above(int line) {
    Deque<String> block = new ArrayDeque<>();
    int at = line - 2;
    while (at >= 0 && isLineComment(lines.get(at))) {
      block.addFirst(lines.get(at--));
    }
    if (block.isEmpty() && at >= 0 && lines.get(at).stripTrailing().endsWith("*)")) {
      int begin = beginOfBlock(at);
      if (begin >= 0) {
        lines.subList(begin, at + 1).forEach(block::addLast);
      }
    }
    return text(List.copyOf(block));
  }

  /** The comment that follows a place on its own line. */
  String after(int line, int column) {
    String text = lines.get(line - 1);
    String rest = text.substring(Math.min(column, text.length())).strip();
    if (rest.startsWith(",")) {
      rest = rest.substring(1).strip();
    }
    return rest.startsWith("\\*") || (rest.startsWith("(*") && rest.endsWith("*)"))
        ? text(List.of(rest))
        : "";
  }

  /** The first block after the module's header, or the one before it. */
  String head() {
    int header = 0;
    while (header < lines.size() && !HEADER.matcher(lines.get(header)).matches()) {
      header++;
    }
    int at = header + 1;
    while (at < lines.size()
        && (lines.get(at).isBlank() || lines.get(at).strip().startsWith("EXTENDS"))) {
      at++;
    }
    int end = at;
    boolean open = false;
    while (end < lines.size()) {
      String line = lines.get(end).strip();
      if (!open && !isLineComment(line) && !line.startsWith("(*")) {
        break;
      }
      open = (open || line.startsWith("(*")) && !line.endsWith("*)");
      end++;
    }
    return end > at ? text(lines.subList(at, end)) : above(header + 1);
  }

  /** The line on which the block comment that ends on the given line begins; both count from 0. */
  private int beginOfBlock(int end) {
    // A box is one comment a line; a plain block opens once. Either way all its lines are comment.
    int at = end;
    boolean plain = !lines.get(end).strip().startsWith("(*");
    if (plain) {
      while (at >= 0 && !lines.get(at).contains("(*")) {
        at--;
      }
      return at >= 0 && lines.get(at).strip().startsWith("(*") ? at : -1;
    }
    while (at > 0
        && lines.get(at - 1).strip().startsWith("(*")
        && lines.get(at - 1).strip().endsWith("*)")) {
      at--;
    }
    return at;
  }

  private static boolean isLineComment(String line) {
    return line.strip().startsWith("\\*");
  }

  private static String text(List<String> block) {
    StringBuilder text = new StringBuilder();
    for (String line : block) {
      String bare = MARKS.matcher(line).replaceAll("").stripTrailing();
      text.append(RULE.matcher(bare).matches() ? "" : bare).append('\n');
    }
    return text.toString().strip();
  }
}
