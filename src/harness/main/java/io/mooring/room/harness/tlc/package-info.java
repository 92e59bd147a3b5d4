/** TLC as a witness: what the specification itself says, without anything generated from it. */
@NullMarked
package io.mooring.room.harness.tlc;

import org.jspecify.annotations.NullMarked;
