/** Tests of the conformance suite, on three machines that are no room. */
@NullMarked
package io.mooring.mbt.conformance;

import org.jspecify.annotations.NullMarked;
