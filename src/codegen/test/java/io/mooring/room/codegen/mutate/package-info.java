/** Tests of the mutation of specifications. */
@NullMarked
package io.mooring.room.codegen.mutate;

import org.jspecify.annotations.NullMarked;
