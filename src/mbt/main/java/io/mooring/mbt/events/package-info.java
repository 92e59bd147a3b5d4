/**
 * Traces of any specification: whether one of its behaviours explains what was recorded, line by
 * line. Begin with {@link io.mooring.mbt.events.EventTraces}. The states are those of {@code
 * io.mooring.mbt.tlc}; what a line means is said by a {@link io.mooring.mbt.events.TraceMap}.
 */
@NullMarked
package io.mooring.mbt.events;

import org.jspecify.annotations.NullMarked;
