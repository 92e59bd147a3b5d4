// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The properties of the {@code RoomConnection} specification that can be checked of two successive
 * steps.
 *
 * <p>Invariants depend on the later step alone. Properties of whole behaviours are not here: only
 * the model checker checks them.
 */
public enum Rule {
  /** The property {@code TypeOK}. */
  TYPE_OK(
      "TypeOK",
      "RoomConnection.tla:232",
      true,
      (before, after) ->
          after.to().state() != null
              && after.event() != null
              && after.outcome() != null
              && after.code() != null
              && after.notifications().stream().allMatch(
                  each -> each.state() != null && each.reason() != null)
              && after.effects().stream().allMatch(each2 -> each2 != null)),

  /** Only commands are refused, with a code; only facts are ignored. */
  OUTCOME_FITS_EVENT(
      "OutcomeFitsEventInv",
      "RoomConnection.tla:597",
      true,
      (before, after) ->
          (after.outcome() != Outcome.REFUSED
                  || (Definitions.COMMAND.contains(after.event())
                      && after.code() != ReturnCode.OK))
              && (after.outcome() != Outcome.IGNORED
                  || Definitions.FACT.contains(after.event()))
              && (after.code() == ReturnCode.OK || after.outcome() == Outcome.REFUSED)),

  /** A released engine is UNKNOWN; a client begins as if it had just been released. */
  RELEASED_IS_UNKNOWN(
      "ReleasedIsUnknownInv",
      "RoomConnection.tla:611",
      true,
      (before, after) ->
          after.event() != Event.RELEASE || after.to().state() == ConnectionState.UNKNOWN),

  /** A session has a transport. */
  SESSION_HAS_TRANSPORT(
      "SessionHasTransportInv",
      "RoomConnection.tla:614",
      true,
      (before, after) ->
          !Definitions.IN_SESSION.contains(after.to().state()) || after.to().transportOpen()),

  /** proxied and departed are reset as soon as they no longer matter. */
  NOTHING_IS_REMEMBERED_TOO_LONG(
      "NothingIsRememberedTooLongInv",
      "RoomConnection.tla:634",
      true,
      (before, after) ->
          (!after.to().proxied() || after.to().state() == ConnectionState.CONNECTING)
              && (!after.to().departed() || after.to().state() == ConnectionState.DISCONNECTED)),

  /** B1: after a leave nothing runs any more. */
  B1_LEAVE_STOPS_EVERYTHING(
      "B1_LeaveStopsEverythingInv",
      "RoomConnection.tla:654",
      true,
      (before, after) ->
          !after.to().departed() || !Definitions.somethingRuns(after)),

  /** B3: in RECONNECTING, attempts are under way. */
  B3_ATTEMPTS_RUN(
      "B3_AttemptsRunInv",
      "RoomConnection.tla:667",
      true,
      (before, after) ->
          after.to().state() != ConnectionState.RECONNECTING || after.to().reconnecting()),

  /** B4, getter and callback disagree: the state in a notification is the state. */
  B4_TOLD_STATE_IS_THE_STATE(
      "B4_ToldStateIsTheStateInv",
      "RoomConnection.tla:675",
      true,
      (before, after) ->
          after.notifications().stream().allMatch(
              notification -> notification.state() == after.to().state())),

  /**
   * B7, an old timer fires in a new episode: the window runs while the client reconnects, and at
   * no other time.
   */
  B7_WINDOW_ONLY_WHILE_RECONNECTING(
      "B7_WindowOnlyWhileReconnectingInv",
      "RoomConnection.tla:680",
      true,
      (before, after) ->
          after.to().windowArmed() == (after.to().state() == ConnectionState.RECONNECTING)),

  /** B8: no attempt runs during a first join or in an established connection. */
  B8_NO_ATTEMPT_BESIDE_A_CONNECTION(
      "B8_NoAttemptBesideAConnectionInv",
      "RoomConnection.tla:694",
      true,
      (before, after) ->
          !(after.to().state() == ConnectionState.CONNECTING
                  || after.to().state() == ConnectionState.CONNECTED)
              || !after.to().reconnecting()),

  /** B9: nothing runs in a state of rest, even if the user did not leave. */
  B9_END_STOPS_EVERYTHING(
      "B9_EndStopsEverythingInv",
      "RoomConnection.tla:723",
      true,
      (before, after) ->
          !(Definitions.AT_REST.contains(after.to().state()) && !after.to().departed())
              || !Definitions.somethingRuns(after)),

  /**
   * B10, an undefined event: every event is defined in every state. This is checked after each
   * step that is taken, since no other step changes the state.
   */
  B10_EVERY_EVENT_IS_DEFINED(
      "B10_EveryEventIsDefinedInv",
      "RoomConnection.tla:727",
      true,
      (before, after) ->
          after.outcome() != Outcome.TAKEN
              || Stream.of(Event.values()).allMatch(
                  event ->
                      Definitions.canStep(
                          after,
                          step -> step.event() == event,
                          Event.INITIALIZE,
                          Event.JOIN_CHANNEL,
                          Event.LEAVE_CHANNEL,
                          Event.RELEASE,
                          Event.JOINED,
                          Event.ROOM_REQUEST_FAILED,
                          Event.LONG_LINK_FAILED,
                          Event.PROXY_CONNECTING,
                          Event.MEDIA_LOST,
                          Event.SIGNAL_LOST,
                          Event.RE_DISPATCHED,
                          Event.REJOINED,
                          Event.RECONNECT_WINDOW_USED_UP,
                          Event.SERVICE_TIMED_OUT,
                          Event.ROOM_CLOSED,
                          Event.KICKED,
                          Event.SAME_USER_ID_ELSEWHERE))),

  /** B10: the time limit of a join runs during the first join, and at no other time. */
  B10_JOIN_IS_TIMED(
      "B10_JoinIsTimedInv",
      "RoomConnection.tla:734",
      true,
      (before, after) ->
          after.to().joinTimed() == (after.to().state() == ConnectionState.CONNECTING)),

  /**
   * A taken step is a row of the transition table, and an event that has a row is taken; only a
   * repeated ProxyConnecting has one and is ignored.
   */
  TRANSITION_TABLE(
      "TransitionTableProp",
      "RoomConnection.tla:584",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || ((after.outcome() != Outcome.TAKEN
                      || Definitions.TRANSITION_TABLE_SET.contains(
                          new Definitions.Tuple1(
                              before.to().state(),
                              after.event(),
                              after.notifications(),
                              after.to().state())))
                  && (!(after.outcome() != Outcome.TAKEN
                          && !(after.event() == Event.PROXY_CONNECTING
                              && before.to().proxied()))
                      || !Definitions.hasRow(before.to().state(), after.event())))),

  /** A refusal is a row of the refusal table. */
  REFUSAL_TABLE(
      "RefusalTableProp",
      "RoomConnection.tla:592",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || after.outcome() != Outcome.REFUSED
              || Definitions.REFUSAL_TABLE_SET.contains(
                  new Definitions.Tuple2(
                      before.to().state(),
                      before.to().departed(),
                      after.event(),
                      after.code()))),

  /** An ignored or refused event changes nothing, and has no notification and no effect. */
  ONLY_TAKEN_STEPS_ACT(
      "OnlyTakenStepsActProp",
      "RoomConnection.tla:603",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || after.outcome() == Outcome.TAKEN
              || (after.to().state() == before.to().state()
                  && after.to().proxied() == before.to().proxied()
                  && after.to().departed() == before.to().departed()
                  && after.to().transportOpen() == before.to().transportOpen()
                  && after.to().joinTimed() == before.to().joinTimed()
                  && after.to().reconnecting() == before.to().reconnecting()
                  && after.to().windowArmed() == before.to().windowArmed()
                  && after.notifications().isEmpty()
                  && after.effects().isEmpty())),

  /**
   * The use of the proxy is told only in CONNECTING, once per join, and remembered until the
   * join ends.
   */
  PROXY_TOLD_ONCE_PER_JOIN(
      "ProxyToldOncePerJoinProp",
      "RoomConnection.tla:618",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || (after.notifications().stream().allMatch(
                      notification ->
                          notification.reason() != ConnectionReason.SETTING_PROXY_SERVER
                              || (before.to().state() == ConnectionState.CONNECTING
                                  && !before.to().proxied()
                                  && after.to().state() == ConnectionState.CONNECTING))
                  && (!(after.event() == Event.PROXY_CONNECTING
                          && after.outcome() == Outcome.TAKEN)
                      || after.to().proxied())
                  && (!(after.to().proxied() && !before.to().proxied())
                      || after.event() == Event.PROXY_CONNECTING)
                  && (!(before.to().proxied()
                          && after.to().state() == ConnectionState.CONNECTING)
                      || after.to().proxied()))),

  /** departed becomes true by a leave, and by nothing else. */
  DEPARTURE_IS_REMEMBERED(
      "DepartureIsRememberedProp",
      "RoomConnection.tla:628",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || ((!(after.event() == Event.LEAVE_CHANNEL && after.outcome() == Outcome.TAKEN)
                      || after.to().departed())
                  && (!(after.to().departed() && !before.to().departed())
                      || after.event() == Event.LEAVE_CHANNEL))),

  /**
   * A client that leaves a session, or releases the engine in one, tells the server; without an
   * engine it tells the server nothing.
   */
  FAREWELL_IS_SAID(
      "FarewellIsSaidProp",
      "RoomConnection.tla:640",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !(after.outcome() == Outcome.TAKEN
                  && (after.event() == Event.LEAVE_CHANNEL || after.event() == Event.RELEASE))
              || ((!Definitions.IN_SESSION.contains(before.to().state())
                      || Definitions.among(Effect.ANNOUNCE_LEAVE, after.effects()))
                  && (before.to().state() != ConnectionState.UNKNOWN
                      || after.effects().isEmpty()))),

  /** B1, leave does not stop reconnecting: after a leave only the user changes the state. */
  B1_LEAVE_IS_FINAL(
      "B1_LeaveIsFinalProp",
      "RoomConnection.tla:646",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !(before.to().departed()
                  && !(after.event() == Event.JOIN_CHANNEL || after.event() == Event.RELEASE))
              || (after.to().state() == before.to().state() && after.to().departed())),

  /**
   * B2, join is dead after a leave: a leave always leads to a state that allows a join, and a
   * join in such a state is accepted.
   */
  B2_LEAVE_THEN_JOIN(
      "B2_LeaveThenJoinProp",
      "RoomConnection.tla:658",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || ((!(after.event() == Event.LEAVE_CHANNEL
                          && before.to().state() != ConnectionState.UNKNOWN)
                      || Definitions.JOINABLE.contains(after.to().state()))
                  && (!(after.event() == Event.JOIN_CHANNEL
                          && Definitions.JOINABLE.contains(before.to().state()))
                      || after.to().state() == ConnectionState.CONNECTING))),

  /** B3: the end of an episode is told, once. */
  B3_ONE_OUTCOME(
      "B3_OneOutcomeProp",
      "RoomConnection.tla:670",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !(before.to().state() == ConnectionState.RECONNECTING
                  && after.to().state() != ConnectionState.RECONNECTING
                  && after.event() != Event.RELEASE)
              || after.notifications().size() == 1),

  /** B7: the window is not armed again within an episode. */
  B7_WINDOW_ARMED_ONCE(
      "B7_WindowArmedOnceProp",
      "RoomConnection.tla:683",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || before.to().state() != ConnectionState.RECONNECTING
              || !Definitions.among(Effect.ARM_WINDOW, after.effects())),

  /** B8, two reconnects at once: an episode is told and started once. */
  B8_ONE_EPISODE_AT_A_TIME(
      "B8_OneEpisodeAtATimeProp",
      "RoomConnection.tla:687",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || before.to().state() != ConnectionState.RECONNECTING
              || (!Definitions.among(Effect.START_RECONNECTING, after.effects())
                  && after.notifications().stream().allMatch(
                      notification -> notification.state() != ConnectionState.RECONNECTING))),

  /**
   * B8, doubled terminal events: the end of a session is told only in the session, so at most
   * once.
   */
  B8_TERMINAL_TOLD_ONCE(
      "B8_TerminalToldOnceProp",
      "RoomConnection.tla:703",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || after.notifications().stream().allMatch(
                  notification ->
                      !Definitions.TERMINAL_REASON.contains(notification.reason())
                          || Definitions.IN_SESSION.contains(before.to().state()))),

  /**
   * B9, ended by the server, and the client fights back: after the server has ended the session,
   * nothing is started.
   */
  B9_SERVER_END_IS_FINAL(
      "B9_ServerEndIsFinalProp",
      "RoomConnection.tla:709",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !((after.event() == Event.SERVICE_TIMED_OUT
                      || after.event() == Event.ROOM_CLOSED
                      || after.event() == Event.KICKED
                      || after.event() == Event.SAME_USER_ID_ELSEWHERE)
                  && after.outcome() == Outcome.TAKEN)
              || (after.to().state() == ConnectionState.DISCONNECTED
                  && !Definitions.among(Effect.START_RECONNECTING, after.effects())
                  && !Definitions.among(Effect.OPEN_TRANSPORT, after.effects()))),

  /** B9: DISCONNECTED and FAILED are final until the user acts. */
  B9_REST_STAYS_AT_REST(
      "B9_RestStaysAtRestProp",
      "RoomConnection.tla:717",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !(!before.to().departed()
                  && Definitions.JOINABLE.contains(before.to().state())
                  && !(after.event() == Event.JOIN_CHANNEL
                      || after.event() == Event.LEAVE_CHANNEL
                      || after.event() == Event.RELEASE))
              || after.to().state() == before.to().state()),

  /** B10: the time limit is not restarted within a join. */
  B10_JOIN_TIMED_ONCE(
      "B10_JoinTimedOnceProp",
      "RoomConnection.tla:737",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || before.to().state() != ConnectionState.CONNECTING
              || !Definitions.among(Effect.ARM_JOIN_TIMEOUT, after.effects())),

  /** B10: the answer to a join is told once, while the join is pending. */
  B10_JOIN_ANSWERED_ONCE(
      "B10_JoinAnsweredOnceProp",
      "RoomConnection.tla:741",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || (after.notifications().stream().allMatch(
                      notification ->
                          !(notification.reason() == ConnectionReason.JOIN_SUCCEED
                                  || notification.reason()
                                      == ConnectionReason.REQUEST_CHANNEL_FAILED
                                  || notification.reason()
                                      == ConnectionReason.JOIN_CHANNEL_FAILED)
                              || before.to().state() == ConnectionState.CONNECTING)
                  && (!(before.to().state() == ConnectionState.CONNECTING
                          && after.to().state() != ConnectionState.CONNECTING
                          && after.event() != Event.RELEASE)
                      || after.notifications().size() == 1))),

  /** B10, a success that arrives too late: it is undone, without a notification. */
  B10_LATE_SUCCESS_IS_UNDONE(
      "B10_LateSuccessIsUndoneProp",
      "RoomConnection.tla:751",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !((after.event() == Event.JOINED || after.event() == Event.REJOINED)
                  && Definitions.AT_REST.contains(before.to().state()))
              || (after.to().state() == before.to().state()
                  && after.notifications().isEmpty()
                  && Definitions.among(Effect.ANNOUNCE_LEAVE, after.effects())
                  && Definitions.among(Effect.CLOSE_TRANSPORT, after.effects()))),

  /** B11, a second join breaks the live session: it is refused, and changes nothing. */
  B11_SECOND_JOIN_IS_REFUSED(
      "B11_SecondJoinIsRefusedProp",
      "RoomConnection.tla:759",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || !(after.event() == Event.JOIN_CHANNEL
                  && Definitions.IN_SESSION.contains(before.to().state()))
              || (after.outcome() == Outcome.REFUSED
                  && (after.code() == ReturnCode.ALREADY_JOINING
                      || after.code() == ReturnCode.ALREADY_JOINED)
                  && after.to().state() == before.to().state())),

  /** B12, callbacks after release: a released engine has no notifications. */
  B12_SILENT_AFTER_RELEASE(
      "B12_SilentAfterReleaseProp",
      "RoomConnection.tla:766",
      false,
      (before, after) ->
          before.sameStateAs(after)
              || before.to().state() != ConnectionState.UNKNOWN
              || after.notifications().isEmpty());

  private static final Rule[] VALUES = values();

  private final String property;
  private final String source;
  private final boolean invariant;
  private final Predicate predicate;

  Rule(String property, String source, boolean invariant, Predicate predicate) {
    this.property = property;
    this.source = source;
    this.invariant = invariant;
    this.predicate = predicate;
  }

  /** A predicate on two successive steps. */
  private interface Predicate {
    boolean holds(Step before, Step after);
  }

  /**
   * {@return whether the rule allows one step to follow another}
   *
   * @param before a step, or {@link Table#initial()}
   * @param after the step after it
   */
  public boolean holds(Step before, Step after) {
    return predicate.holds(before, after);
  }

  /** {@return the name of the property in the specification} */
  public String property() {
    return property;
  }

  /** {@return the file and line of the specification at which the property stands} */
  public String source() {
    return source;
  }

  /** {@return whether it is an invariant, which looks at the later step alone} */
  public boolean isInvariant() {
    return invariant;
  }

  /**
   * {@return the first rule that forbids one step to follow another, or empty if none does}
   *
   * @param before a step, or {@link Table#initial()}
   * @param after the step after it
   */
  public static Optional<Rule> violated(Step before, Step after) {
    for (Rule rule : VALUES) {
      if (!rule.holds(before, after)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
