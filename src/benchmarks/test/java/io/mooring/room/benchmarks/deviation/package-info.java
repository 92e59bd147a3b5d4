/**
 * What becomes of the table in other hands: the same questions put to {@code RoomConnection} and to
 * state machine libraries that were wired to the table by hand, one event at a time and several at
 * once, from inside callbacks, with callbacks that fail.
 *
 * <p>{@link io.mooring.room.benchmarks.deviation.Candidate} lists the candidates, {@link
 * io.mooring.room.benchmarks.deviation.Scenario} is a question, and {@link
 * io.mooring.room.benchmarks.deviation.DeviationsTest} runs all of them and compares the answers
 * against {@code generated/docs/measured/deviations.md}. Every order of events is forced with
 * latches. Nothing of a verdict is written down beforehand: it is what was promised beside what was
 * seen.
 */
@NullMarked
package io.mooring.room.benchmarks.deviation;

import org.jspecify.annotations.NullMarked;
