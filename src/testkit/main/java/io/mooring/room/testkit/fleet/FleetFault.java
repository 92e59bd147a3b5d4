package io.mooring.room.testkit.fleet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a client, or what is wrong with it. A faulty version of a client has one class of
 * bugs, and gets into the situation in which it shows; each of them violates the specification.
 */
public enum FleetFault {
  /** The network is lost, and comes back in time or not. */
  LOSS("loss"),
  /** The server removes the user. */
  KICK("kick"),
  /** The server sends the client to another node. */
  REDISPATCH("redispatch"),
  /** The client gets through by a proxy alone. */
  PROXY("proxy"),
  /** The process dies, and another one continues from its snapshot. */
  DEATH("death"),
  /** A loss is notified twice. */
  LOSS_TOLD_TWICE("loss-told-twice", "3.3.1", LOSS),
  /** The end of an episode is never notified. */
  OUTCOME_NEVER_TOLD("outcome-never-told", "3.3.2", LOSS),
  /** A client gives up long after its window. */
  WINDOW_STARTED_AGAIN("window-started-again", "3.3.3", LOSS),
  /** The success of a join is not notified. */
  SUCCESS_NEVER_TOLD("success-never-told", "3.3.4", LOSS),
  /** A kick is notified twice. */
  KICK_TOLD_TWICE("kick-told-twice", "3.4.1", KICK),
  /** A client tries to come back after a kick. */
  FIGHTS_A_KICK("fights-a-kick", "3.4.2", KICK),
  /** The success of a join is notified twice. */
  JOIN_ANSWERED_TWICE("join-answered-twice", "3.5.1", null),
  /** A second join begins a session again. */
  SECOND_JOIN_RESTARTS("second-join-restarts", "3.5.2", null),
  /** There is a callback after the release. */
  CALLBACK_AFTER_RELEASE("callback-after-release", "3.5.3", null);

  private final String text;
  private final String version;
  private final @Nullable FleetFault situation;

  FleetFault(String text) {
    this(text, "", null);
  }

  FleetFault(String text, String version, @Nullable FleetFault situation) {
    this.text = text;
    this.version = version;
    this.situation = situation;
  }

  /** Its name in a recipe. */
  public String text() {
    return text;
  }

  /** Whether it is a bug of a client; otherwise correct clients get into it. */
  public boolean isBug() {
    return !version.isEmpty();
  }

  /** The version of the client that has the bug; empty if it is none. */
  public String version() {
    return version;
  }

  /** In what a bug shows, if it needs more than a join and a leave. */
  Optional<FleetFault> situation() {
    return Optional.ofNullable(situation);
  }
}
