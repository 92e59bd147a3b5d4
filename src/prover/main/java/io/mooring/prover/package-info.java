/** Proves invariants of a TLA+ specification for all values of what has no bounds. */
@NullMarked
package io.mooring.prover;

import org.jspecify.annotations.NullMarked;
