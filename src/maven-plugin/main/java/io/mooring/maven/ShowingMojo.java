package io.mooring.maven;

import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.trace.TraceView;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** How a goal shows behaviours in the log: the options of the command line. */
abstract class ShowingMojo extends SearchMojo {

  /** Shows these variables of a behaviour alone. */
  @Parameter(property = "mooring.only")
  private @Nullable List<String> only;

  /** Does not show these variables. */
  @Parameter(property = "mooring.hide")
  private @Nullable List<String> hide;

  /**
   * How many steps of a behaviour to show, or {@code all}; of a longer one the middle is left out.
   */
  @Parameter(property = "mooring.steps", defaultValue = "30")
  private String steps = "30";

  /** Shows values of any length as a whole. By default a change has 12 lines at most. */
  @Parameter(property = "mooring.whole", defaultValue = "false")
  private boolean whole;

  /** The column where lines are wrapped. */
  @Parameter(property = "mooring.width", defaultValue = "100")
  private int width = 100;

  TraceView view() throws CallException {
    if (width < TraceView.LEAST_WIDTH) {
      throw new CallException("<width> is at least " + TraceView.LEAST_WIDTH + ", not " + width);
    }
    TraceView view =
        TraceView.USUAL
            .withWidth(width)
            .withSteps(value("steps", steps, OptionText::steps))
            .showing(Set.copyOf(all(only)), Set.copyOf(all(hide)));
    return whole ? view.withValueLines(Integer.MAX_VALUE) : view;
  }
}
