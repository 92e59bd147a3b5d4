package io.mooring.room.cli;

import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.trace.TraceView;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a behaviour is shown. */
@HelpSection.In(HelpSection.PEOPLE)
final class TraceMixin {

  private static final int MOST_COLUMNS = 10_000;

  @Option(
      names = "--only",
      paramLabel = "VAR",
      description = "Show this variable of a behaviour alone; may be given several times.")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--hide",
      paramLabel = "VAR",
      description = "Do not show this variable; may be given several times.")
  private Set<String> hidden = new LinkedHashSet<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "How many steps of a behaviour to show; of a longer one the middle is left out. "
              + "'all' shows every step. Default: 30.")
  private @Nullable String steps;

  @Option(
      names = "--whole",
      description =
          "Show values of any length as a whole. By default a change has 12 lines at most.")
  private boolean whole;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Where lines are wrapped. Default: the width of the terminal, or else 100.")
  private @Nullable Integer width;

  /** {@return whether variables are named} */
  boolean selects() {
    return !only.isEmpty() || !hidden.isEmpty();
  }

  TraceView view(Shell shell) {
    int columns = width == null ? shell.columns() : width;
    if (columns < TraceView.LEAST_WIDTH || columns > MOST_COLUMNS) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--width is from %d to %,d, not %d",
              TraceView.LEAST_WIDTH,
              MOST_COLUMNS,
              columns),
          "");
    }
    TraceView view = TraceView.USUAL.withWidth(columns).withSteps(steps()).showing(only, hidden);
    return whole ? view.withValueLines(Integer.MAX_VALUE) : view;
  }

  private int steps() {
    try {
      return steps == null ? TraceView.USUAL.steps() : OptionText.steps(steps);
    } catch (IllegalArgumentException refused) {
      throw new UsageException("--steps: " + refused.getMessage(), "");
    }
  }
}
