/** The solvers that are asked. */
@NullMarked
package io.mooring.prover.solver;

import org.jspecify.annotations.NullMarked;
