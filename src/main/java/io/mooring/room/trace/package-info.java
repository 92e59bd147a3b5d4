/**
 * Recordings of a room connection that other tools can read: a JSON object on each line, as {@code
 * src/docs/guide/traces.md} describes it.
 */
@NullMarked
package io.mooring.room.trace;

import org.jspecify.annotations.NullMarked;
