/** Sees every check of the harness pass where it must and fail where it must. */
@NullMarked
package io.mooring.room.harness;

import org.jspecify.annotations.NullMarked;
