/** Tests of the fuzzer, on machines that have nothing in common. */
@NullMarked
package io.mooring.mbt.fuzz;

import org.jspecify.annotations.NullMarked;
