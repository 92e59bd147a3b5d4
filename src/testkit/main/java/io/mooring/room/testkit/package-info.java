/** What a test of a room connection needs: oracles, walks, a simulated room, event arbitraries. */
@NullMarked
package io.mooring.room.testkit;

import org.jspecify.annotations.NullMarked;
