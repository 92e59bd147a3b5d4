/**
 * How often runs took each part of a machine, as a file that other programs can write and read.
 *
 * <p>{@link io.mooring.codegen.counts.CoverageCounts} are the counts; {@link
 * io.mooring.codegen.counts.CountsJson} writes and reads them. The form is described by {@code
 * mooring-counts.schema.json} in the resources of this package.
 */
@NullMarked
package io.mooring.codegen.counts;

import org.jspecify.annotations.NullMarked;
