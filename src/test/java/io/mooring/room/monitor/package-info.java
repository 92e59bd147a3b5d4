@NullMarked
package io.mooring.room.monitor;

import org.jspecify.annotations.NullMarked;
