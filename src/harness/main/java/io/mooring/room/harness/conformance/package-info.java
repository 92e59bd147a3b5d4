/**
 * Holds anybody's connection state machine against the specification: exhaustively, by a complete
 * test suite, by random event lists, and by learning it as a black box.
 *
 * <p>Extend {@link io.mooring.room.harness.conformance.ConnectionConformance} for JUnit, or ask
 * {@link io.mooring.room.harness.conformance.Conformance} and {@link
 * io.mooring.room.harness.conformance.LearnedModel} yourself.
 */
@NullMarked
package io.mooring.room.harness.conformance;

import org.jspecify.annotations.NullMarked;
