/** Tests of the recorder of traces. */
@NullMarked
package io.mooring.mbt.record;

import org.jspecify.annotations.NullMarked;
