package io.mooring.room.harness;

import io.mooring.mbt.run.Shrinker;
import java.util.List;

/** Drives a fresh room connection with a list of stimuli and says what became of it. */
@FunctionalInterface
public interface Harness {

  /**
   * Gives the stimuli to a fresh connection, one after the other, until all are given or something
   * is violated.
   */
  Walk walk(List<Stimulus> stimuli);

  /**
   * The walk of the smallest list that has a violation of the same kind as the given walk; that
   * walk itself if it has none.
   */
  default Walk smallest(Walk failing) {
    if (failing.violation().isEmpty()) {
      return failing;
    }
    Violation.Kind kind = failing.violation().get().kind();
    List<Stimulus> smallest =
        Shrinker.shrink(
            failing.stimuli(),
            list -> walk(list).violation().filter(found -> found.kind() == kind).isPresent(),
            SimplerStimuli::simpler);
    return walk(smallest);
  }

  /**
   * Walks the stimuli and, if something is violated, looks for the smallest list that shows it.
   *
   * @throws AssertionError with the report of the smallest walk
   */
  default Walk requireNoViolation(List<Stimulus> stimuli) {
    return smallest(walk(stimuli)).requireNoViolation();
  }
}
