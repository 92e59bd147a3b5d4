/** The lines of files as a source of Flink, read in the order of their times. */
@NullMarked
package io.mooring.flink.job.files;

import org.jspecify.annotations.NullMarked;
