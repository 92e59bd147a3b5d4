/** The room's machine, as the generic test kit sees it. */
@NullMarked
package io.mooring.room.harness.model;

import org.jspecify.annotations.NullMarked;
