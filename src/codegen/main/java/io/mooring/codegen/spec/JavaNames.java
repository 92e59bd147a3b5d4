package io.mooring.codegen.spec;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The way from names of a module to Java names, and names not yet taken. */
final class JavaNames {

  private final Set<String> taken = new HashSet<>();

  /** Names of which none of the given ones is free. */
  JavaNames(String... reserved) {
    taken.addAll(Set.of(reserved));
  }

  /** Takes the name, or, if it is taken, the name with the lowest free number from 2. */
  String take(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  boolean isFree(String name) {
    return !taken.contains(name);
  }

  /**
   * {@code LeaveIsFinal}, {@code leaveIsFinal} and {@code leave-is-final} as {@code
   * LEAVE_IS_FINAL}.
   */
  static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9_]+", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** {@code HasRow} and {@code HAS_ROW} as {@code hasRow}; a keyword gets a trailing underscore. */
  static String member(String name) {
    StringBuilder member = new StringBuilder();
    for (String word : constant(name).split("_", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      member.append(
          member.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return identifier(member.toString());
  }

  /** The name itself, if it is one in Java; a keyword gets a trailing underscore. */
  static String identifier(String name) {
    String cleaned = name.replaceAll("[^A-Za-z0-9_]", "_");
    return SourceVersion.isName(cleaned, SourceVersion.RELEASE_17) && !cleaned.equals("_")
        ? cleaned
        : cleaned + "_";
  }
}
