@NullMarked
package io.mooring.room.janus;

import org.jspecify.annotations.NullMarked;
