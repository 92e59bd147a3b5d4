/**
 * Holds anybody's connection state machine against the specification: exhaustively, by a complete
 * test suite, by random event lists, and by learning it as a black box.
 *
 * <p>Extend {@link io.mooring.room.testkit.conformance.ConnectionConformance} for JUnit, or ask
 * {@link io.mooring.room.testkit.conformance.Conformance} and {@link
 * io.mooring.room.testkit.conformance.LearnedModel} yourself.
 */
@NullMarked
package io.mooring.room.testkit.conformance;

import org.jspecify.annotations.NullMarked;
