// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import static io.mooring.room.spec.Effect.*;
import static io.mooring.room.spec.Event.*;
import static io.mooring.room.spec.Location.*;
import static io.mooring.room.spec.Outcome.*;
import static io.mooring.room.spec.ReturnCode.*;

import java.util.List;

/**
 * The step of every event in every location of the {@code RoomConnection} specification.
 *
 * <p>All 136 steps are created when the class is loaded; a look-up is one array read.
 *
 * <p>A location can be stored as its <em>index</em>, the number of its first row. {@link #next}
 * continues from an index at the cost of one more array read, and {@link #step(int, Event)}
 * returns the step. Indexes are valid in this table only, and may change with its next version.
 */
public final class Table {
  /**
   * Identifies this table: a digest of all its rows, and of nothing else. A location that is
   * stored together with it is valid only as long as the digest is the same.
   */
  public static final String FINGERPRINT = "a85ce04fa9089184";

  private static final Step INITIAL =
      row(UNKNOWN, RELEASE, TAKEN, UNKNOWN, OK, tell(), run(), "RoomConnection.tla:458");

  private static final Step[] ROWS = {
    //  from                   event                     outcome  to                     code             notifications                                                                       effects                                                                                      source
    row(UNKNOWN,               INITIALIZE,               TAKEN,   DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:295"),
    row(UNKNOWN,               JOIN_CHANNEL,             REFUSED, UNKNOWN,               WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:313"),
    row(UNKNOWN,               LEAVE_CHANNEL,            REFUSED, UNKNOWN,               WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:329"),
    row(UNKNOWN,               RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:340"),
    row(UNKNOWN,               JOINED,                   TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:358"),
    row(UNKNOWN,               ROOM_REQUEST_FAILED,      IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(UNKNOWN,               LONG_LINK_FAILED,         IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(UNKNOWN,               PROXY_CONNECTING,         IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(UNKNOWN,               MEDIA_LOST,               IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(UNKNOWN,               SIGNAL_LOST,              IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(UNKNOWN,               RE_DISPATCHED,            IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(UNKNOWN,               REJOINED,                 TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:418"),
    row(UNKNOWN,               RECONNECT_WINDOW_USED_UP, IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(UNKNOWN,               SERVICE_TIMED_OUT,        IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(UNKNOWN,               ROOM_CLOSED,              IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(UNKNOWN,               KICKED,                   IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(UNKNOWN,               SAME_USER_ID_ELSEWHERE,   IGNORED, UNKNOWN,               OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),

    row(DISCONNECTED,          INITIALIZE,               REFUSED, DISCONNECTED,          WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(DISCONNECTED,          JOIN_CHANNEL,             TAKEN,   CONNECTING,            OK,              tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    run(OPEN_TRANSPORT, ARM_JOIN_TIMEOUT),                                                       "RoomConnection.tla:310"),
    row(DISCONNECTED,          LEAVE_CHANNEL,            REFUSED, DISCONNECTED,          NOT_JOINED,      tell(),                                                                             run(),                                                                                       "RoomConnection.tla:331"),
    row(DISCONNECTED,          RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(DISCONNECTED,          JOINED,                   TAKEN,   DISCONNECTED,          OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:358"),
    row(DISCONNECTED,          ROOM_REQUEST_FAILED,      IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(DISCONNECTED,          LONG_LINK_FAILED,         IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(DISCONNECTED,          PROXY_CONNECTING,         IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(DISCONNECTED,          MEDIA_LOST,               IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED,          SIGNAL_LOST,              IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED,          RE_DISPATCHED,            IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED,          REJOINED,                 TAKEN,   DISCONNECTED,          OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:418"),
    row(DISCONNECTED,          RECONNECT_WINDOW_USED_UP, IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(DISCONNECTED,          SERVICE_TIMED_OUT,        IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED,          ROOM_CLOSED,              IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED,          KICKED,                   IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED,          SAME_USER_ID_ELSEWHERE,   IGNORED, DISCONNECTED,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),

    row(CONNECTING,            INITIALIZE,               REFUSED, CONNECTING,            WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(CONNECTING,            JOIN_CHANNEL,             REFUSED, CONNECTING,            ALREADY_JOINING, tell(),                                                                             run(),                                                                                       "RoomConnection.tla:315"),
    row(CONNECTING,            LEAVE_CHANNEL,            TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:327"),
    row(CONNECTING,            RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(CONNECTING,            JOINED,                   TAKEN,   CONNECTED,             OK,              tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED),                     run(CANCEL_JOIN_TIMEOUT),                                                                    "RoomConnection.tla:356"),
    row(CONNECTING,            ROOM_REQUEST_FAILED,      TAKEN,   FAILED,                OK,              tell(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED),              run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:365"),
    row(CONNECTING,            LONG_LINK_FAILED,         TAKEN,   FAILED,                OK,              tell(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:365"),
    row(CONNECTING,            PROXY_CONNECTING,         TAKEN,   CONNECTING_PROXIED,    OK,              tell(ConnectionState.CONNECTING, ConnectionReason.SETTING_PROXY_SERVER),            run(),                                                                                       "RoomConnection.tla:384"),
    row(CONNECTING,            MEDIA_LOST,               IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING,            SIGNAL_LOST,              IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING,            RE_DISPATCHED,            IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING,            REJOINED,                 IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:420"),
    row(CONNECTING,            RECONNECT_WINDOW_USED_UP, IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(CONNECTING,            SERVICE_TIMED_OUT,        IGNORED, CONNECTING,            OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(CONNECTING,            ROOM_CLOSED,              TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTING,            KICKED,                   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTING,            SAME_USER_ID_ELSEWHERE,   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),

    row(DISCONNECTED_DEPARTED, INITIALIZE,               REFUSED, DISCONNECTED_DEPARTED, WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(DISCONNECTED_DEPARTED, JOIN_CHANNEL,             TAKEN,   CONNECTING,            OK,              tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    run(OPEN_TRANSPORT, ARM_JOIN_TIMEOUT),                                                       "RoomConnection.tla:310"),
    row(DISCONNECTED_DEPARTED, LEAVE_CHANNEL,            REFUSED, DISCONNECTED_DEPARTED, REPEATED_LEAVE,  tell(),                                                                             run(),                                                                                       "RoomConnection.tla:333"),
    row(DISCONNECTED_DEPARTED, RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(DISCONNECTED_DEPARTED, JOINED,                   TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:358"),
    row(DISCONNECTED_DEPARTED, ROOM_REQUEST_FAILED,      IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(DISCONNECTED_DEPARTED, LONG_LINK_FAILED,         IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(DISCONNECTED_DEPARTED, PROXY_CONNECTING,         IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(DISCONNECTED_DEPARTED, MEDIA_LOST,               IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED_DEPARTED, SIGNAL_LOST,              IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED_DEPARTED, RE_DISPATCHED,            IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(DISCONNECTED_DEPARTED, REJOINED,                 TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:418"),
    row(DISCONNECTED_DEPARTED, RECONNECT_WINDOW_USED_UP, IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(DISCONNECTED_DEPARTED, SERVICE_TIMED_OUT,        IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED_DEPARTED, ROOM_CLOSED,              IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED_DEPARTED, KICKED,                   IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(DISCONNECTED_DEPARTED, SAME_USER_ID_ELSEWHERE,   IGNORED, DISCONNECTED_DEPARTED, OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),

    row(CONNECTED,             INITIALIZE,               REFUSED, CONNECTED,             WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(CONNECTED,             JOIN_CHANNEL,             REFUSED, CONNECTED,             ALREADY_JOINED,  tell(),                                                                             run(),                                                                                       "RoomConnection.tla:317"),
    row(CONNECTED,             LEAVE_CHANNEL,            TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:327"),
    row(CONNECTED,             RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(CONNECTED,             JOINED,                   IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:360"),
    row(CONNECTED,             ROOM_REQUEST_FAILED,      IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(CONNECTED,             LONG_LINK_FAILED,         IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(CONNECTED,             PROXY_CONNECTING,         IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(CONNECTED,             MEDIA_LOST,               TAKEN,   RECONNECTING,          OK,              tell(ConnectionState.RECONNECTING, ConnectionReason.MEDIA_CONNECTION_DISCONNECTED), run(ARM_WINDOW, START_RECONNECTING),                                                         "RoomConnection.tla:394"),
    row(CONNECTED,             SIGNAL_LOST,              TAKEN,   RECONNECTING,          OK,              tell(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED),           run(ARM_WINDOW, START_RECONNECTING),                                                         "RoomConnection.tla:394"),
    row(CONNECTED,             RE_DISPATCHED,            TAKEN,   RECONNECTING,          OK,              tell(ConnectionState.RECONNECTING, ConnectionReason.RE_DISPATCH),                   run(ARM_WINDOW, START_RECONNECTING),                                                         "RoomConnection.tla:394"),
    row(CONNECTED,             REJOINED,                 IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:420"),
    row(CONNECTED,             RECONNECT_WINDOW_USED_UP, IGNORED, CONNECTED,             OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(CONNECTED,             SERVICE_TIMED_OUT,        TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTED,             ROOM_CLOSED,              TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTED,             KICKED,                   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTED,             SAME_USER_ID_ELSEWHERE,   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),

    row(FAILED,                INITIALIZE,               REFUSED, FAILED,                WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(FAILED,                JOIN_CHANNEL,             TAKEN,   CONNECTING,            OK,              tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    run(OPEN_TRANSPORT, ARM_JOIN_TIMEOUT),                                                       "RoomConnection.tla:310"),
    row(FAILED,                LEAVE_CHANNEL,            TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:327"),
    row(FAILED,                RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(FAILED,                JOINED,                   TAKEN,   FAILED,                OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:358"),
    row(FAILED,                ROOM_REQUEST_FAILED,      IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(FAILED,                LONG_LINK_FAILED,         IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(FAILED,                PROXY_CONNECTING,         IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(FAILED,                MEDIA_LOST,               IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(FAILED,                SIGNAL_LOST,              IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(FAILED,                RE_DISPATCHED,            IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(FAILED,                REJOINED,                 TAKEN,   FAILED,                OK,              tell(),                                                                             run(ANNOUNCE_LEAVE, CLOSE_TRANSPORT),                                                        "RoomConnection.tla:418"),
    row(FAILED,                RECONNECT_WINDOW_USED_UP, IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(FAILED,                SERVICE_TIMED_OUT,        IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(FAILED,                ROOM_CLOSED,              IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(FAILED,                KICKED,                   IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(FAILED,                SAME_USER_ID_ELSEWHERE,   IGNORED, FAILED,                OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),

    row(CONNECTING_PROXIED,    INITIALIZE,               REFUSED, CONNECTING_PROXIED,    WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(CONNECTING_PROXIED,    JOIN_CHANNEL,             REFUSED, CONNECTING_PROXIED,    ALREADY_JOINING, tell(),                                                                             run(),                                                                                       "RoomConnection.tla:315"),
    row(CONNECTING_PROXIED,    LEAVE_CHANNEL,            TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:327"),
    row(CONNECTING_PROXIED,    RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(CONNECTING_PROXIED,    JOINED,                   TAKEN,   CONNECTED,             OK,              tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED),                     run(CANCEL_JOIN_TIMEOUT),                                                                    "RoomConnection.tla:356"),
    row(CONNECTING_PROXIED,    ROOM_REQUEST_FAILED,      TAKEN,   FAILED,                OK,              tell(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED),              run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:365"),
    row(CONNECTING_PROXIED,    LONG_LINK_FAILED,         TAKEN,   FAILED,                OK,              tell(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:365"),
    row(CONNECTING_PROXIED,    PROXY_CONNECTING,         IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(CONNECTING_PROXIED,    MEDIA_LOST,               IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING_PROXIED,    SIGNAL_LOST,              IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING_PROXIED,    RE_DISPATCHED,            IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(CONNECTING_PROXIED,    REJOINED,                 IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:420"),
    row(CONNECTING_PROXIED,    RECONNECT_WINDOW_USED_UP, IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:430"),
    row(CONNECTING_PROXIED,    SERVICE_TIMED_OUT,        IGNORED, CONNECTING_PROXIED,    OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:437"),
    row(CONNECTING_PROXIED,    ROOM_CLOSED,              TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTING_PROXIED,    KICKED,                   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(CONNECTING_PROXIED,    SAME_USER_ID_ELSEWHERE,   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),

    row(RECONNECTING,          INITIALIZE,               REFUSED, RECONNECTING,          WRONG_STATE,     tell(),                                                                             run(),                                                                                       "RoomConnection.tla:297"),
    row(RECONNECTING,          JOIN_CHANNEL,             REFUSED, RECONNECTING,          ALREADY_JOINED,  tell(),                                                                             run(),                                                                                       "RoomConnection.tla:317"),
    row(RECONNECTING,          LEAVE_CHANNEL,            TAKEN,   DISCONNECTED_DEPARTED, OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:327"),
    row(RECONNECTING,          RELEASE,                  TAKEN,   UNKNOWN,               OK,              tell(),                                                                             run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT), "RoomConnection.tla:342"),
    row(RECONNECTING,          JOINED,                   IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:360"),
    row(RECONNECTING,          ROOM_REQUEST_FAILED,      IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(RECONNECTING,          LONG_LINK_FAILED,         IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:367"),
    row(RECONNECTING,          PROXY_CONNECTING,         IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:386"),
    row(RECONNECTING,          MEDIA_LOST,               IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(RECONNECTING,          SIGNAL_LOST,              IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(RECONNECTING,          RE_DISPATCHED,            IGNORED, RECONNECTING,          OK,              tell(),                                                                             run(),                                                                                       "RoomConnection.tla:396"),
    row(RECONNECTING,          REJOINED,                 TAKEN,   CONNECTED,             OK,              tell(ConnectionState.CONNECTED, ConnectionReason.REJOIN_SUCCEED),                   run(CANCEL_WINDOW, STOP_RECONNECTING),                                                       "RoomConnection.tla:415"),
    row(RECONNECTING,          RECONNECT_WINDOW_USED_UP, TAKEN,   FAILED,                OK,              tell(ConnectionState.FAILED, ConnectionReason.TIME_OUT),                            run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:428"),
    row(RECONNECTING,          SERVICE_TIMED_OUT,        TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(RECONNECTING,          ROOM_CLOSED,              TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(RECONNECTING,          KICKED,                   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435"),
    row(RECONNECTING,          SAME_USER_ID_ELSEWHERE,   TAKEN,   DISCONNECTED,          OK,              tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), run(CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT),                 "RoomConnection.tla:435")
  };

  private static final List<Step> STEPS = List.of(ROWS);

  /** The index of the location that each row leads to. */
  private static final int[] NEXT = new int[ROWS.length];

  static {
    for (int i = 0; i < ROWS.length; i++) {
      if (ROWS[i].from().row + ROWS[i].event().ordinal() != i) {
        throw new IllegalStateException("A row is in the wrong position: " + ROWS[i]);
      }
      NEXT[i] = ROWS[i].to().row;
    }
  }

  private Table() {}

  /**
   * {@return the step of an event in a location}
   *
   * @param from the location
   * @param event the event
   */
  public static Step step(Location from, Event event) {
    return ROWS[from.row + event.ordinal()];
  }

  /**
   * {@return the step of an event in the location of an index}
   *
   * @param index the index of a location
   * @param event the event
   */
  public static Step step(int index, Event event) {
    return ROWS[index + event.ordinal()];
  }

  /**
   * {@return the index of the location that an event leads to}
   *
   * @param index the index of a location; any other number gives a wrong result or an {@link
   *     ArrayIndexOutOfBoundsException}
   * @param event the position of the event, {@link Event#ordinal()}; any other number likewise
   */
  public static int next(int index, int event) {
    return NEXT[index + event];
  }

  /**
   * {@return the index of a location}
   *
   * @param location the location
   */
  public static int index(Location location) {
    return location.row;
  }

  /**
   * {@return the location of an index}
   *
   * @param index the index of a location
   */
  public static Location location(int index) {
    return ROWS[index].from();
  }

  /**
   * {@return a step that represents the initial state: it enters the initial location, with the
   * initial outputs of the specification}
   */
  public static Step initial() {
    return INITIAL;
  }

  /**
   * {@return the index in {@link #steps()} of the row of an event in a location}
   *
   * @param from the location
   * @param event the event
   */
  public static int index(Location from, Event event) {
    return from.row + event.ordinal();
  }

  /**
   * {@return the index in {@link #steps()} of the row of an event in the location of an index}
   *
   * @param index the index of a location
   * @param event the event
   */
  public static int index(int index, Event event) {
    return index + event.ordinal();
  }

  /** {@return every step, by location, then by event} */
  public static List<Step> steps() {
    return STEPS;
  }

  private static Step row(
      Location from,
      Event event,
      Outcome outcome,
      Location to,
      ReturnCode code,
      List<Notification> notifications,
      List<Effect> effects,
      String source) {
    return new Step(from, event, outcome, to, code, notifications, effects, source);
  }

  private static List<Notification> tell(Notification... notifications) {
    return List.of(notifications);
  }

  private static List<Notification> tell(ConnectionState state, ConnectionReason reason) {
    return List.of(new Notification(state, reason));
  }

  private static List<Effect> run(Effect... effects) {
    return List.of(effects);
  }
}
