/** From a specification to what must be proven of it. */
@NullMarked
package io.mooring.prover.translate;

import org.jspecify.annotations.NullMarked;
