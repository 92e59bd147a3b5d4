/**
 * Checks room connections against the specification. {@link
 * io.mooring.room.harness.ConnectionTestSource} writes a failing run as a JUnit test; the packages
 * below do the rest.
 *
 * <p>{@code model} has the inputs and the machine, {@code log} what is observed; {@code step}
 * checks each step, {@code timed} whole runs in time; {@code conformance} checks any other
 * connection, and {@code trace} recorded callbacks.
 */
@NullMarked
package io.mooring.room.harness;

import org.jspecify.annotations.NullMarked;
