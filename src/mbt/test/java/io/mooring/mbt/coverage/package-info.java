@NullMarked
package io.mooring.mbt.coverage;

import org.jspecify.annotations.NullMarked;
