package io.mooring.room.testkit;

/** What the sequence diagrams of the testkit have in common. */
public final class Mermaid {

  private Mermaid() {}

  /**
   * A text that can stand in a message: Mermaid ends one at a semicolon, and a comment begins at a
   * number sign.
   */
  public static String plain(String text) {
    return text.replace(';', ',').replace('#', ' ').replace('\n', ' ');
  }
}
