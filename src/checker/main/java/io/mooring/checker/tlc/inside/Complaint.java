package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SourceSpan;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser's error for a text that is no module, in words for its author.
 *
 * @param line where it is, counted from 1; 0 if the parser does not say
 * @param column the same
 * @param text what is wrong there, and what was expected or can be done
 */
record Complaint(int line, int column, String text) {

  private static final Pattern LEXICAL =
      Pattern.compile(
          "Lexical error at line (\\d+), column (\\d+)\\.\\s+Encountered: (?:<EOF>|\"[^\\n]*?\" \\((\\d+)\\))"
              + ",?\\s+after : \"(.*)\"",
          Pattern.DOTALL);
  private static final Pattern OPEN_COMMENT =
      Pattern.compile("possibly open comment starting around line (\\d+)");
  private static final Pattern CONFLICT =
      Pattern.compile(
          "Precedence conflict between ops (\\S+) in block line (\\d+), col (\\d+).*?module \\S+ and (\\S+?)\\.?\\s",
          Pattern.DOTALL);
  private static final Pattern ENCOUNTERED =
      Pattern.compile(
          "Encountered \"(.*?)\" at line (\\d+), column (\\d+) and token \"(.*?)\"",
          Pattern.DOTALL);
  private static final Pattern EXPECTED = Pattern.compile("Was expecting \"(.*?)\"\\s*\\n");
  private static final Pattern INSIDE =
      Pattern.compile("(?m)^\\s*(.+?) starting at line (\\d+), column (\\d+)\\.");
  private static final Pattern PLACE =
      Pattern.compile(
          "line (\\d+), col(?:umn)? (\\d+)(?: to line \\d+, col \\d+)?(?: of module \\w+)?");
  private static final Pattern STACK = Pattern.compile("(?s)\\n*Residual stack trace follows.*");

  /** Characters that are often pasted into modules, with their ASCII form. */
  private static final Map<String, String> ASCII =
      Map.ofEntries(
          Map.entry("\u225c", "=="),
          Map.entry("\u2259", "=="),
          Map.entry("\u2227", "/\\"),
          Map.entry("\u2228", "\\/"),
          Map.entry("\u00ac", "~"),
          Map.entry("\u2208", "\\in"),
          Map.entry("\u2209", "\\notin"),
          Map.entry("\u2200", "\\A"),
          Map.entry("\u2203", "\\E"),
          Map.entry("\u25a1", "[]"),
          Map.entry("\u25c7", "<>"),
          Map.entry("\u21d2", "=>"),
          Map.entry("\u21d4", "<=>"),
          Map.entry("\u2260", "#"),
          Map.entry("\u2264", "<="),
          Map.entry("\u2265", ">="),
          Map.entry("\u222a", "\\union"),
          Map.entry("\u2229", "\\intersect"),
          Map.entry("\u2286", "\\subseteq"),
          Map.entry("\u27e8", "<<"),
          Map.entry("\u27e9", ">>"),
          Map.entry("\u2032", "'"),
          Map.entry("\u2019", "'"),
          Map.entry("\u2018", "'"),
          Map.entry("\u201c", "\""),
          Map.entry("\u201d", "\""),
          Map.entry("\u2026", ".."),
          Map.entry("\u2192", "->"),
          Map.entry("\u2190", "<-"),
          Map.entry("\u21a6", "|->"),
          Map.entry("\u2013", "-"),
          Map.entry("\u00a0", "a plain space"));

  /** The complaint in what SANY has printed of a module. */
  static Complaint of(String printed) {
    Matcher lexical = LEXICAL.matcher(printed);
    if (lexical.find()) {
      return lexical(lexical);
    }
    Matcher open = OPEN_COMMENT.matcher(printed);
    if (open.find()) {
      return new Complaint(
          Integer.parseInt(open.group(1)),
          1,
          "the comment that begins here, or above, does not end");
    }
    Matcher conflict = CONFLICT.matcher(printed);
    if (conflict.find()) {
      return at(
          conflict.group(2),
          conflict.group(3),
          String.format(
              Locale.ROOT,
              "%s and %s stand side by side, and neither binds closer; write parentheses",
              conflict.group(1),
              conflict.group(4)));
    }
    Matcher encountered = ENCOUNTERED.matcher(printed);
    if (encountered.find()) {
      return at(
          encountered.group(2),
          encountered.group(3),
          String.format(
              Locale.ROOT,
              "found %s after %s%s",
              found(encountered.group(1)),
              Parser.oneLine(encountered.group(4)),
              expected(printed, encountered.group(2), encountered.group(3))));
    }
    String text =
        STACK.matcher(printed).replaceFirst("").replaceFirst("(?s).*Parse Error\\*\\*\\*", "");
    Matcher place = PLACE.matcher(text);
    return place.find()
        ? at(place.group(1), place.group(2), Parser.oneLine(text))
        : new Complaint(0, 0, Parser.oneLine(text));
  }

  private static Complaint at(String line, String column, String text) {
    return new Complaint(Integer.parseInt(line), Integer.parseInt(column), text);
  }

  private static Complaint lexical(Matcher lexical) {
    String code = lexical.group(3);
    String begun = lexical.group(4);
    if (begun.startsWith("\\\"") || begun.startsWith("\"")) {
      return at(lexical.group(1), lexical.group(2), "the string does not end on its line");
    }
    if (code == null) {
      return at(lexical.group(1), lexical.group(2), "the file ends in the middle");
    }
    String character = Character.toString(Integer.parseInt(code));
    String cure = ASCII.get(character);
    return at(
        lexical.group(1),
        lexical.group(2),
        String.format(
            Locale.ROOT,
            "the character %s (U+%04X) means nothing here%s",
            character.isBlank() || Character.isISOControl(character.codePointAt(0))
                ? "with this code"
                : character,
            Integer.parseInt(code),
            cure == null ? "" : "; this checker reads ASCII, so write " + cure));
  }

  private static String found(String token) {
    return switch (token) {
      case "Beginning of definition" -> "the beginning of the next definition";
      case "<EOF>" -> "the end of the file";
      default -> Parser.oneLine(token);
    };
  }

  /** {@return what the parser expected, or at least the construct that it was parsing} */
  private static String expected(String printed, String line, String column) {
    Matcher expected = EXPECTED.matcher(printed);
    if (expected.find()) {
      return "; expected " + expected.group(1);
    }
    Matcher inside = INSIDE.matcher(printed);
    while (inside.find()) {
      if (!inside.group(2).equals(line) || !inside.group(3).equals(column)) {
        String what =
            switch (inside.group(1)) {
              case "ExtendableExpr", "Expression" -> "expression";
              case "Definition" -> "definition";
              default -> inside.group(1);
            };
        return String.format(
            Locale.ROOT,
            "; expected the rest of the %s that begins at line %s, column %s",
            what,
            inside.group(2),
            inside.group(3));
      }
    }
    return "";
  }

  SourceSpan in(String module) {
    return new SourceSpan(module, line, column, line, column);
  }
}
