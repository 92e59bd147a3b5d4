package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckProgress;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Stops the check of a model that outgrows its size in the manifest: a slip in a specification can
 * turn a model of a second into one of hours.
 *
 * @param progress receives the progress as well
 * @param pinned the number of distinct states in the manifest; nothing ends a check without it
 */
record Growth(CheckProgress progress, OptionalLong pinned) implements CheckProgress {

  private static final long TIMES = 10;

  @Override
  public void update(long distinctStates, long generatedStates, long queuedStates) {
    progress.update(distinctStates, generatedStates, queuedStates);
  }

  @Override
  public void simulated(long behaviours, long steps) {
    progress.simulated(behaviours, steps);
  }

  @Override
  public boolean enough(long distinctStates) {
    return progress.enough(distinctStates)
        || (pinned.isPresent() && distinctStates > TIMES * pinned.getAsLong());
  }

  /** The message for a check that was stopped. */
  String complaint() {
    long states = pinned.orElse(0);
    return String.format(
        Locale.ROOT,
        "was ended: it has more than %s, which is ten times the %s of the manifest",
        Counts.of(TIMES * states, "distinct state"),
        Counts.number(states));
  }
}
