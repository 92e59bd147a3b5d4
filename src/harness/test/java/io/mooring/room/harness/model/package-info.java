/** Tests of stimuli, their text, their generators, and the coverage of the room connection. */
@NullMarked
package io.mooring.room.harness.model;

import org.jspecify.annotations.NullMarked;
