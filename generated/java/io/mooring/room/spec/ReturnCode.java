// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

import java.util.Optional;

/** What a command answers. */
public enum ReturnCode {
    /** The ReturnCode OK. */
    OK(0),
    /** The ReturnCode ALREADY_JOINING. */
    ALREADY_JOINING(30001),
    /** The ReturnCode WRONG_STATE. */
    WRONG_STATE(30005),
    /** The ReturnCode ALREADY_JOINED. */
    ALREADY_JOINED(30100),
    /** The ReturnCode NOT_JOINED. */
    NOT_JOINED(30101),
    /** The ReturnCode REPEATED_LEAVE. */
    REPEATED_LEAVE(30102);

    private static final ReturnCode[] VALUES = values();

    private final int code;

    ReturnCode(int code) {
        this.code = code;
    }

    /** The integer that stands for this constant in the public interface. */
    public int code() {
        return code;
    }

    /** The constant with this code, or empty when there is none. */
    public static Optional<ReturnCode> find(int code) {
        for (ReturnCode value : VALUES) {
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
    public static ReturnCode of(int code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("No ReturnCode has the code " + code));
    }
}
