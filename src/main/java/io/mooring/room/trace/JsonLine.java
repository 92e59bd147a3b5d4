package io.mooring.room.trace;

/** One JSON object on one line; of the words of JSON only those that a trace needs. */
final class JsonLine {

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String LETTERS = "\"\\bfnrt";

  private final StringBuilder text = new StringBuilder(256);

  /** Begins a new line. */
  void begin() {
    text.setLength(0);
    open('{');
  }

  void open(char bracket) {
    separate();
    text.append(bracket);
  }

  void close(char bracket) {
    text.append(bracket);
  }

  JsonLine name(String name) {
    string(name);
    text.append(':');
    return this;
  }

  /** The value of a member. */
  void number(long value) {
    text.append(value);
  }

  /** The value of a member: true. */
  void yes() {
    text.append("true");
  }

  /**
   * A string. What is not ASCII is escaped as well: the line means the same in every charset, and a
   * half of a surrogate pair cannot break it.
   */
  void string(String value) {
    separate();
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      escape(value.charAt(i));
    }
    text.append('"');
  }

  private void escape(char character) {
    int letter = ESCAPED.indexOf(character);
    if (letter >= 0) {
      text.append('\\').append(LETTERS.charAt(letter));
    } else if (character < ' ' || character > '~') {
      text.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        text.append(Character.forDigit(character >> shift & 0xF, 16));
      }
    } else {
      text.append(character);
    }
  }

  /** The line with its end; valid until the next one is begun. */
  CharSequence end() {
    return text.append("}\n");
  }

  private void separate() {
    if (text.length() > 0 && "{[:".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(',');
    }
  }
}
