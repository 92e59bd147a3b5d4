/** Checks traces from the field, the callbacks of a connection, against the specification. */
@NullMarked
package io.mooring.room.harness.trace;

import org.jspecify.annotations.NullMarked;
