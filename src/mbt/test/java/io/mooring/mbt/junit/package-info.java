/** Implementations, right and wrong, against their specifications. */
@NullMarked
package io.mooring.mbt.junit;

import org.jspecify.annotations.NullMarked;
