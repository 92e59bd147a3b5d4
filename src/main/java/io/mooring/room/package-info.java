/**
 * The room connection of an application: a state machine that decides at once, makes calls with no
 * lock held, and follows the specification's table.
 *
 * <p>Begin with {@link io.mooring.room.RoomConnection}. An application that has a network stack
 * implements {@link io.mooring.room.RoomTransport} and {@link io.mooring.room.RoomSession}, and
 * reports facts through {@link io.mooring.room.RoomFacts} and the ends of attempts to rejoin the
 * room through {@link io.mooring.room.ReconnectAttempt}; a {@link io.mooring.room.ReconnectPolicy}
 * sets the pace of these. States, reasons, codes, effects and the table itself are generated from
 * the specification into {@link io.mooring.room.spec}; this package repeats none of its rules.
 *
 * <p>This package uses {@code java.base} and the generated package alone.
 */
@NullMarked
package io.mooring.room;

import org.jspecify.annotations.NullMarked;
