// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

/** What listeners are told: the state that was entered and why. */
public record Notification(ConnectionState state, ConnectionReason reason) {}
