/** What threads may do with a generated machine. */
@NullMarked
package io.mooring.room.concurrency.machine;

import org.jspecify.annotations.NullMarked;
