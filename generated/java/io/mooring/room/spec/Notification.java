// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/**
 * A notification of the user.
 *
 * @param state the state of a connection, as its user sees it
 * @param reason the reason of a notification
 */
public record Notification(ConnectionState state, ConnectionReason reason) {}
