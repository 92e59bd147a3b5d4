package io.mooring.codegen.emit.typescript;

import io.mooring.codegen.emit.Javadoc;
import java.util.ArrayList;
import java.util.List;

/** Documentation comments made of the comments of a module. */
final class ScriptDoc {

  private static final int ONE_LINE = 88;

  private ScriptDoc() {}

  /**
   * A comment.
   *
   * @param otherwise what it says if the module says nothing
   */
  static String of(String comment, String otherwise) {
    return of(paragraphs(comment, otherwise));
  }

  /** A comment of paragraphs, each wrapped; on one line if there is room for it. */
  static String of(List<String> paragraphs) {
    if (paragraphs.size() == 1 && paragraphs.get(0).length() <= ONE_LINE) {
      return "/** " + paragraphs.get(0) + " */";
    }
    List<String> lines = new ArrayList<>();
    lines.add("/**");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i > 0) {
        lines.add(" *");
      }
      Javadoc.wrap(paragraphs.get(i), "").forEach(line -> lines.add(" * " + line));
    }
    lines.add(" */");
    return String.join("\n", lines);
  }

  static List<String> paragraphs(String comment, String otherwise) {
    List<String> paragraphs = Javadoc.plain(comment).stream().map(ScriptDoc::markdown).toList();
    return paragraphs.isEmpty() ? List.of(otherwise) : paragraphs;
  }

  /** Plain text that is not mistaken for a tag, for HTML or for the end of the comment. */
  private static String markdown(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("<", "\\<")
        .replace("@", "\\@")
        .replace("*/", "*\\/");
  }
}
