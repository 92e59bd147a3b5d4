/**
 * What the proof says of specifications with one small fault: the obligations that mention the
 * fault are asked again, and what breaks one is looked at by the model checker.
 */
@NullMarked
package io.mooring.prover.mutants;

import org.jspecify.annotations.NullMarked;
