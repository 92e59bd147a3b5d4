/**
 * The events of a room connection for Java Flight Recorder.
 *
 * <p>The only package that knows {@code jdk.jfr}, which a runtime image need not have: without it
 * there are no events. Not exported; the names of the events and of their fields are what a reader
 * of recordings relies on.
 */
@NullMarked
package io.mooring.room.flight;

import org.jspecify.annotations.NullMarked;
