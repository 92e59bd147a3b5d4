package io.mooring.room.harness;

import java.time.Duration;
import java.util.List;

/**
 * Knows what the timed specification allows, and checks runs of a connection.
 *
 * <p>Thread-safe; a {@link Judge} is for one thread.
 */
public interface RunOracle extends io.mooring.mbt.run.RunOracle<Observation> {

  /** How long one unit of time is. */
  Duration unit();

  /** Begins to check a run in one life, from its beginning. */
  @Override
  default Judge<Observation> begin() {
    return begin(Kind.ONE_LIFE);
  }

  /** Begins to check a run of a kind, from its beginning. */
  Judge<Observation> begin(Kind kind);

  /** What may happen in a run: the less, the faster it is checked. */
  enum Kind {
    /** No process dies or sleeps, and the transport returns from every call. */
    ONE_LIFE,
    /** The same, but the transport may not return. */
    BLOCKING,
    /** Anything; what is decided is stored. */
    LIVES;

    /** The kind of a run with these stimuli. */
    static Kind of(List<Stimulus> stimuli) {
      if (StimulusLists.haveDeath(stimuli) || StimulusLists.haveSleep(stimuli)) {
        return LIVES;
      }
      return StimulusLists.blockTransport(stimuli) ? BLOCKING : ONE_LIFE;
    }
  }
}
