// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

/**
 * What the user is told.
 *
 * @param state what the user can be told about the connection
 * @param reason why the user is told of the connection
 */
public record Notification(ConnectionState state, ConnectionReason reason) {}
