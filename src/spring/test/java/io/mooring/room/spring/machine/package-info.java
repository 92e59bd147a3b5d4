/** The Spring engine that is generated for any machine module. */
@NullMarked
package io.mooring.room.spring.machine;

import org.jspecify.annotations.NullMarked;
