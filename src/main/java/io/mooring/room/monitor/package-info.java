/**
 * For those who have a room connection already: its callbacks, held against the specification.
 *
 * <p>{@link io.mooring.room.monitor.ConnectionMonitor} is fed what an SDK tells its application.
 */
@NullMarked
package io.mooring.room.monitor;

import org.jspecify.annotations.NullMarked;
