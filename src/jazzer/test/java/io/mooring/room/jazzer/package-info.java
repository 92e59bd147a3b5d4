/** Real connections under a fuzzer that instruments the JVM it runs in. */
@NullMarked
package io.mooring.room.jazzer;

import org.jspecify.annotations.NullMarked;
