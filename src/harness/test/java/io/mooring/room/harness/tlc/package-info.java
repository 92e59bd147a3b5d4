/** The generated Java against a fresh exploration of the specification. */
@NullMarked
package io.mooring.room.harness.tlc;

import org.jspecify.annotations.NullMarked;
