/** What is generated, as those use it who have the library alone. */
@NullMarked
package io.mooring.room.spec;

import org.jspecify.annotations.NullMarked;
