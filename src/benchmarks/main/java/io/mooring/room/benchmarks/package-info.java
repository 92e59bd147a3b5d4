/**
 * The engines and the whole connection beside other state machines, measured with JMH.
 *
 * <p>{@link io.mooring.room.benchmarks.Subject} lists what is measured, {@link
 * io.mooring.room.benchmarks.Workload} is what each of them is fed. {@link
 * io.mooring.room.benchmarks.Comparison} runs them side by side and prints the ratios. A benchmark
 * is no test: no build runs one. That every subject is the same machine is a test, and every build
 * runs it.
 */
@NullMarked
package io.mooring.room.benchmarks;

import org.jspecify.annotations.NullMarked;
