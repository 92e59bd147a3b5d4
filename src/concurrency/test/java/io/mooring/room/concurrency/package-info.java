/** Sees every check of the concurrency pass where it must and fail where it must. */
@NullMarked
package io.mooring.room.concurrency;

import org.jspecify.annotations.NullMarked;
