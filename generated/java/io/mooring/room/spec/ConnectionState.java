// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

import java.util.Optional;

/** The public state of a room connection. */
public enum ConnectionState {
    /** The ConnectionState UNKNOWN. */
    UNKNOWN(0),
    /** The ConnectionState DISCONNECTED. */
    DISCONNECTED(1),
    /** The ConnectionState CONNECTING. */
    CONNECTING(2),
    /** The ConnectionState CONNECTED. */
    CONNECTED(3),
    /** The ConnectionState RECONNECTING. */
    RECONNECTING(4),
    /** The ConnectionState FAILED. */
    FAILED(5);

    private static final ConnectionState[] VALUES = values();

    private final int code;

    ConnectionState(int code) {
        this.code = code;
    }

    /** The integer that stands for this constant in the public interface. */
    public int code() {
        return code;
    }

    /** The constant with this code, or empty when there is none. */
    public static Optional<ConnectionState> find(int code) {
        for (ConnectionState value : VALUES) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /**
     * The constant with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ConnectionState of(int code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("No ConnectionState has the code " + code));
    }
}
