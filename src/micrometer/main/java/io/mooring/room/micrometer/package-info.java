/**
 * Metrics of room connections, for Micrometer. {@link io.mooring.room.micrometer.RoomMetrics} is
 * all of it.
 */
@NullMarked
package io.mooring.room.micrometer;

import org.jspecify.annotations.NullMarked;
