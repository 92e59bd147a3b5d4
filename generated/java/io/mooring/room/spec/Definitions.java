// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Definitions of the specification that the rules use. */
final class Definitions {
  /** A tuple of the specification. */
  record Tuple1(
      ConnectionState first,
      Event second,
      List<Notification> third,
      ConnectionState fourth) {}

  /** A tuple of the specification. */
  record Tuple2(ConnectionState first, boolean second, Event third, ReturnCode fourth) {}

  /** Whether the next step of one of the events satisfies the condition. */
  static boolean canStep(Step from, Predicate<Step> condition, Event... events) {
    return Stream.of(events).map(event -> Table.step(from.to(), event)).anyMatch(condition);
  }

  /** The set of these elements, which may repeat. */
  @SafeVarargs
  static <T> Set<T> setOf(T... elements) {
    Set<T> set = new HashSet<>();
    for (T element : elements) {
      set.add(element);
    }
    return Collections.unmodifiableSet(set);
  }

  /** The commands of the user. */
  static final Set<Event> COMMAND =
      Set.of(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.LEAVE_CHANNEL, Event.RELEASE);

  /** The facts that the world can tell the client. */
  static final Set<Event> FACT =
      Set.of(
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
          Event.SAME_USER_ID_ELSEWHERE);

  /** The states in which the client has a session, or tries to get or restore one. */
  static final Set<ConnectionState> IN_SESSION =
      Set.of(ConnectionState.CONNECTING, ConnectionState.CONNECTED, ConnectionState.RECONNECTING);

  /** Something is under way, by the effects so far. */
  static boolean somethingRuns(Step at) {
    return at.to().transportOpen()
        || at.to().joinTimed()
        || at.to().reconnecting()
        || at.to().windowArmed();
  }

  /** The states in which the client does nothing by itself. */
  static final Set<ConnectionState> AT_REST =
      Set.of(ConnectionState.UNKNOWN, ConnectionState.DISCONNECTED, ConnectionState.FAILED);

  /** No notification. */
  static final List<Notification> TELL_NOTHING =
      List.<Notification>of();

  /** One notification. */
  static List<Notification> tell(ConnectionState s, ConnectionReason r) {
    return List.of(new Notification(s, r));
  }

  /** &lt;&lt;from, event, notifications, to&gt;&gt;: every step that is taken, and no other. */
  static final Set<Tuple1> TRANSITION_TABLE_SET =
      setOf(
          new Tuple1(ConnectionState.UNKNOWN,      Event.INITIALIZE,               TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.UNKNOWN,      Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.UNKNOWN,      Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.UNKNOWN,      Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.DISCONNECTED, Event.JOIN_CHANNEL,             tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    ConnectionState.CONNECTING),
          new Tuple1(ConnectionState.DISCONNECTED, Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.DISCONNECTED, Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.DISCONNECTED, Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTING,   Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTING,   Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.CONNECTING,   Event.JOINED,                   tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED),                     ConnectionState.CONNECTED),
          new Tuple1(ConnectionState.CONNECTING,   Event.ROOM_REQUEST_FAILED,      tell(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED),              ConnectionState.FAILED),
          new Tuple1(ConnectionState.CONNECTING,   Event.LONG_LINK_FAILED,         tell(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED),                 ConnectionState.FAILED),
          new Tuple1(ConnectionState.CONNECTING,   Event.PROXY_CONNECTING,         tell(ConnectionState.CONNECTING, ConnectionReason.SETTING_PROXY_SERVER),            ConnectionState.CONNECTING),
          new Tuple1(ConnectionState.CONNECTING,   Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTING,   Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTING,   Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTED,    Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTED,    Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.CONNECTED,    Event.MEDIA_LOST,               tell(ConnectionState.RECONNECTING, ConnectionReason.MEDIA_CONNECTION_DISCONNECTED), ConnectionState.RECONNECTING),
          new Tuple1(ConnectionState.CONNECTED,    Event.SIGNAL_LOST,              tell(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED),           ConnectionState.RECONNECTING),
          new Tuple1(ConnectionState.CONNECTED,    Event.RE_DISPATCHED,            tell(ConnectionState.RECONNECTING, ConnectionReason.RE_DISPATCH),                   ConnectionState.RECONNECTING),
          new Tuple1(ConnectionState.CONNECTED,    Event.SERVICE_TIMED_OUT,        tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTED,    Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTED,    Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.CONNECTED,    Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.RECONNECTING, Event.REJOINED,                 tell(ConnectionState.CONNECTED, ConnectionReason.REJOIN_SUCCEED),                   ConnectionState.CONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.RECONNECT_WINDOW_USED_UP, tell(ConnectionState.FAILED, ConnectionReason.TIME_OUT),                            ConnectionState.FAILED),
          new Tuple1(ConnectionState.RECONNECTING, Event.SERVICE_TIMED_OUT,        tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.RECONNECTING, Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.FAILED,       Event.JOIN_CHANNEL,             tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    ConnectionState.CONNECTING),
          new Tuple1(ConnectionState.FAILED,       Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED),
          new Tuple1(ConnectionState.FAILED,       Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN),
          new Tuple1(ConnectionState.FAILED,       Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.FAILED),
          new Tuple1(ConnectionState.FAILED,       Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.FAILED));

  /** The transition table has a row for the event in the state. */
  static boolean hasRow(ConnectionState from, Event event) {
    return TRANSITION_TABLE_SET.stream().anyMatch(
        row -> row.first() == from && row.second() == event);
  }

  /** &lt;&lt;from, departed, command, code&gt;&gt;: every refusal, and no other. */
  static final Set<Tuple2> REFUSAL_TABLE_SET =
      setOf(
          new Tuple2(ConnectionState.UNKNOWN,      false, Event.JOIN_CHANNEL,  ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.UNKNOWN,      false, Event.LEAVE_CHANNEL, ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.DISCONNECTED, false, Event.INITIALIZE,    ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.DISCONNECTED, true,  Event.INITIALIZE,    ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.DISCONNECTED, false, Event.LEAVE_CHANNEL, ReturnCode.NOT_JOINED),
          new Tuple2(ConnectionState.DISCONNECTED, true,  Event.LEAVE_CHANNEL, ReturnCode.REPEATED_LEAVE),
          new Tuple2(ConnectionState.CONNECTING,   false, Event.INITIALIZE,    ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.CONNECTING,   false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINING),
          new Tuple2(ConnectionState.CONNECTED,    false, Event.INITIALIZE,    ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.CONNECTED,    false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINED),
          new Tuple2(ConnectionState.RECONNECTING, false, Event.INITIALIZE,    ReturnCode.WRONG_STATE),
          new Tuple2(ConnectionState.RECONNECTING, false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINED),
          new Tuple2(ConnectionState.FAILED,       false, Event.INITIALIZE,    ReturnCode.WRONG_STATE));

  /** Effect e is one of the effects es. */
  static boolean among(Effect e, List<Effect> es) {
    return es.contains(e);
  }

  /** The states from which the user may join. */
  static final Set<ConnectionState> JOINABLE =
      Set.of(ConnectionState.DISCONNECTED, ConnectionState.FAILED);

  /** The reasons for the end of a session that the user did not end. */
  static final Set<ConnectionReason> TERMINAL_REASON =
      Set.of(
          ConnectionReason.CHANNEL_CLOSED,
          ConnectionReason.BE_KICKED,
          ConnectionReason.TIME_OUT,
          ConnectionReason.REQUEST_CHANNEL_FAILED,
          ConnectionReason.JOIN_CHANNEL_FAILED,
          ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID);

  private Definitions() {}
}
