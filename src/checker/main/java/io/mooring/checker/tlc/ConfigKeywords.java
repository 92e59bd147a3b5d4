package io.mooring.checker.tlc;

import java.util.Set;
import java.util.TreeSet;

/** The keywords of a configuration, by what may follow them. */
final class ConfigKeywords {

  private ConfigKeywords() {}

  /** These are followed by one name. */
  static final Set<String> ONE =
      Set.of(
          "INIT",
          "NEXT",
          "SPECIFICATION",
          "VIEW",
          "SYMMETRY",
          "TYPE",
          "TYPE_CONSTRAINT",
          "ALIAS",
          "_PERIODIC",
          "_RL_REWARD");

  /** These are followed by names. */
  static final Set<String> MANY =
      Set.of(
          "INVARIANT",
          "INVARIANTS",
          "PROPERTY",
          "PROPERTIES",
          "CONSTRAINT",
          "CONSTRAINTS",
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "POSTCONDITION",
          "POSTCONDITIONS",
          "_POSSIBLE");

  /** These are followed by constants and their values. */
  static final Set<String> VALUES = Set.of("CONSTANT", "CONSTANTS");

  /** This is followed by TRUE or FALSE. */
  static final String DEADLOCK = "CHECK_DEADLOCK";

  /** Those of them that only newer checkers know. */
  static final Set<String> NEWER =
      Set.of("ALIAS", "POSTCONDITION", "POSTCONDITIONS", "_POSSIBLE", "_PERIODIC", "_RL_REWARD");

  private static final Set<String> ALL = known();

  private static Set<String> known() {
    Set<String> all = new TreeSet<>(ONE);
    all.addAll(MANY);
    all.addAll(VALUES);
    all.add(DEADLOCK);
    return all;
  }

  /** Whether a word is a keyword of any checker. */
  static boolean contains(String word) {
    return ALL.contains(word);
  }

  /** The keywords of all checkers. */
  static Set<String> all() {
    return ALL;
  }
}
