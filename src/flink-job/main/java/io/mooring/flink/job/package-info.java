/** The job that judges a fleet: a command line, sources and sinks around {@code mooring-flink}. */
@NullMarked
package io.mooring.flink.job;

import org.jspecify.annotations.NullMarked;
