@NullMarked
package io.mooring.room.micrometer;

import org.jspecify.annotations.NullMarked;
