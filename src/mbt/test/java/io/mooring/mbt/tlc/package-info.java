/** Tests of TLC as oracle, of machines and of any specification. */
@NullMarked
package io.mooring.mbt.tlc;

import org.jspecify.annotations.NullMarked;
