// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

import java.util.Optional;

/** A checked property of the specification, as a predicate over two steps in a row. */
public enum Rule {
    /** Every variable has a value of its type. */
    TYPE_OK("TypeOK", "RoomConnection.tla", true) {
        @Override
        public boolean holds(Step before, Step after) {
            return !after.to().windowArmed() || after.to().reconnecting();
        }
    };

    private final String property;
    private final String source;
    private final boolean invariant;

    Rule(String property, String source, boolean invariant) {
        this.property = property;
        this.source = source;
        this.invariant = invariant;
    }

    /** Whether the rule holds when {@code after} follows {@code before}. */
    public abstract boolean holds(Step before, Step after);

    /** The name of the property in the specification. */
    public String property() {
        return property;
    }

    /** Where the property stands in the specification: file and line. */
    public String source() {
        return source;
    }

    /** Whether the rule looks at {@code after} alone. */
    public boolean isInvariant() {
        return invariant;
    }

    /** The first rule that does not hold when {@code after} follows {@code before}, or empty. */
    public static Optional<Rule> violated(Step before, Step after) {
        for (Rule rule : values()) {
            if (!rule.holds(before, after)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
