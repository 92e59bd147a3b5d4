/** What a solver has found, looked at by the model checker. */
@NullMarked
package io.mooring.prover.confirm;

import org.jspecify.annotations.NullMarked;
