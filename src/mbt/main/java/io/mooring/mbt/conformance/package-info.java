/**
 * Checks any system against a machine: exhaustively, by a complete test suite, and by learning it
 * as a black box. Extend {@link io.mooring.mbt.conformance.MachineConformance} for JUnit, or call
 * {@link io.mooring.mbt.conformance.Conformance} and {@link
 * io.mooring.mbt.conformance.LearnedModel} yourself.
 */
@NullMarked
package io.mooring.mbt.conformance;

import org.jspecify.annotations.NullMarked;
