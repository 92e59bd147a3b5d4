// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

/** Something that the runtime must carry out after a step. */
public enum Effect {
    /** The Effect OPEN_TRANSPORT. */
    OPEN_TRANSPORT("openTransport"),
    /** The Effect CLOSE_TRANSPORT. */
    CLOSE_TRANSPORT("closeTransport"),
    /** The Effect ANNOUNCE_LEAVE. */
    ANNOUNCE_LEAVE("announceLeave"),
    /** The Effect START_RECONNECTING. */
    START_RECONNECTING("startReconnecting"),
    /** The Effect STOP_RECONNECTING. */
    STOP_RECONNECTING("stopReconnecting"),
    /** The Effect ARM_WINDOW. */
    ARM_WINDOW("armWindow"),
    /** The Effect CANCEL_WINDOW. */
    CANCEL_WINDOW("cancelWindow");

    private final String value;

    Effect(String value) {
        this.value = value;
    }

    /** The string that stands for this constant in the specification. */
    public String value() {
        return value;
    }
}
