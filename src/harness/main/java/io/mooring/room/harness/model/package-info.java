/**
 * The room connection as an object of tests: its machine and coverage, the {@linkplain
 * io.mooring.room.harness.model.Stimulus stimuli} that a test applies, their text format and their
 * generators. It imports no other package of the harness.
 */
@NullMarked
package io.mooring.room.harness.model;

import org.jspecify.annotations.NullMarked;
