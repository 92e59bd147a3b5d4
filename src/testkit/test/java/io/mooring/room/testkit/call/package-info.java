/** A thousand calls, and the four of the picture. */
@NullMarked
package io.mooring.room.testkit.call;

import org.jspecify.annotations.NullMarked;
