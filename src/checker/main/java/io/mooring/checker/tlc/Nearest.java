package io.mooring.checker.tlc;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that is most similar to an unknown one. */
public final class Nearest {

  private Nearest() {}

  /**
   * The name that differs from a word in the fewest letters; empty if none is near. Letters that
   * change places count once, and the case of letters does not count.
   */
  public static Optional<String> to(String word, Collection<String> names) {
    int far = word.length() < 3 ? 0 : Math.max(1, (word.length() + 1) / 3);
    return names.stream()
        .distinct()
        .filter(name -> !name.equals(word) && distance(word, name) <= far)
        .min(Comparator.<String>comparingInt(name -> distance(word, name)).thenComparing(n -> n));
  }

  /** A question that ends a message, after a semicolon; empty if no name is near. */
  public static String question(String word, Collection<String> names) {
    return to(word, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] best = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        best[i][j] = i == 0 || j == 0 ? i + j : step(best, a, b, i, j);
      }
    }
    return best[a.length()][b.length()];
  }

  private static int step(int[][] best, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(best[i - 1][j - 1] + same, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, best[i - 2][j - 2] + 1) : least;
  }
}
