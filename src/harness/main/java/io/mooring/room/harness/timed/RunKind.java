package io.mooring.room.harness.timed;

import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusLists;
import java.util.List;

/** What may happen in a run: the less, the faster it is checked. */
enum RunKind {
  /** No process dies or sleeps, and no call of the transport blocks. */
  ONE_LIFE,
  /** The same, but calls of the transport may block. */
  BLOCKING,
  /** Anything; what is decided is stored. */
  LIVES;

  /** The kind of a run with these stimuli. */
  static RunKind of(List<Stimulus> stimuli) {
    if (StimulusLists.haveDeath(stimuli) || StimulusLists.haveSleep(stimuli)) {
      return LIVES;
    }
    return StimulusLists.blockTransport(stimuli) ? BLOCKING : ONE_LIFE;
  }
}
