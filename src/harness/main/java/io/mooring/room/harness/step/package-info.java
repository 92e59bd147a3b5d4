/**
 * Checks every step of a connection. Open {@link io.mooring.room.harness.step.ConnectionHarness}
 * first. It imports the packages {@code model} and {@code log}.
 */
@NullMarked
package io.mooring.room.harness.step;

import org.jspecify.annotations.NullMarked;
