// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

/** A reachable valuation of the variables of the specification, without its outputs. */
public enum Location {
    /** The location UNKNOWN. */
    UNKNOWN(ConnectionState.UNKNOWN, false, false, false, false, false),
    /** The location DISCONNECTED. */
    DISCONNECTED(ConnectionState.DISCONNECTED, false, false, false, false, false),
    /** The location DISCONNECTED_DEPARTED. */
    DISCONNECTED_DEPARTED(ConnectionState.DISCONNECTED, false, true, false, false, false),
    /** The location CONNECTING. */
    CONNECTING(ConnectionState.CONNECTING, false, false, true, false, false),
    /** The location CONNECTING_PROXIED. */
    CONNECTING_PROXIED(ConnectionState.CONNECTING, true, false, true, false, false),
    /** The location CONNECTED. */
    CONNECTED(ConnectionState.CONNECTED, false, false, true, false, false),
    /** The location RECONNECTING. */
    RECONNECTING(ConnectionState.RECONNECTING, false, false, true, true, true),
    /** The location FAILED. */
    FAILED(ConnectionState.FAILED, false, false, false, false, false);

    private final ConnectionState state;
    private final boolean proxied;
    private final boolean departed;
    private final boolean transportOpen;
    private final boolean reconnecting;
    private final boolean windowArmed;

    Location(ConnectionState state, boolean proxied, boolean departed, boolean transportOpen, boolean reconnecting, boolean windowArmed) {
        this.state = state;
        this.proxied = proxied;
        this.departed = departed;
        this.transportOpen = transportOpen;
        this.reconnecting = reconnecting;
        this.windowArmed = windowArmed;
    }

    /** The public state. */
    public ConnectionState state() {
        return state;
    }

    /** The variable proxied. */
    public boolean proxied() {
        return proxied;
    }

    /** The variable departed. */
    public boolean departed() {
        return departed;
    }

    /** The variable transportOpen. */
    public boolean transportOpen() {
        return transportOpen;
    }

    /** The variable reconnecting. */
    public boolean reconnecting() {
        return reconnecting;
    }

    /** The variable windowArmed. */
    public boolean windowArmed() {
        return windowArmed;
    }
}
