/** Tests of the checks of each step, each seen to fail, and runs of our connections. */
@NullMarked
package io.mooring.room.harness.step;

import org.jspecify.annotations.NullMarked;
