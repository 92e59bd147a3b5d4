/**
 * Runs of a system under test: inputs as values and as text, what checks a run, and how a failing
 * one is shrunk, reported and written as a test.
 *
 * <p>{@link io.mooring.mbt.run.MachineHarness} serves every machine; a harness of another kind
 * implements {@link io.mooring.mbt.run.Harness} with {@link io.mooring.mbt.run.Inputs} of its own.
 */
@NullMarked
package io.mooring.mbt.run;

import org.jspecify.annotations.NullMarked;
