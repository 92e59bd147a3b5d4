/** Tests of the generated types that need the library alone. */
@NullMarked
package io.mooring.room.spec;

import org.jspecify.annotations.NullMarked;
