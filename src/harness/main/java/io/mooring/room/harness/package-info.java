/**
 * Runs and checks a room connection: oracles, coverage, fuzzing and arbitraries for event lists.
 */
@NullMarked
package io.mooring.room.harness;

import org.jspecify.annotations.NullMarked;
