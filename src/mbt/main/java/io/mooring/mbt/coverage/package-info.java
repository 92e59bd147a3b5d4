/**
 * How much of a machine's graph a test has covered, and event sequences that cover all of it.
 *
 * <p>A {@link io.mooring.mbt.coverage.Coverage} counts rows, edges and pairs of edges, and what a
 * harness adds; {@link io.mooring.mbt.coverage.Tours} plans sequences that cover them.
 */
@NullMarked
package io.mooring.mbt.coverage;

import org.jspecify.annotations.NullMarked;
