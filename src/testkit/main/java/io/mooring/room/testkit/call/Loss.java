package io.mooring.room.testkit.call;

import java.util.Locale;

/** How user A is lost in a call. */
public enum Loss {
  /** A's network is lost. */
  NETWORK("network", "lost", "back"),
  /**
   * A's process dies; another one continues from the stored snapshot, and knows how long it took.
   */
  DEATH("process", "dies", "returns"),
  /** A's network is lost, and its device falls asleep while it tries to get back. */
  SLEEP("device", "asleep", "awake");

  private final String what;
  private final String begins;
  private final String ends;

  Loss(String what, String begins, String ends) {
    this.what = what;
    this.begins = begins;
    this.ends = ends;
  }

  /** {@return what is lost, in a word} */
  public String what() {
    return what;
  }

  /** How it begins, in a word. */
  public String begins() {
    return begins;
  }

  /** How it ends, in a word. */
  public String ends() {
    return ends;
  }

  /** As on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
