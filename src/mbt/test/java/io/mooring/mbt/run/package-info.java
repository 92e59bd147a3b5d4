@NullMarked
package io.mooring.mbt.run;

import org.jspecify.annotations.NullMarked;
