/**
 * Checks of a specification before code is generated from it: each failure names the place, the
 * names and the cure.
 *
 * <p>{@link io.mooring.codegen.check.GraphCheck} looks at the explored graph, {@link
 * io.mooring.codegen.check.ModelCheck} at the finished model.
 */
@NullMarked
package io.mooring.codegen.check;

import org.jspecify.annotations.NullMarked;
