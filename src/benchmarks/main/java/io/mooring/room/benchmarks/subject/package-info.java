/**
 * The machines under the clock: one class for each, wired from the table of the contract, save for
 * the one that is written by hand. Each is written as its library's own documents would have it.
 */
@NullMarked
package io.mooring.room.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
