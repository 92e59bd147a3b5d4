package io.mooring.build;

import io.mooring.room.cli.UsageException;

/**
 * A text with sections that a machine writes, each between {@code <!-- name:begin -->} and {@code
 * <!-- name:end -->} on separate lines.
 *
 * @param file what messages call the text
 * @param text the whole text
 */
record MarkedSections(String file, String text) {

  /** {@return the text between the marks of a section, without the line ends beside them} */
  String section(String name) {
    return text.substring(start(name), end(name)).strip();
  }

  /** The text with another content of a section. */
  MarkedSections with(String name, String content) {
    return new MarkedSections(
        file,
        text.substring(0, start(name)) + "\n" + content.strip() + "\n" + text.substring(end(name)));
  }

  private int start(String name) {
    String mark = "<!-- " + name + ":begin -->";
    return indexOf(mark, 0) + mark.length();
  }

  private int end(String name) {
    return indexOf("<!-- " + name + ":end -->", start(name));
  }

  private int indexOf(String mark, int from) {
    int index = text.indexOf(mark, from);
    if (index < 0) {
      throw new UsageException(
          file + " has no line " + mark, "Put it back where the section belongs.");
    }
    return index;
  }
}
