/** What the runs of a test have covered of a machine. */
@NullMarked
package io.mooring.mbt.coverage;

import org.jspecify.annotations.NullMarked;
