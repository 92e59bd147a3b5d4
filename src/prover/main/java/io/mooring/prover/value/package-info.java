/** Values of TLA+ whose parts are terms. */
@NullMarked
package io.mooring.prover.value;

import org.jspecify.annotations.NullMarked;
