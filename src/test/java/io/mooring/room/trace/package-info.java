@NullMarked
package io.mooring.room.trace;

import org.jspecify.annotations.NullMarked;
