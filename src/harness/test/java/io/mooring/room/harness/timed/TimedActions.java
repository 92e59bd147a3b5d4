package io.mooring.room.harness.timed;

/** The actions of the timed specification. */
final class TimedActions {

  /** Those that runs of one life take, and that can be seen: links break and heal unseen. */
  static final String[] SEEN_IN_ONE_LIFE = {
    "AttemptFails",
    "AttemptSucceeds",
    "AttemptTimesOut",
    "CallbackBegins",
    "CallbackReturns",
    "CancelledTimerFires",
    "CarryOut",
    "Initialize",
    "JoinChannel",
    "LeaveChannel",
    "NextAttempt",
    "Release",
    "Tick",
    "TimerFires",
    "WorldTells"
  };

  /** A run that takes each of them, whatever random runs have left out. */
  static final String RUN =
      """
      Initialize
      JoinChannel
      Joined
      joinTimeout
      MediaLost
      attemptFails
      advance 5s
      attemptSucceeds
      SignalLost
      advance 60s
      LeaveChannel
      Release
      """;

  private TimedActions() {}
}
