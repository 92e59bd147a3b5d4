/** Traces of a fleet, judged as a stream on Apache Flink, of any machine. */
@NullMarked
package io.mooring.flink;

import org.jspecify.annotations.NullMarked;
