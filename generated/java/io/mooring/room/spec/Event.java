// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

/** Something that happens to a room connection: a command of the user or a fact of the world. */
public enum Event {
    /** The action Initialize. */
    INITIALIZE("Initialize", true),
    /** The action JoinChannel. */
    JOIN_CHANNEL("JoinChannel", true),
    /** The action LeaveChannel. */
    LEAVE_CHANNEL("LeaveChannel", true),
    /** The action Release. */
    RELEASE("Release", true),
    /** The action Joined. */
    JOINED("Joined", false),
    /** The action RoomRequestFailed. */
    ROOM_REQUEST_FAILED("RoomRequestFailed", false),
    /** The action LongLinkFailed. */
    LONG_LINK_FAILED("LongLinkFailed", false),
    /** The action ProxyConnecting. */
    PROXY_CONNECTING("ProxyConnecting", false),
    /** The action MediaLost. */
    MEDIA_LOST("MediaLost", false),
    /** The action SignalLost. */
    SIGNAL_LOST("SignalLost", false),
    /** The action ReDispatched. */
    RE_DISPATCHED("ReDispatched", false),
    /** The action Rejoined. */
    REJOINED("Rejoined", false),
    /** The action ReconnectWindowUsedUp. */
    RECONNECT_WINDOW_USED_UP("ReconnectWindowUsedUp", false),
    /** The action ServiceTimedOut. */
    SERVICE_TIMED_OUT("ServiceTimedOut", false),
    /** The action RoomClosed. */
    ROOM_CLOSED("RoomClosed", false),
    /** The action Kicked. */
    KICKED("Kicked", false),
    /** The action SameUserIdElsewhere. */
    SAME_USER_ID_ELSEWHERE("SameUserIdElsewhere", false);

    private final String action;
    private final boolean command;

    Event(String action, boolean command) {
        this.action = action;
        this.command = command;
    }

    /** The name of the action in the specification. */
    public String action() {
        return action;
    }

    /** Whether the user gives this event, so that it has a return code. */
    public boolean isCommand() {
        return command;
    }
}
