package io.mooring.room.cli;

import java.util.regex.Pattern;

/** Colours text, or leaves it unchanged. Text must be understandable without its colour. */
public enum AnsiStyle {
  PLAIN(false),
  COLOURED(true);

  private final boolean on;
  private final Pattern unwanted;

  AnsiStyle(boolean on) {
    this.on = on;
    this.unwanted =
        Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t\\x1b]]|\\x1b"
                + (on ? "(?!\\[(?:0|1|1;31|2|32|33)m)" : ""));
  }

  /** A text of which the only control sequences are our own colours. */
  String harmless(String text) {
    return unwanted.matcher(text).replaceAll("?");
  }

  /** The text as a good result: green. */
  public String good(String text) {
    return in("32", text);
  }

  /** The text as a bad result: bold red. */
  public String bad(String text) {
    return in("1;31", text);
  }

  String doubtful(String text) {
    return in("33", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return on && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
