/** Which way of looking finds which fault: the kill matrix. */
@NullMarked
package io.mooring.room.faults.matrix;

import org.jspecify.annotations.NullMarked;
