/**
 * Faults that are put into the runtime on purpose, to see that something notices them. Each is a
 * patch in {@code src/faults/patches} that says which test catches it; {@code git apply} takes it
 * too.
 */
@NullMarked
package io.mooring.room.faults;

import org.jspecify.annotations.NullMarked;
