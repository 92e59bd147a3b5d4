/** Tests of what is logged of a run. */
@NullMarked
package io.mooring.room.harness.log;

import org.jspecify.annotations.NullMarked;
