/** Good and bad traces, and what is said of them. */
@NullMarked
package io.mooring.room.testkit.trace;

import org.jspecify.annotations.NullMarked;
