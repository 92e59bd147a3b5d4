// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
/**
 * The specification {@code RoomConnection} as Java data, with no behaviour beyond looking it up.
 *
 * <p>Start with {@link io.mooring.room.spec.Table}: for every location and event it has a
 * {@link io.mooring.room.spec.Step}.
 * {@link io.mooring.room.spec.Rule} has the properties of two successive steps.
 * All types are immutable and thread-safe.
 */
package io.mooring.room.spec;
