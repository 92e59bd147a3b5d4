/** Where generated files go. */
@NullMarked
package io.mooring.room.codegen.sink;

import org.jspecify.annotations.NullMarked;
