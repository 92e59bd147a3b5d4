/**
 * Checks any connection state machine against the specification: exhaustively, by a complete test
 * suite, by random event lists, and by model learning.
 *
 * <p>Extend {@link io.mooring.room.harness.conformance.ConnectionConformance} for JUnit, or call
 * its {@code of} and {@link io.mooring.mbt.conformance.LearnedModel} directly. It imports the
 * package {@code model} alone.
 */
@NullMarked
package io.mooring.room.harness.conformance;

import org.jspecify.annotations.NullMarked;
