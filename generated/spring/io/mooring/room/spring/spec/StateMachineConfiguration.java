// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spring.spec;

import static io.mooring.room.spec.Effect.*;
import static io.mooring.room.spec.Event.*;
import static io.mooring.room.spec.Location.*;
import static io.mooring.room.spec.ReturnCode.*;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import java.util.EnumSet;
import org.springframework.statemachine.config.EnumStateMachineConfigurerAdapter;
import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

/**
 * The RoomConnection specification as a Spring Statemachine: its states are the locations, and each of the
 * 136 rows of the table is one declared transition.
 *
 * <p>A row that stays in its location is an internal transition. Every effect, notification and refusal
 * is an action of the transition, in the order of the specification: effects first.
 */
public class StateMachineConfiguration
    extends EnumStateMachineConfigurerAdapter<Location, Event> {

  private final StateMachineActions actions;

  /**
   * Configures a machine that acts through these actions.
   *
   * @param actions what the transitions do
   */
  public StateMachineConfiguration(StateMachineActions actions) {
    this.actions = actions;
  }

  @Override
  public void configure(StateMachineStateConfigurer<Location, Event> states) throws Exception {
    states.withStates().initial(UNKNOWN).states(EnumSet.allOf(Location.class));
  }

  @Override
  public void configure(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    fromUnknown(transitions);
    fromDisconnected(transitions);
    fromConnecting(transitions);
    fromDisconnectedDeparted(transitions);
    fromConnected(transitions);
    fromFailed(transitions);
    fromConnectingProxied(transitions);
    fromReconnecting(transitions);
  }

  private void fromUnknown(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withExternal().source(UNKNOWN).target(DISCONNECTED).event(INITIALIZE)              ;
    transitions.withInternal().source(UNKNOWN)                     .event(JOIN_CHANNEL)            .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(UNKNOWN)                     .event(LEAVE_CHANNEL)           .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(UNKNOWN)                     .event(RELEASE)                 ;
    transitions.withInternal().source(UNKNOWN)                     .event(JOINED)                  .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(UNKNOWN)                     .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(REJOINED)                .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(UNKNOWN)                     .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(ROOM_CLOSED)             .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(KICKED)                  .action(actions.ignore());
    transitions.withInternal().source(UNKNOWN)                     .event(SAME_USER_ID_ELSEWHERE)  .action(actions.ignore());
  }

  private void fromDisconnected(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(DISCONNECTED)                   .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withExternal().source(DISCONNECTED).target(CONNECTING).event(JOIN_CHANNEL)            .action(actions.effect(OPEN_TRANSPORT)).action(actions.effect(ARM_JOIN_TIMEOUT)).action(actions.tell(new Notification(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL)));
    transitions.withInternal().source(DISCONNECTED)                   .event(LEAVE_CHANNEL)           .action(actions.refuse(NOT_JOINED));
    transitions.withExternal().source(DISCONNECTED).target(UNKNOWN)   .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED)                   .event(JOINED)                  .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED)                   .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(REJOINED)                .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED)                   .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(ROOM_CLOSED)             .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(KICKED)                  .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED)                   .event(SAME_USER_ID_ELSEWHERE)  .action(actions.ignore());
  }

  private void fromConnecting(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(CONNECTING)                              .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(CONNECTING)                              .event(JOIN_CHANNEL)            .action(actions.refuse(ALREADY_JOINING));
    transitions.withExternal().source(CONNECTING).target(DISCONNECTED_DEPARTED).event(LEAVE_CHANNEL)           .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL)));
    transitions.withExternal().source(CONNECTING).target(UNKNOWN)              .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withExternal().source(CONNECTING).target(CONNECTED)            .event(JOINED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.tell(new Notification(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED)));
    transitions.withExternal().source(CONNECTING).target(FAILED)               .event(ROOM_REQUEST_FAILED)     .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED)));
    transitions.withExternal().source(CONNECTING).target(FAILED)               .event(LONG_LINK_FAILED)        .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED)));
    transitions.withExternal().source(CONNECTING).target(CONNECTING_PROXIED)   .event(PROXY_CONNECTING)        .action(actions.tell(new Notification(ConnectionState.CONNECTING, ConnectionReason.SETTING_PROXY_SERVER)));
    transitions.withInternal().source(CONNECTING)                              .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(CONNECTING)                              .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(CONNECTING)                              .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(CONNECTING)                              .event(REJOINED)                .action(actions.ignore());
    transitions.withInternal().source(CONNECTING)                              .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(CONNECTING)                              .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withExternal().source(CONNECTING).target(DISCONNECTED)         .event(ROOM_CLOSED)             .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED)));
    transitions.withExternal().source(CONNECTING).target(DISCONNECTED)         .event(KICKED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED)));
    transitions.withExternal().source(CONNECTING).target(DISCONNECTED)         .event(SAME_USER_ID_ELSEWHERE)  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID)));
  }

  private void fromDisconnectedDeparted(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withExternal().source(DISCONNECTED_DEPARTED).target(CONNECTING).event(JOIN_CHANNEL)            .action(actions.effect(OPEN_TRANSPORT)).action(actions.effect(ARM_JOIN_TIMEOUT)).action(actions.tell(new Notification(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL)));
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(LEAVE_CHANNEL)           .action(actions.refuse(REPEATED_LEAVE));
    transitions.withExternal().source(DISCONNECTED_DEPARTED).target(UNKNOWN)   .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(JOINED)                  .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(REJOINED)                .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(ROOM_CLOSED)             .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(KICKED)                  .action(actions.ignore());
    transitions.withInternal().source(DISCONNECTED_DEPARTED)                   .event(SAME_USER_ID_ELSEWHERE)  .action(actions.ignore());
  }

  private void fromConnected(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(CONNECTED)                              .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(CONNECTED)                              .event(JOIN_CHANNEL)            .action(actions.refuse(ALREADY_JOINED));
    transitions.withExternal().source(CONNECTED).target(DISCONNECTED_DEPARTED).event(LEAVE_CHANNEL)           .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL)));
    transitions.withExternal().source(CONNECTED).target(UNKNOWN)              .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(CONNECTED)                              .event(JOINED)                  .action(actions.ignore());
    transitions.withInternal().source(CONNECTED)                              .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(CONNECTED)                              .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(CONNECTED)                              .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withExternal().source(CONNECTED).target(RECONNECTING)         .event(MEDIA_LOST)              .action(actions.effect(ARM_WINDOW)).action(actions.effect(START_RECONNECTING)).action(actions.tell(new Notification(ConnectionState.RECONNECTING, ConnectionReason.MEDIA_CONNECTION_DISCONNECTED)));
    transitions.withExternal().source(CONNECTED).target(RECONNECTING)         .event(SIGNAL_LOST)             .action(actions.effect(ARM_WINDOW)).action(actions.effect(START_RECONNECTING)).action(actions.tell(new Notification(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED)));
    transitions.withExternal().source(CONNECTED).target(RECONNECTING)         .event(RE_DISPATCHED)           .action(actions.effect(ARM_WINDOW)).action(actions.effect(START_RECONNECTING)).action(actions.tell(new Notification(ConnectionState.RECONNECTING, ConnectionReason.RE_DISPATCH)));
    transitions.withInternal().source(CONNECTED)                              .event(REJOINED)                .action(actions.ignore());
    transitions.withInternal().source(CONNECTED)                              .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withExternal().source(CONNECTED).target(DISCONNECTED)         .event(SERVICE_TIMED_OUT)       .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT)));
    transitions.withExternal().source(CONNECTED).target(DISCONNECTED)         .event(ROOM_CLOSED)             .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED)));
    transitions.withExternal().source(CONNECTED).target(DISCONNECTED)         .event(KICKED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED)));
    transitions.withExternal().source(CONNECTED).target(DISCONNECTED)         .event(SAME_USER_ID_ELSEWHERE)  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID)));
  }

  private void fromFailed(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(FAILED)                              .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withExternal().source(FAILED).target(CONNECTING)           .event(JOIN_CHANNEL)            .action(actions.effect(OPEN_TRANSPORT)).action(actions.effect(ARM_JOIN_TIMEOUT)).action(actions.tell(new Notification(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL)));
    transitions.withExternal().source(FAILED).target(DISCONNECTED_DEPARTED).event(LEAVE_CHANNEL)           .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL)));
    transitions.withExternal().source(FAILED).target(UNKNOWN)              .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(FAILED)                              .event(JOINED)                  .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(FAILED)                              .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(REJOINED)                .action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(FAILED)                              .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(ROOM_CLOSED)             .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(KICKED)                  .action(actions.ignore());
    transitions.withInternal().source(FAILED)                              .event(SAME_USER_ID_ELSEWHERE)  .action(actions.ignore());
  }

  private void fromConnectingProxied(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(JOIN_CHANNEL)            .action(actions.refuse(ALREADY_JOINING));
    transitions.withExternal().source(CONNECTING_PROXIED).target(DISCONNECTED_DEPARTED).event(LEAVE_CHANNEL)           .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL)));
    transitions.withExternal().source(CONNECTING_PROXIED).target(UNKNOWN)              .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withExternal().source(CONNECTING_PROXIED).target(CONNECTED)            .event(JOINED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.tell(new Notification(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED)));
    transitions.withExternal().source(CONNECTING_PROXIED).target(FAILED)               .event(ROOM_REQUEST_FAILED)     .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED)));
    transitions.withExternal().source(CONNECTING_PROXIED).target(FAILED)               .event(LONG_LINK_FAILED)        .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED)));
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(REJOINED)                .action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(RECONNECT_WINDOW_USED_UP).action(actions.ignore());
    transitions.withInternal().source(CONNECTING_PROXIED)                              .event(SERVICE_TIMED_OUT)       .action(actions.ignore());
    transitions.withExternal().source(CONNECTING_PROXIED).target(DISCONNECTED)         .event(ROOM_CLOSED)             .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED)));
    transitions.withExternal().source(CONNECTING_PROXIED).target(DISCONNECTED)         .event(KICKED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED)));
    transitions.withExternal().source(CONNECTING_PROXIED).target(DISCONNECTED)         .event(SAME_USER_ID_ELSEWHERE)  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID)));
  }

  private void fromReconnecting(StateMachineTransitionConfigurer<Location, Event> transitions)
      throws Exception {
    transitions.withInternal().source(RECONNECTING)                              .event(INITIALIZE)              .action(actions.refuse(WRONG_STATE));
    transitions.withInternal().source(RECONNECTING)                              .event(JOIN_CHANNEL)            .action(actions.refuse(ALREADY_JOINED));
    transitions.withExternal().source(RECONNECTING).target(DISCONNECTED_DEPARTED).event(LEAVE_CHANNEL)           .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL)));
    transitions.withExternal().source(RECONNECTING).target(UNKNOWN)              .event(RELEASE)                 .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(ANNOUNCE_LEAVE)).action(actions.effect(CLOSE_TRANSPORT));
    transitions.withInternal().source(RECONNECTING)                              .event(JOINED)                  .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(ROOM_REQUEST_FAILED)     .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(LONG_LINK_FAILED)        .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(PROXY_CONNECTING)        .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(MEDIA_LOST)              .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(SIGNAL_LOST)             .action(actions.ignore());
    transitions.withInternal().source(RECONNECTING)                              .event(RE_DISPATCHED)           .action(actions.ignore());
    transitions.withExternal().source(RECONNECTING).target(CONNECTED)            .event(REJOINED)                .action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.tell(new Notification(ConnectionState.CONNECTED, ConnectionReason.REJOIN_SUCCEED)));
    transitions.withExternal().source(RECONNECTING).target(FAILED)               .event(RECONNECT_WINDOW_USED_UP).action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.FAILED, ConnectionReason.TIME_OUT)));
    transitions.withExternal().source(RECONNECTING).target(DISCONNECTED)         .event(SERVICE_TIMED_OUT)       .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT)));
    transitions.withExternal().source(RECONNECTING).target(DISCONNECTED)         .event(ROOM_CLOSED)             .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED)));
    transitions.withExternal().source(RECONNECTING).target(DISCONNECTED)         .event(KICKED)                  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED)));
    transitions.withExternal().source(RECONNECTING).target(DISCONNECTED)         .event(SAME_USER_ID_ELSEWHERE)  .action(actions.effect(CANCEL_JOIN_TIMEOUT)).action(actions.effect(CANCEL_WINDOW)).action(actions.effect(STOP_RECONNECTING)).action(actions.effect(CLOSE_TRANSPORT)).action(actions.tell(new Notification(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID)));
  }
}
