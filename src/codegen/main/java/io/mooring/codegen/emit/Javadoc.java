package io.mooring.codegen.emit;

import java.util.ArrayList;
import java.util.List;

/** Javadoc comments made of the comments of a module. */
public final class Javadoc {

  private static final int WIDTH = 92;

  private Javadoc() {}

  /** A comment of paragraphs and tags, each wrapped; on one line if there is room for it. */
  static String comment(List<String> paragraphs, List<String> tags) {
    if (tags.isEmpty() && paragraphs.size() == 1 && paragraphs.get(0).length() <= WIDTH - 4) {
      return "/** " + paragraphs.get(0) + " */";
    }
    List<String> lines = new ArrayList<>();
    lines.add("/**");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i > 0) {
        lines.add(" *");
      }
      wrap((i > 0 ? "<p>" : "") + paragraphs.get(i), "").forEach(line -> lines.add(" * " + line));
    }
    if (!tags.isEmpty()) {
      lines.add(" *");
      tags.forEach(tag -> wrap(tag, "    ").forEach(line -> lines.add(" * " + line)));
    }
    lines.add(" */");
    return String.join("\n", lines);
  }

  /** A comment of one paragraph. */
  static String comment(String sentence) {
    return comment(List.of(sentence), List.of());
  }

  /**
   * The paragraphs of a comment of the module, fit for HTML.
   *
   * <p>A blank line, and a line that begins with a tag such as {@code [D]}, begin a new one.
   *
   * @param otherwise the paragraph if the comment is empty, as HTML
   */
  static List<String> paragraphs(String comment, String otherwise) {
    List<String> paragraphs = plain(comment).stream().map(Javadoc::html).toList();
    return paragraphs.isEmpty() ? List.of(otherwise) : paragraphs;
  }

  /** The same paragraphs as plain text; none if the comment is empty. */
  public static List<String> plain(String comment) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : comment.strip().split("\n", -1)) {
      String text = line.strip();
      if ((text.isEmpty() || text.matches("\\[[A-Z]+] .*")) && !open.isEmpty()) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
      open.append(open.isEmpty() || text.isEmpty() ? "" : " ").append(text);
    }
    if (!open.isEmpty()) {
      paragraphs.add(open.toString());
    }
    return paragraphs;
  }

  /** The first paragraph of a comment as plain text; empty if there is no comment. */
  public static String summary(String comment) {
    String first = comment.strip().split("\n\\s*\n|\n\\s*(?=\\[[A-Z]+] )", 2)[0];
    return first.strip().replaceAll("\\s+", " ");
  }

  /** Plain text as HTML that Javadoc does not mistake for tags. */
  static String html(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\u", "&#92;u");
  }

  /** A text as lines of a comment; all but the first begin with this indentation. */
  public static List<String> wrap(String text, String hanging) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      if (!line.isBlank() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line);
        line = hanging + word;
      } else {
        line = line.isEmpty() ? word : line + " " + word;
      }
    }
    lines.add(line);
    return lines;
  }
}
