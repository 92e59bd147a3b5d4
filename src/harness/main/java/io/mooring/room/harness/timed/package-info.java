/**
 * Checks runs of a connection in virtual time by the timed specification. Open {@link
 * io.mooring.room.harness.timed.TimedHarness} first. It imports the packages {@code model} and
 * {@code log}.
 */
@NullMarked
package io.mooring.room.harness.timed;

import org.jspecify.annotations.NullMarked;
