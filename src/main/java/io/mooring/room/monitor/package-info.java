/**
 * Checks the callbacks of another room connection against the specification.
 *
 * <p>{@link io.mooring.room.monitor.ConnectionMonitor} receives the callbacks of an SDK.
 */
@NullMarked
package io.mooring.room.monitor;

import org.jspecify.annotations.NullMarked;
