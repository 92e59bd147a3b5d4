package io.mooring.room.harness;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who knows what the timed specification allows, and is shown runs of a connection.
 *
 * <p>Thread-safe; a {@link Judge} is for one thread.
 */
public interface RunOracle {

  /** How long one unit of time is. */
  Duration unit();

  /** A judge of one run in one life, from its beginning. */
  default Judge begin() {
    return begin(Kind.ONE_LIFE);
  }

  /** A judge of one run of a kind, from its beginning. */
  Judge begin(Kind kind);

  /** What may happen in a run: the less, the faster it is judged. */
  enum Kind {
    /** No process dies or sleeps, and the transport returns from every call. */
    ONE_LIFE,
    /** The same, but the transport may not return. */
    BLOCKING,
    /** Anything; what is decided is stored. */
    LIVES;

    /** The kind of a run with these stimuli. */
    static Kind of(List<Stimulus> stimuli) {
      if (Stimulus.isMortal(stimuli) || Stimulus.sleeps(stimuli)) {
        return LIVES;
      }
      boolean blocks =
          stimuli.stream()
              .anyMatch(
                  stimulus ->
                      stimulus instanceof Stimulus.Stick stick
                          && stick.place() == Stimulus.Place.TRANSPORT);
      return blocks ? BLOCKING : ONE_LIFE;
    }
  }

  /** Follows one run. */
  @FunctionalInterface
  interface Judge {

    /**
     * What is wrong with the next observation, or empty. After an objection the run is over.
     *
     * @param seen what was seen next
     */
    Optional<String> objection(Observation seen);
  }
}
