/** Tests of the validation of traces of any machine. */
@NullMarked
package io.mooring.mbt.trace;

import org.jspecify.annotations.NullMarked;
