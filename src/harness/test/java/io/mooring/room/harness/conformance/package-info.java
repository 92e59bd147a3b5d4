/** Tests of the conformance suite, and the suite on our own connections. */
@NullMarked
package io.mooring.room.harness.conformance;

import org.jspecify.annotations.NullMarked;
