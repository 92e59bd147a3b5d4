/**
 * The room connection as an application meets it: a state machine that decides at once, calls out
 * with no lock held, and does what the specification's table says, nothing else.
 *
 * <p>Begin with {@link io.mooring.room.RoomConnection}. An application that has a network stack
 * implements {@link io.mooring.room.RoomTransport} and {@link io.mooring.room.RoomSession}, and
 * tells what it learns through {@link io.mooring.room.RoomFacts} and, of the attempts to get back
 * into the room, through {@link io.mooring.room.ReconnectAttempt}; a {@link
 * io.mooring.room.ReconnectPolicy} sets their pace. States, reasons, codes, effects and the table
 * itself are generated from the specification into {@link io.mooring.room.spec}; no rule stands in
 * this package a second time.
 *
 * <p>This package uses {@code java.base}, the generated package and the events for Java Flight
 * Recorder alone.
 */
@NullMarked
package io.mooring.room;

import org.jspecify.annotations.NullMarked;
