// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

import java.util.Optional;

/** Why a notification was told. */
public enum ConnectionReason {
    /** The ConnectionReason LEAVE_CHANNEL. */
    LEAVE_CHANNEL(1),
    /** The ConnectionReason CHANNEL_CLOSED. */
    CHANNEL_CLOSED(2),
    /** The ConnectionReason BE_KICKED. */
    BE_KICKED(3),
    /** The ConnectionReason TIME_OUT. */
    TIME_OUT(4),
    /** The ConnectionReason JOIN_CHANNEL. */
    JOIN_CHANNEL(5),
    /** The ConnectionReason JOIN_SUCCEED. */
    JOIN_SUCCEED(6),
    /** The ConnectionReason REJOIN_SUCCEED. */
    REJOIN_SUCCEED(7),
    /** The ConnectionReason MEDIA_CONNECTION_DISCONNECTED. */
    MEDIA_CONNECTION_DISCONNECTED(8),
    /** The ConnectionReason SIGNAL_DISCONNECTED. */
    SIGNAL_DISCONNECTED(9),
    /** The ConnectionReason REQUEST_CHANNEL_FAILED. */
    REQUEST_CHANNEL_FAILED(10),
    /** The ConnectionReason JOIN_CHANNEL_FAILED. */
    JOIN_CHANNEL_FAILED(11),
    /** The ConnectionReason RE_DISPATCH. */
    RE_DISPATCH(12),
    /** The ConnectionReason SETTING_PROXY_SERVER. */
    SETTING_PROXY_SERVER(13),
    /** The ConnectionReason BE_KICKED_DUE_TO_SAME_USER_ID. */
    BE_KICKED_DUE_TO_SAME_USER_ID(14);

    private static final ConnectionReason[] VALUES = values();

    private final int code;

    ConnectionReason(int code) {
        this.code = code;
    }

    /** The integer that stands for this constant in the public interface. */
    public int code() {
        return code;
    }

    /** The constant with this code, or empty when there is none. */
    public static Optional<ConnectionReason> find(int code) {
        for (ConnectionReason value : VALUES) {
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
    public static ConnectionReason of(int code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("No ConnectionReason has the code " + code));
    }
}
