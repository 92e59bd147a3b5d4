package io.mooring.room.cli;

/** Colours words, or leaves them as they are. What is coloured must say the same without it. */
enum Paint {
  PLAIN(false),
  COLOURED(true);

  private final boolean on;

  Paint(boolean on) {
    this.on = on;
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
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
