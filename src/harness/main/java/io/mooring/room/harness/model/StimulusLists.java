package io.mooring.room.harness.model;

import java.util.List;

/** What the stimuli of a list contain, inside callbacks and outside. */
public final class StimulusLists {

  private StimulusLists() {}

  /** Whether a process dies: then its connections have a store. */
  public static boolean haveDeath(List<Stimulus> stimuli) {
    for (int i = 0; i < stimuli.size(); i++) {
      if (action(stimuli.get(i)) instanceof Stimulus.Die) {
        return true;
      }
    }
    return false;
  }

  /** Whether a process sleeps. */
  public static boolean haveSleep(List<Stimulus> stimuli) {
    return stimuli.stream().anyMatch(stimulus -> action(stimulus) instanceof Stimulus.Sleep);
  }

  /** Whether a call of the transport blocks. */
  public static boolean blockTransport(List<Stimulus> stimuli) {
    return stimuli.contains(new Stimulus.Block(BlockingCall.TRANSPORT));
  }

  private static Stimulus action(Stimulus stimulus) {
    return stimulus instanceof Stimulus.InCallback waiting ? waiting.inside() : stimulus;
  }
}
