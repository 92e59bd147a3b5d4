/** Good and bad traces, and what is said of them. */
@NullMarked
package io.mooring.room.harness.trace;

import org.jspecify.annotations.NullMarked;
