/** Walks of drivers. */
@NullMarked
package io.mooring.mbt.driver;

import org.jspecify.annotations.NullMarked;
