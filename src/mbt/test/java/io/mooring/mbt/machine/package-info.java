/** Tests of machines as data, on three machines that are no room. */
@NullMarked
package io.mooring.mbt.machine;

import org.jspecify.annotations.NullMarked;
