/** What takes too long for every build: the profile {@code load} runs it. */
@NullMarked
package io.mooring.flink.job.load;

import org.jspecify.annotations.NullMarked;
