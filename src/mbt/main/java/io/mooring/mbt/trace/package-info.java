/**
 * Traces of notifications, as a machine in the field has written them, checked against the machine.
 * {@link io.mooring.mbt.trace.TraceValidator} is where to begin.
 */
@NullMarked
package io.mooring.mbt.trace;

import org.jspecify.annotations.NullMarked;
