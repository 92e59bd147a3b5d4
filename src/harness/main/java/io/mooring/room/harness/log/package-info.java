/**
 * What is observed during a run, and the log of it. It imports the package {@code model} alone; the
 * entries are written by {@code step} and {@code timed}.
 */
@NullMarked
package io.mooring.room.harness.log;

import org.jspecify.annotations.NullMarked;
