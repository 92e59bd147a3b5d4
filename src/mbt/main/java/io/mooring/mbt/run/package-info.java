/** Runs of a machine under test, and how a failing one is made small and drawn. */
@NullMarked
package io.mooring.mbt.run;

import org.jspecify.annotations.NullMarked;
