/**
 * TLC as a witness: what the specification itself says, without anything generated from it. It
 * calls {@code mooring-checker}; nothing else of the harness does.
 */
@NullMarked
package io.mooring.room.harness.tlc;

import org.jspecify.annotations.NullMarked;
