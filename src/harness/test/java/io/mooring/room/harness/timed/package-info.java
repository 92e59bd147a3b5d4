/** Tests of runs in time, and of the timed specification as oracle. */
@NullMarked
package io.mooring.room.harness.timed;

import org.jspecify.annotations.NullMarked;
