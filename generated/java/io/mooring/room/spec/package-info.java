// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
/**
 * The specification {@code RoomConnection} as Java data, with no behaviour beyond looking it up.
 *
 * <p>Begin at {@link io.mooring.room.spec.Table}: for every location and event it has a
 * {@link io.mooring.room.spec.Step}.
 * {@link io.mooring.room.spec.Rule} holds what every two steps in a row fulfil.
 * Everything here is immutable and safe for use by several threads.
 */
package io.mooring.room.spec;
