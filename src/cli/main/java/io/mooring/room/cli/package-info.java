/** The command line. */
@NullMarked
package io.mooring.room.cli;

import org.jspecify.annotations.NullMarked;
