/** The room connection as an application meets it. */
@NullMarked
package io.mooring.room;

import org.jspecify.annotations.NullMarked;
