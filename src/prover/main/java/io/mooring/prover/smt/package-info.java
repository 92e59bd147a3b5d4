/** Terms of SMT-LIB, and queries made of them. */
@NullMarked
package io.mooring.prover.smt;

import org.jspecify.annotations.NullMarked;
