@NullMarked
package io.mooring.room.harness.monitor;

import org.jspecify.annotations.NullMarked;
