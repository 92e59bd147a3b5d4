/**
 * Walks of an implementation along any specification: a {@link io.mooring.mbt.driver.Driver}
 * carries out actions that the specification chooses, and shows what can be seen; the walk goes on
 * as long as one of the states that the specification may be in explains it.
 *
 * <p>{@link io.mooring.mbt.driver.DriverTest} is where to begin; {@code io.mooring.mbt.junit} runs
 * it from an annotation.
 */
@NullMarked
package io.mooring.mbt.driver;

import org.jspecify.annotations.NullMarked;
