/** Traces that a machine under test has written. */
@NullMarked
package io.mooring.mbt.trace;

import org.jspecify.annotations.NullMarked;
