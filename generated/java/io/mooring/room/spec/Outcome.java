// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

/** What became of an event. */
public enum Outcome {
    /** The Outcome TAKEN. */
    TAKEN("taken"),
    /** The Outcome IGNORED. */
    IGNORED("ignored"),
    /** The Outcome REFUSED. */
    REFUSED("refused");

    private final String value;

    Outcome(String value) {
        this.value = value;
    }

    /** The string that stands for this constant in the specification. */
    public String value() {
        return value;
    }
}
