package io.mooring.mbt.run;

/** Text for Mermaid sequence diagrams. */
public final class Mermaid {

  private Mermaid() {}

  /**
   * Returns a text without the characters that Mermaid does not allow in a message: a semicolon
   * ends the message, and a number sign starts a comment.
   */
  public static String plain(String text) {
    return text.replace(';', ',').replace('#', ' ').replace('\n', ' ');
  }
}
