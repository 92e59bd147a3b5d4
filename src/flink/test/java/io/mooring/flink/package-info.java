/** Tests of the stream. */
@NullMarked
package io.mooring.flink;

import org.jspecify.annotations.NullMarked;
