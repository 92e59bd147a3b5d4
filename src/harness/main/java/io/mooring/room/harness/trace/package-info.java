/** Holds what a connection has told in the field against the specification: traces of callbacks. */
@NullMarked
package io.mooring.room.harness.trace;

import org.jspecify.annotations.NullMarked;
