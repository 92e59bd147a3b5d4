/** Holds what a connection has told in the field against the specification: traces of callbacks. */
@NullMarked
package io.mooring.room.testkit.trace;

import org.jspecify.annotations.NullMarked;
