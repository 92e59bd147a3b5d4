package io.mooring.checker.trace;

import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.TlcException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a behaviour is shown, and how wide.
 *
 * @param width characters a line may have
 * @param steps how many steps are shown at most; of a longer behaviour the middle is left out
 * @param valueLines how many lines one change may take; of a longer one the middle is left out
 * @param only the variables to show; all if it is empty
 * @param hidden variables not to show
 * @param always variables to show at each step, changed or not, in this order after the others
 * @param source the file that has what is left out; empty if there is none
 */
public record TraceView(
    int width,
    int steps,
    int valueLines,
    Set<String> only,
    Set<String> hidden,
    List<String> always,
    String source) {

  /** Shows everything, on lines of any length. */
  public static final TraceView EVERYTHING =
      new TraceView(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Set.of(),
          Set.of(),
          List.of(),
          "");

  /** Shows what fits on some screens of 100 columns. */
  public static final TraceView USUAL =
      new TraceView(100, 30, 12, Set.of(), Set.of(), List.of(), "");

  /** The smallest width that a step fits in. */
  public static final int LEAST_WIDTH = 40;

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if a figure is too small to show anything
   */
  public TraceView {
    if (width < LEAST_WIDTH || steps < 1 || valueLines < 1) {
      throw new IllegalArgumentException(
          "a width of " + width + ", " + steps + " steps, " + valueLines + " lines a value");
    }
    only = Set.copyOf(only);
    hidden = Set.copyOf(hidden);
    always = List.copyOf(always);
  }

  /** The same on lines of another width. */
  public TraceView withWidth(int columns) {
    return new TraceView(columns, steps, valueLines, only, hidden, always, source);
  }

  /** The same with another number of steps. */
  public TraceView withSteps(int count) {
    return new TraceView(width, count, valueLines, only, hidden, always, source);
  }

  /** The same with another number of lines for a change. */
  public TraceView withValueLines(int lines) {
    return new TraceView(width, steps, lines, only, hidden, always, source);
  }

  /** The same with some of the variables. */
  public TraceView showing(Set<String> shown, Set<String> notShown) {
    return new TraceView(width, steps, valueLines, shown, notShown, always, source);
  }

  /** The same with variables that are shown at each step. */
  public TraceView withAlways(List<String> names) {
    return new TraceView(width, steps, valueLines, only, hidden, names, source);
  }

  /** The same for a behaviour that stands in a file as a whole. */
  public TraceView of(String file) {
    return new TraceView(width, steps, valueLines, only, hidden, always, file);
  }

  /**
   * Refuses names that no variable has.
   *
   * @param known the variables that there are
   * @param where what has these, as the subject of a sentence
   * @throws TlcException if another one is to be shown or hidden; the message has the nearest name
   */
  public void requireKnown(Collection<String> known, String where) throws TlcException {
    SortedSet<String> names = new TreeSet<>(only);
    names.addAll(hidden);
    names.removeAll(known);
    if (!names.isEmpty()) {
      String name = names.first();
      String nearest = Nearest.question(name, known);
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s has no variable %s%s",
              where,
              name,
              nearest.isEmpty() ? "; it has " + String.join(", ", known) : nearest));
    }
  }

  /** {@return whether it shows some of the variables alone} */
  public boolean selects() {
    return !only.isEmpty() || !hidden.isEmpty();
  }

  /** {@return whether it shows the changes of a variable} */
  public boolean shows(String variable) {
    return (only.isEmpty() || only.contains(variable)) && !hidden.contains(variable);
  }
}
