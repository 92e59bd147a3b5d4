package io.mooring.checker.report;

/** Text within XML 1.0: escaped, and without the characters that XML cannot have. */
final class XmlText {

  private XmlText() {}

  /** The content of an element. */
  static String content(String text) {
    return escaped(text, false);
  }

  /** The value of an attribute between double quotes, which keeps its line breaks. */
  static String attribute(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(each -> append(escaped, each, attribute));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int each, boolean attribute) {
    switch (each) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append(attribute ? "&quot;" : "\"");
      case '\r' -> escaped.append("&#13;");
      case '\n', '\t' -> {
        if (attribute) {
          escaped.append("&#").append(each).append(';');
        } else {
          escaped.appendCodePoint(each);
        }
      }
      default -> escaped.appendCodePoint(isAllowed(each) ? each : '?');
    }
  }

  /** The characters of XML 1.0; a control character cannot even be escaped. */
  private static boolean isAllowed(int each) {
    return (each >= 0x20 && each <= 0xD7FF)
        || (each >= 0xE000 && each <= 0xFFFD)
        || each >= 0x10000;
  }
}
